import { ajouterJours, type DateCivile } from '../../src/commun/date-civile';
import { jourOuvrePrecedent, prochainJourOuvre } from '../../src/commun/jours-ouvres';
import { appliquerTaux, centimes } from '../../src/commun/montant';
import { ajouterOuvres, debutExemple, envoiPourRelance, jourDeRelance } from './calendrier';
import type { Dossier, Version } from './dossier';
import type { Fabrique } from './fabrique';
import { ROLES_CLIENTS } from './histoire';

/** Un devis ouvert dont la relance de ce rang (0, 1, 2) est due, ou l'était il y a `retard` jours ouvrés. */
function aRelancer(f: Fabrique, client: number, rang: number, retard: number): Dossier {
  const cible = ajouterOuvres(f.aujourdHui, -retard);
  const envoi = envoiPourRelance(cible, rang);
  const due = jourDeRelance(envoi, rang);
  return ouvert(f, client, envoi, due ?? cible);
}

/** Un devis envoyé, sans réponse, dont les relances d'avant `relanceesAvant` sont faites. */
function ouvert(
  f: Fabrique,
  client: number,
  envoi: DateCivile,
  relanceesAvant: DateCivile,
  version: Partial<Version> = {},
  dossier: Partial<Dossier> = {},
): Dossier {
  const base = f.dossier(client, ajouterOuvres(envoi, -12), dossier);
  return {
    ...base,
    signaturePrevue: ajouterJours(f.aujourdHui, f.hasard.entier(10, 45)),
    ...dossier,
    versions: [f.versionPartie(base.montantEstime, envoi, 'Envoyé', relanceesAvant, version)],
  };
}

/** Trois relances dues à chaque étape, deux en retard. */
function relancesDues(f: Fabrique): Dossier[] {
  const [...clients] = ROLES_CLIENTS.aRelancer;
  return clients.map((client, i) => aRelancer(f, client, i % 3, i < 9 ? 0 : i - 8));
}

/** Ce qui retient une relance : refus du client, courrier revenu, date convenue. */
function relancesRetenues(f: Fabrique): Dossier[] {
  const demain = ajouterJours(f.aujourdHui, 1);
  const envoi = envoiPourRelance(f.aujourdHui, 1);
  const sansRelance = { relances: [], prochaineRelance: null };
  const plusTard = prochainJourOuvre(ajouterJours(f.aujourdHui, 12));
  const attente = { pasDeRelanceAvant: plusTard, prochaineRelance: plusTard };
  return [
    ouvert(f, ROLES_CLIENTS.npai, envoi, demain, sansRelance),
    ouvert(f, ROLES_CLIENTS.nePasRelancer, envoi, demain, sansRelance),
    ouvert(f, 0, envoi, demain, attente),
    ouvert(f, 5, envoiPourRelance(ajouterOuvres(f.aujourdHui, -3), 0), demain, attente),
  ];
}

/** Devis expirés, dont un sans suite notée et deux à la signature prévue dépassée. */
function expires(f: Fabrique): Dossier[] {
  const apres = ajouterJours(f.aujourdHui, 1);
  const il = (jours: number): DateCivile => jourOuvrePrecedent(ajouterJours(f.aujourdHui, -jours));
  const passee = { signaturePrevue: ajouterJours(f.aujourdHui, -9) };
  return [
    ouvert(f, 1, il(44), apres, {}, { sansSuite: true }),
    ouvert(f, 2, il(52), apres, {}, passee),
    ouvert(f, 6, il(67), apres, {}, { ...passee, sansSuite: true }),
    ouvert(f, 8, il(38), apres),
  ];
}

/** Signatures récentes : deux commandes à vérifier, une affaire qui démarre. */
function signaturesRecentes(f: Fabrique): Dossier[] {
  return [1, 2, 9].map((depuis, i) => {
    const envoi = ajouterOuvres(f.aujourdHui, -14 - i * 5);
    const signe = ajouterOuvres(f.aujourdHui, -depuis);
    const base = f.dossier(26 + i, ajouterOuvres(envoi, -12), { signaturePrevue: signe });
    const version = f.versionPartie(base.montantEstime, envoi, 'Signé', signe);
    return Object.assign(base, { versions: [version] });
  });
}

/** Une version 2 en attente, une autre en préparation qui remet le Go en cause. */
function versions(f: Fabrique): Dossier[] {
  const envoiV2 = ajouterOuvres(f.aujourdHui, -3);
  const v1 = ouvert(f, 3, ajouterOuvres(envoiV2, -16), ajouterOuvres(envoiV2, -5));
  const v2 = ouvert(
    f,
    4,
    ajouterOuvres(f.aujourdHui, -4),
    f.aujourdHui,
    {},
    { decision: 'À revoir' },
  );
  const [ancienne] = v1.versions;
  const [gardee] = v2.versions;
  if (!ancienne || !gardee) return [];
  const baisse = centimes(Math.round(appliquerTaux(ancienne.montantHt, 0.9) / 5_000) * 5_000);
  const hausse = centimes(Math.round(appliquerTaux(gardee.montantHt, 1.35) / 5_000) * 5_000);
  return [
    {
      ...v1,
      versions: [
        { ...ancienne, statut: 'Remplacé', prochaineRelance: null },
        f.versionPartie(baisse, envoiV2, 'Envoyé', f.aujourdHui, { version: 2 }),
      ],
    },
    {
      ...v2,
      versions: [
        gardee,
        {
          ...gardee,
          version: 2,
          montantHt: hausse,
          statut: 'Brouillon',
          creeLe: ajouterOuvres(f.aujourdHui, -1),
          soumisLe: null,
          valideLe: null,
          envoyeLe: null,
          relances: [],
          prochaineRelance: null,
        },
      ],
    },
  ];
}

/** Ce qui n'est pas parti, et ce qui a été annulé. */
function internes(f: Fabrique): Dossier[] {
  const il = (jours: number): DateCivile => ajouterOuvres(f.aujourdHui, -jours);
  const aCompleter = { decision: 'À compléter', decideLe: null } as const;
  const original = f.devisParti(7, il(120), 'Signé');
  const [v1] = original.versions;
  const doublon = f.devisInterne(
    7,
    v1?.creeLe ?? il(126),
    'Annulé',
    { ...original, doublonDe: original },
    {
      montantHt: original.montantEstime,
      soumisLe: v1?.soumisLe ?? null,
      valideLe: v1?.valideLe ?? null,
      annulation: 'Saisi deux fois : un autre devis porte cette affaire.',
    },
  );
  return [
    original,
    doublon,
    f.devisInterne(0, il(2), 'Brouillon'),
    f.devisInterne(9, il(4), 'Brouillon', aCompleter),
    f.devisInterne(25, il(6), 'Brouillon', { decision: null, decideLe: null }),
    f.devisInterne(29, il(9), 'Brouillon'),
    f.devisInterne(30, il(28), 'Brouillon', { sansSuite: true }),
    f.devisInterne(26, il(3), 'En validation'),
    f.devisInterne(27, il(5), 'En validation'),
    f.devisInterne(28, il(4), 'En validation', aCompleter),
    f.devisInterne(31, il(6), 'Validé'),
    f.devisInterne(32, il(5), 'Validé', { decision: 'Go sous conditions' }),
    f.devisInterne(33, il(60), 'Annulé', { etape: 'Abandonnée' }),
    f.devisInterne(34, il(95), 'Annulé', { etape: 'Abandonnée' }),
  ];
}

/** Les affaires sans devis : détectées, qualifiées, refusées en revue de contrat, à recontacter. */
function sansDevis(f: Fabrique): Dossier[] {
  const il = (jours: number): DateCivile => ajouterOuvres(f.aujourdHui, -jours);
  const dans = (jours: number): DateCivile => ajouterJours(f.aujourdHui, jours);
  const indecise = { decision: null, decideLe: null } as const;
  const nogo = { decision: 'NoGo', etape: 'Abandonnée' } as const;
  const prevue = { signaturePrevue: dans(70) };
  return [
    f.dossier(1, il(2), { ...indecise, etape: 'Détectée' }),
    f.dossier(12, il(3), { ...indecise, etape: 'Détectée' }),
    f.dossier(35, il(1), { ...indecise, etape: 'Détectée' }),
    f.dossier(2, il(8), { ...indecise, ...prevue, etape: 'Qualifiée' }),
    f.dossier(18, il(10), {
      decision: 'À compléter',
      decideLe: null,
      ...prevue,
      etape: 'Qualifiée',
    }),
    f.dossier(9, il(11), {
      decision: 'À compléter',
      decideLe: null,
      ...prevue,
      etape: 'Qualifiée',
    }),
    f.dossier(31, il(7), { ...prevue, etape: 'Go' }),
    f.dossier(6, il(6), { decision: 'Go sous conditions', ...prevue, etape: 'Go' }),
    f.dossier(3, il(200), nogo),
    f.dossier(25, il(140), nogo),
    f.dossier(34, il(75), { ...nogo, recontacterLe: il(1) }),
    f.dossier(8, il(30), { ...nogo, recontacterLe: dans(90) }),
  ];
}

/** Deux anciens clients : une signature au début, plus rien depuis. */
function anciens(f: Fabrique): Dossier[] {
  const debut = debutExemple(f.aujourdHui);
  return ROLES_CLIENTS.anciens.map((client, i) =>
    f.devisParti(client, prochainJourOuvre(ajouterJours(debut, 35 + i * 30)), 'Signé'),
  );
}

/** Tous les cas que la démonstration doit montrer, autour d'aujourd'hui. */
export function casChoisis(f: Fabrique): Dossier[] {
  return [
    ...relancesDues(f),
    ...relancesRetenues(f),
    ...expires(f),
    ...signaturesRecentes(f),
    ...versions(f),
    ...internes(f),
    ...sansDevis(f),
    ...anciens(f),
  ];
}
