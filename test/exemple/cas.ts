import type { Exemple } from '../../sheets-templates/exemple/generer-exemple';
import { DECISIONS_GONOGO, ETAPES } from '../../src/classeur/tables/affaires';
import { MOTIFS, STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import { TYPES_FACTURE } from '../../src/classeur/tables/factures';
import { joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { estExpire } from '../../src/devis/expire';

const tous = <T>(attendus: readonly T[], vus: readonly (T | null)[]): boolean =>
  attendus.every((x) => vus.includes(x));

/** Chaque cas que la démonstration doit montrer, et s'il est là. */
export function casPresents(e: Exemple, le: DateCivile): [string, boolean][] {
  const contactes = new Set(e.actions.map((a) => a.client));
  const npai = e.clients.find((c) => c.npai === true)?.organisation;
  const muet = e.clients.find((c) => c.nePasRelancer === true)?.organisation;
  const ouvert = (client: string | null | undefined) =>
    e.devis.some((d) => d.client === client && d.statut === 'Envoyé');
  const retards = e.factures
    .filter((f) => f.payeLe === null && f.echeance !== null && f.type !== 'Avoir')
    .map((f) => joursEntre(f.echeance ?? le, le));
  const bl = e.factures.filter((f) => f.blLe !== null && f.emiseLe === null);

  return [
    [
      'statuts de devis',
      tous(
        STATUTS_DEVIS,
        e.devis.map((d) => d.statut),
      ),
    ],
    [
      'motifs',
      tous(
        MOTIFS,
        e.devis.map((d) => d.motif),
      ),
    ],
    [
      'étapes',
      tous(
        ETAPES,
        e.affaires.map((a) => a.etape),
      ),
    ],
    [
      'Go/NoGo',
      tous(
        DECISIONS_GONOGO,
        e.affaires.map((a) => a.decision),
      ),
    ],
    [
      'types de facture',
      tous(
        TYPES_FACTURE,
        e.factures.map((f) => f.type),
      ),
    ],
    [
      'statuts de client',
      tous(
        ['Prospect', 'Client', 'Ancien'] as const,
        e.clients.map((c) => c.statut),
      ),
    ],
    ['devis expiré', e.devis.some((d) => estExpire(d, le))],
    ['version 2 envoyée', e.devis.some((d) => d.version === 2 && d.statut === 'Envoyé')],
    ['version 2 signée', e.devis.some((d) => d.version === 2 && d.statut === 'Signé')],
    ['version 2 en préparation', e.devis.some((d) => d.version === 2 && d.statut === 'Brouillon')],
    ['client NPAI avec un devis ouvert', ouvert(npai)],
    ['client à ne pas relancer avec un devis ouvert', ouvert(muet)],
    ['pas de relance avant le', e.devis.some((d) => (d.pasDeRelanceAvant ?? '') > le)],
    ['prospect jamais contacté', e.clients.some((c) => !contactes.has(c.organisation))],
    [
      'à recontacter, échu',
      e.affaires.some((a) => a.recontacterLe !== null && a.recontacterLe <= le),
    ],
    ['à recontacter, plus tard', e.affaires.some((a) => (a.recontacterLe ?? '') > le)],
    ['numéro annulé et expliqué', e.registre.some((r) => r.annuleLe !== null && r.motif !== null)],
    ['avant J−15', retards.some((j) => j < -15)],
    ['de J−15 à l’échéance', retards.some((j) => j >= -15 && j <= 0)],
    ['de l’échéance à J+8', retards.some((j) => j > 0 && j < 8)],
    ['première lettre', retards.some((j) => j >= 8 && j < 16)],
    ['lettres suivantes', retards.some((j) => j >= 16 && j < 45)],
    ['contentieux', retards.some((j) => j >= 45)],
    ['règlement partiel', e.factures.some((f) => f.paye !== null && f.payeLe === null)],
    ['BL dans les 8 jours', bl.some((f) => joursEntre(f.blLe ?? le, le) < 8)],
    ['BL au-delà', bl.some((f) => joursEntre(f.blLe ?? le, le) > 8)],
    ['BL contesté', bl.some((f) => f.blConteste === true)],
    ['écart sur commande', e.affaires.some((a) => a.ecarts !== null)],
    [
      'signature prévue dépassée',
      e.affaires.some((a) => a.etape === 'Devis en cours' && (a.signaturePrevue ?? '9') < le),
    ],
    [
      'devis ouvert sans suite notée',
      e.devis.some(
        (d) =>
          d.statut === 'Envoyé' &&
          !e.actions.some((a) => a.devis === d.numero && a.echeance !== null),
      ),
    ],
  ];
}
