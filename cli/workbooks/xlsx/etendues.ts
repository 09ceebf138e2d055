import { refus } from '../../../src/classeur/erreur-classeur';
import type { FeuilleInspectee } from './inspecter-feuille';
import { etendreSqref, etendreTable, formatPlage, lirePlage, type Croissance } from './plages';
import { Retouches } from './retouches';
import { FIN, LecteurXml, OUVRE } from './xml-scan';

/** Ajuste ce qui, dans la feuille, dit jusqu'où vont les données : dimension, filtre, mises en forme, validations. */
export function etendreFeuille(
  feuille: FeuilleInspectee,
  croissance: Croissance & { readonly rangMax: number },
  retouches: Retouches,
): void {
  const { xml, donnees, finDonnees } = feuille;
  const corriger = (x: LecteurXml, attribut: string, calcul: (t: string) => string): void => {
    const b = x.bornes(attribut);
    if (!b) return;
    const actuel = xml.slice(b[0], b[1]);
    const voulu = calcul(actuel);
    if (voulu !== actuel) retouches.remplacer(b[0], b[1], voulu);
  };
  const tete = new LecteurXml(xml);
  while (tete.suivant() !== FIN && tete.debut < donnees.debut) {
    if (tete.nom === 'dimension') corriger(tete, 'ref', (t) => etendreDimension(t, croissance));
  }
  const x = new LecteurXml(xml, finDonnees);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE) continue;
    const nom = x.nom;
    if (nom === 'autoFilter') corriger(x, 'ref', (t) => etendreTable(t, croissance));
    else if (nom === 'conditionalFormatting' || nom === 'dataValidation') {
      corriger(x, 'sqref', (t) => etendreSqref(t, croissance));
    } else if (nom === 'sqref' && !x.vide) {
      const debut = x.fin;
      const texte = x.texte();
      const voulu = etendreSqref(texte, croissance);
      if (voulu !== texte) retouches.remplacer(debut, x.debut, voulu);
    }
  }
}

function etendreDimension(
  texte: string,
  { avant, apres, rangMax }: Croissance & { readonly rangMax: number },
): string {
  const p = lirePlage(texte);
  if (!p) return texte;
  if (apres < avant) return p.l2 === avant ? formatPlage({ ...p, l2: apres }) : texte;
  return formatPlage({ ...p, l2: Math.max(p.l2, apres), c2: Math.max(p.c2, rangMax) });
}

/** Une partie « tableau » (Ctrl+L) étendue aux nouvelles lignes ; `null` si elle n'a pas à changer. */
export function etendrePartieTable(
  xml: string,
  croissance: Croissance,
  onglet: string,
): string | null {
  const retouches = new Retouches();
  const x = new LecteurXml(xml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE || (x.nom !== 'table' && x.nom !== 'autoFilter')) continue;
    const b = x.bornes('ref');
    if (!b) continue;
    const actuelle = xml.slice(b[0], b[1]);
    const voulue = etendreTable(actuelle, croissance);
    if (voulue === actuelle) continue;
    if (x.nom === 'table' && Number(x.attribut('totalsRowCount') ?? 0) > 0) {
      const table = x.attribut('displayName') ?? x.attribut('name') ?? '';
      throw refus('TABLE_AVEC_TOTAL', { onglet, table });
    }
    retouches.remplacer(b[0], b[1], voulue);
  }
  return retouches.vides ? null : retouches.appliquer(xml);
}
