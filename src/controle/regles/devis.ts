import { DEVIS, type Devis } from '../../classeur/tables/devis';
import { CLOS, DECIDES } from '../../devis/decides';
import { designer } from '../../devis/designation';
import { manqueDeNumero } from '../../devis/sans-numero';
import { ttcAttendu } from '../../devis/ttc';
import { regle, type Regle } from '../regle';

const PARTIS: ReadonlySet<string | null> = new Set(['Envoyé', 'Signé', 'Refusé', 'Sans suite']);

/** Dates qui se suivent : la seconde ne peut précéder la première. */
const SUITES = [
  ['creeLe', 'valideLe'],
  ['valideLe', 'envoyeLe'],
  ['envoyeLe', 'decideLe'],
  ['envoyeLe', 'validite'],
] as const satisfies readonly (readonly [keyof Devis, keyof Devis])[];

export const REGLES_DEVIS: readonly Regle[] = [
  regle('devis', 'DEVIS_SANS_NUMERO', (d, r) =>
    manqueDeNumero(d) && !r.snapshot.estIllisible('devis', d.ligne, 'numero')
      ? { colonne: 'numero', details: { statut: d.statut ?? '' } }
      : null,
  ),
  regle('devis', 'DATES_EN_DESORDRE', (d) =>
    SUITES.flatMap(([avant, apres]) => {
      const [date, suivante] = [d[avant], d[apres]];
      return date !== null && suivante !== null && suivante < date
        ? [{ colonne: apres, details: { autre: DEVIS.colonnes[avant].entete, date } }]
        : [];
    }),
  ),
  regle('devis', 'DECISION_SANS_DATE', (d, r) =>
    d.statut !== null && DECIDES.has(d.statut) && r.estVide('devis', d, 'decideLe')
      ? { colonne: 'decideLe', details: { statut: d.statut } }
      : null,
  ),
  regle('devis', 'DECISION_FUTURE', (d, r) =>
    d.decideLe !== null && d.decideLe > r.aujourdHui ? { colonne: 'decideLe', details: {} } : null,
  ),
  regle('devis', 'ENVOI_SANS_DATE', (d, r) =>
    d.statut === 'Envoyé' && r.estVide('devis', d, 'envoyeLe')
      ? { colonne: 'envoyeLe', details: {} }
      : null,
  ),
  regle('devis', 'ENVOI_SANS_ADRESSE', (d, r) =>
    d.statut === 'Envoyé' && r.estVide('devis', d, 'envoyeA')
      ? { colonne: 'envoyeA', details: {} }
      : null,
  ),
  regle('devis', 'MONTANT_NON_POSITIF', (d, r) => {
    const fautif = d.montantHt === null ? r.estVide('devis', d, 'montantHt') : d.montantHt <= 0;
    return PARTIS.has(d.statut) && fautif ? { colonne: 'montantHt', details: {} } : null;
  }),
  regle('devis', 'TTC_INCOHERENT', (d) => {
    const attendu = ttcAttendu(d.montantHt, d.tauxTva, d.montantTtc);
    return attendu === null ? null : { colonne: 'montantTtc', details: { attendu } };
  }),
  regle('devis', 'RELANCE_SUR_DECIDE', (d) =>
    d.prochaineRelance !== null && d.statut !== null && CLOS.has(d.statut)
      ? { colonne: 'prochaineRelance', details: { statut: d.statut } }
      : null,
  ),
  regle('devis', 'DEUX_VERSIONS_ENVOYEES', (d, r) => {
    if (d.statut !== 'Envoyé' || d.numero === null) return null;
    const derniere = r.derniereEnvoyee(d.numero);
    return derniere !== null && derniere !== d
      ? { colonne: 'statut', details: { derniere: designer(derniere) } }
      : null;
  }),
  regle('devis', 'SIGNE_SANS_COMMANDE', (d, r) => {
    if (d.statut !== 'Signé') return null;
    const affaire = r.affaire(d.affaire);
    const details = { devis: designer(d) };
    if (affaire === null) {
      return r.estVide('devis', d, 'affaire') ? { colonne: 'affaire', details } : null;
    }
    return r.estVide('affaires', affaire, 'formeCommande')
      ? { colonne: 'formeCommande', details, ailleurs: { table: 'affaires', ligne: affaire } }
      : null;
  }),
];
