import { FACTURES } from '../../classeur/tables/factures';
import { THEMES } from '../../classeur/tables/satisfaction';
import { regle, type Regle } from '../regle';
import { chiffresSiret, estSiretValide } from '../siret';

const NON_DECIDEES: ReadonlySet<string | null> = new Set([
  'Détectée',
  'Qualifiée',
  'Go',
  'Devis en cours',
  null,
]);

/** Clients, affaires, factures, satisfaction. */
export const REGLES_AUTRES: readonly Regle[] = [
  regle('clients', 'SIRET_INVALIDE', (c) =>
    c.siret === null || estSiretValide(c.siret)
      ? null
      : { colonne: 'siret', details: { chiffres: chiffresSiret(c.siret).length } },
  ),
  regle('affaires', 'SIGNATURE_PASSEE', (a, r) =>
    a.signaturePrevue !== null &&
    a.signaturePrevue < r.aujourdHui &&
    a.decision !== 'NoGo' &&
    NON_DECIDEES.has(a.etape)
      ? { colonne: 'signaturePrevue', details: {} }
      : null,
  ),
  regle('factures', 'DATES_EN_DESORDRE', (f) =>
    (['payeLe', 'echeance'] as const).flatMap((colonne) => {
      const date = f[colonne];
      return f.emiseLe !== null && date !== null && date < f.emiseLe
        ? [{ colonne, details: { autre: FACTURES.colonnes.emiseLe.entete, date: f.emiseLe } }]
        : [];
    }),
  ),
  regle('factures', 'FACTURE_NEGATIVE', (f) =>
    f.type !== 'Avoir' && f.montantHt !== null && f.montantHt < 0
      ? { colonne: 'montantHt', details: {} }
      : null,
  ),
  regle('factures', 'AVOIR_SIGNES_CONTRAIRES', (f) =>
    f.type === 'Avoir' && (f.montantHt ?? 0) * (f.montantTtc ?? 0) < 0
      ? { colonne: 'montantTtc', details: {} }
      : null,
  ),
  regle('factures', 'FACTURE_SANS_ECHEANCE', (f, r) =>
    f.emiseLe !== null && f.type !== 'Avoir' && r.estVide('factures', f, 'echeance')
      ? { colonne: 'echeance', details: {} }
      : null,
  ),
  regle('satisfaction', 'NOTE_HORS_BORNES', (s) =>
    [...THEMES, 'recommandation' as const].flatMap((colonne) => {
      const note = s[colonne];
      return note !== null && (note < 0 || note > 10) ? [{ colonne, details: {} }] : [];
    }),
  ),
];
