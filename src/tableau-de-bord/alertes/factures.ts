import { lienCellule } from '../../classeur/lien-cellule';
import type { Facture } from '../../classeur/tables/factures';
import { centimes, ZERO, type Centimes } from '../../commun/montant';
import { estDe } from '../indicateur';
import { alerte, type Veille } from './alerte';

/**
 * Factures émises, échues, non soldées. Un règlement illisible n'est pas un impayé : la facture
 * n'accuse personne, `DONNEES_ILLISIBLES` la signale.
 */
export const facturesEnRetard: Veille = ({ index, responsable }) => {
  const { snapshot, aujourdHui } = index;
  const retards = [];
  for (const portes of index.facturesEmises.values()) {
    for (const porte of portes) {
      const f = porte.ligne;
      if (!estDe(porte, { responsable }) || f.type === 'Avoir') continue;
      if (f.echeance === null || f.echeance >= aujourdHui) continue;
      const douteux = ['paye', 'payeLe', 'type'].some((c) =>
        snapshot.estIllisible('factures', f.ligne, c),
      );
      const reste = resteDu(f);
      if (douteux || reste === ZERO) continue;
      const numero = f.numero ?? `ligne ${f.ligne}`;
      retards.push({ f, echeance: f.echeance, reste, numero });
    }
  }
  return retards
    .sort((a, b) => a.f.ligne - b.f.ligne)
    .map(({ f, numero, echeance, reste }) =>
      alerte(
        'FACTURE_EN_RETARD',
        { numero, client: f.client ?? '?', echeance, reste },
        lienCellule(snapshot, 'factures', f.ligne, 'paye'),
      ),
    );
};

/** Zéro : soldée ; `null` : rien n'est réglé, et le montant TTC n'est pas connu. */
function resteDu(f: Facture): Centimes | null {
  if (f.montantTtc === null) return f.paye === null && f.payeLe === null ? null : ZERO;
  if (f.paye === null) return f.payeLe === null ? f.montantTtc : ZERO;
  return centimes(Math.max(0, f.montantTtc - f.paye));
}
