import { adresseCellule } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import { probleme, type Probleme } from '../messages/probleme';
import { estRelanceDevisActive } from './calendrier';
import { cellulesIllisibles } from './cellules-illisibles';

/**
 * Ce qui rend le calendrier des relances douteux : une cellule illisible, un délai absent, deux
 * modèles actifs de même rang. Tant qu'il l'est, aucune relance n'est préparée.
 */
export function controlerModeles(snapshot: Snapshot): Probleme[] {
  const problemes: Probleme[] = [];
  const parRang = new Map<number, string>();
  for (const modele of snapshot.tables.modeles) {
    const usageIllisible = cellulesIllisibles(snapshot, 'modeles', modele.ligne, ['usage']);
    problemes.push(...usageIllisible);
    if (!estRelanceDevisActive(modele)) continue;
    const illisibles = cellulesIllisibles(snapshot, 'modeles', modele.ligne, [
      'rang',
      'delaiJours',
      'actif',
    ]);
    problemes.push(...illisibles);
    if (illisibles.length > 0) continue;
    const nom = modele.code ?? '';
    if (modele.delaiJours === null || modele.delaiJours < 1) {
      const cellule = adresseCellule(snapshot, 'modeles', modele.ligne, 'delaiJours');
      problemes.push(probleme('RELANCE_MODELE_SANS_DELAI', { modele: nom, cellule }));
    }
    if (modele.rang === null) continue;
    const autre = parRang.get(modele.rang);
    if (autre === undefined) parRang.set(modele.rang, nom);
    else {
      const { rang } = modele;
      problemes.push(probleme('RELANCE_MODELE_EN_DOUBLE', { modele: nom, autre, rang }));
    }
  }
  return problemes;
}
