import { REGLE_REPARTITION } from '../../messages/tableau';
import { choix, personne, entier, mois, montant, taux } from '../colonne';
import { table, type Enregistrement } from '../table';

const PORTEES = ['Mois', 'Année'] as const;

/**
 * Objectifs du mois ou de l'année, pour l'entreprise ou pour une personne (S3-2, S4-19). Celui d'une
 * année se répartit sur ses mois (`tableau-de-bord/repartition`).
 */
export const OBJECTIFS = table({
  onglet: 'Objectifs',
  famille: 'suivi',
  nature: 'saisie',
  objet: 'Ce que l’on vise chaque mois, ou sur l’année, ensemble et chacun.',
  identite: ['mois', 'vautPour', 'responsable'],
  colonnes: {
    mois: mois('Mois', {
      requis: true,
      aide: 'Pour un objectif annuel, un mois de l’année (janvier, par exemple).',
    }),
    vautPour: choix('Vaut pour', PORTEES, {
      largeur: 12,
      aide: `Vide ou « Mois » : ce mois-là. « Année » : toute l’année. ${REGLE_REPARTITION}`,
    }),
    responsable: personne('Responsable', { aide: 'Vide : toute l’entreprise.' }),
    caSigne: montant('CA signé'),
    caFacture: montant('CA facturé'),
    devisEmis: entier('Devis émis', { largeur: 12 }),
    tauxTransformation: taux('Taux de transformation', { largeur: 22 }),
    satisfaction: taux('Satisfaction', { largeur: 13, aide: 'Part des notes au-dessus du seuil.' }),
    visites: entier('Visites'),
  },
});

export type Objectif = Enregistrement<typeof OBJECTIFS>;

/** Ce que nomme une ligne : un mois (`2026-03`) ou une année (`2026`), et pour qui. */
export function cleObjectif(o: {
  readonly mois?: unknown;
  readonly vautPour?: unknown;
  readonly responsable?: unknown;
}): string {
  const mois = String(o.mois ?? '');
  const qui = typeof o.responsable === 'string' ? o.responsable.trim().toLowerCase() : '';
  return `${o.vautPour === 'Année' ? mois.slice(0, 4) : mois} ${qui}`;
}
