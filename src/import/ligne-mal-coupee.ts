import { probleme } from '../messages/probleme';
import { autreSeparateur } from './csv/autre-separateur';
import { guillemetPerdu } from './csv/guillemet-perdu';
import { remarque } from './remarques';
import type { Remarque } from './resultat';
import { estVide, texteDeCellule, type LigneSource, type Separateur } from './source';

/** Une ligne de CSV qui n'est pas coupée comme son en-tête : pourquoi rien n'en est lu. */
export function ligneMalCoupee(
  source: LigneSource,
  separateur: Separateur,
  entete: LigneSource,
): Remarque | null {
  const { ligne, cellules } = source;
  const largeur = entete.cellules.length;
  const simple = source.derniere === ligne && source.citeBrisee === undefined;
  const perdu = simple ? null : guillemetPerdu(source, separateur, largeur);
  if (perdu !== null) {
    const colonne = texteDeCellule(entete.cellules[perdu.rang]);
    return remarque(ligne, colonne, perdu.debut, probleme('IMPORT_GUILLEMET_PERDU', perdu));
  }
  if (cellules.length === largeur) return null;
  const autre = autreSeparateur(source, separateur, largeur);
  if (autre !== null) {
    const valeur = cellules.map(texteDeCellule).join(separateur);
    const p = probleme('IMPORT_AUTRE_SEPARATEUR', { autre, separateur });
    return remarque(ligne, '', valeur, p);
  }
  const enTrop = cellules.slice(largeur).filter((c) => !estVide(c));
  if (enTrop.length === 0) return null;
  const valeur = enTrop.map(texteDeCellule).join(' · ');
  const p = probleme('IMPORT_LIGNE_TROP_LONGUE', { valeur, colonnes: largeur });
  return remarque(ligne, '', valeur, p);
}
