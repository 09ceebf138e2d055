import { writeFileSync } from 'node:fs';
import { DISQUE, type Disque } from '../../cli/workbooks/xlsx/disque';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { ajouter, modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import type { DateCivile, Horodatage, Mois } from '../../src/commun/date-civile';
import { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
import { suivi } from '../support/suivi';
import * as a from './atelier';
import { CAS_LIMITES } from './cas-limites';

/** Une erreur que l'on peut rencontrer : ce qui la provoque, et la commande qui la montre. */
export interface CasErreur {
  readonly nom: string;
  readonly titre: string;
  /** Ce qu'il y a dans le classeur ou le fichier, en une phrase. */
  readonly provoque: string;
  readonly preparer: (dossier: string) => Promise<void> | void;
  readonly commande: readonly string[];
  readonly env?: (dossier: string) => Readonly<Record<string, string>>;
  /** Pour ce qu'une commande ne peut provoquer seule : une panne injectée pendant l'écriture. */
  readonly panne?: (dossier: string) => Promise<unknown>;
}

const GOOGLE = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const controler = ['controler', '-c', 'suivi.xlsx'];
const juste = a.classeurJuste;
const abime = a.classeurAbime;

/** Une écriture réelle, sur un disque qui refuse. */
const surDisque = (code: string) => (dossier: string) => {
  const disque: Disque = {
    ...DISQUE,
    ecrire() {
      throw Object.assign(new Error(code), { code });
    },
  };
  return ecrire(dossier, { disque });
};

function ecrire(
  dossier: string,
  options: { disque?: Disque; attenteMs?: number },
  pendant = () => {},
) {
  return modifierClasseur(
    a.fichier(dossier),
    () => {
      pendant();
      return plan(null, { changements: [ajouter('clients', { organisation: 'Nouveau' })] });
    },
    options,
  );
}

const importer = (table: string, source: string) => ['importer', table, source, '-c', 'suivi.xlsx'];
const csv = (contenu: string) => async (dossier: string) => {
  await juste(dossier);
  a.texteBrut(dossier, 'source.csv', contenu);
};

/** Un devis importé, puis signé, annoté et cité à la main. */
async function importePuisChange(dossier: string): Promise<void> {
  await csv(
    'Numéro;Client;Montant HT;Statut;Envoyé le\nDEV-2026-0042;Alpha;1 200,50;Envoyé;02/02/2026\n',
  )(dossier);
  const source = `${dossier}/source.csv`;
  await suivi('importer', 'devis', source, '-c', a.fichier(dossier), '--le', '2026-03-01');
  await modifierClasseur(a.fichier(dossier), ({ tables }) => {
    const devis = tables.devis.filter((d) => d.numero === 'DEV-2026-0042');
    return plan(null, {
      changements: [
        ...devis.flatMap((d) => modifier('devis', d, 'DEV-2026-0042', { statut: 'Signé' })),
        ajouter('actions', { type: 'Appel', devis: 'DEV-2026-0042' }),
      ],
    });
  });
}

/** Février figé dans Historique. */
async function clos(dossier: string): Promise<void> {
  await juste(dossier);
  const le = '2026-03-01' as DateCivile;
  const contexte = {
    aujourdHui: le,
    maintenant: `${le}T09:00` as Horodatage,
    utilisateur: 'gerant@exemple.fr',
    origine: 'commande',
  };
  await modifierClasseur(a.fichier(dossier), (s) => planCloturer(s, '2026-02' as Mois, contexte));
}

export const CAS: readonly CasErreur[] = [
  {
    nom: 'pas-un-classeur',
    titre: 'Ce n’est pas un classeur',
    provoque: 'Un fichier texte, renommé en .xlsx.',
    preparer: (d) => a.texteBrut(d, 'suivi.xlsx', 'N°;Client\nDEV-1;Mairie\n'),
    commande: controler,
  },
  {
    nom: 'absent',
    titre: 'Le fichier n’existe pas',
    provoque: 'Aucun fichier de ce nom.',
    preparer: () => {},
    commande: controler,
  },
  {
    nom: 'chiffre',
    titre: 'Le classeur a un mot de passe',
    provoque: 'Un classeur protégé à l’ouverture par Excel.',
    preparer: a.classeurChiffre,
    commande: controler,
  },
  {
    nom: 'bombe',
    titre: 'Le fichier gonfle démesurément',
    provoque: 'Un fichier de quelques mégaoctets, qui en ferait deux mille une fois décompressé.',
    preparer: a.bombe,
    commande: controler,
  },
  {
    nom: 'onglet-manquant',
    titre: 'Un onglet a disparu',
    provoque: 'L’onglet Registre a été supprimé.',
    preparer: abime(['supprimer', 'Registre']),
    commande: controler,
  },
  {
    nom: 'entete-renomme',
    titre: 'Des en-têtes ont été renommés',
    provoque:
      'Dans Devis, « Montant HT » est devenu « Montan HT » et « Statut » « État du dossier ».',
    preparer: abime(
      ['taper', 'Devis', 'Montant HT', 1, 'Montan HT'],
      ['taper', 'Devis', 'Statut', 1, 'État du dossier'],
    ),
    commande: controler,
  },
  {
    nom: 'reglage-illisible',
    titre: 'Un réglage ne veut rien dire',
    provoque: 'Le taux de TVA habituel est « vingt ».',
    preparer: abime(['taper', 'Paramètres', 'Valeur', 6, 'vingt']),
    commande: controler,
  },
  {
    nom: 'nombre-en-texte',
    titre: 'Un nombre tapé en texte',
    provoque:
      'Le montant d’un devis est « 12 500,50 € » en texte (il se lit) ; l’autre, « environ 4 000 » (il ne se lit pas).',
    preparer: abime(
      ['taper', 'Devis', 'Montant HT', 2, '12 500,50 €'],
      ['taper', 'Devis', 'Montant TTC', 2, '15 000,60'],
      ['taper', 'Devis', 'Montant HT', 3, 'environ 4 000'],
    ),
    commande: controler,
  },
  {
    nom: 'date-illisible',
    titre: 'Une date qui n’existe pas',
    provoque: 'La validité d’un devis est « 31/02/2026 ».',
    preparer: abime(['taper', 'Devis', 'Validité', 2, '31/02/2026']),
    commande: controler,
  },
  {
    nom: 'statut-inconnu',
    titre: 'Un statut inconnu',
    provoque: 'Le statut d’un devis est « Signés ».',
    preparer: abime(['taper', 'Devis', 'Statut', 2, 'Signés']),
    commande: controler,
  },
  {
    nom: 'numero-en-double',
    titre: 'Deux devis au même numéro',
    provoque: 'Le second devis porte le numéro du premier.',
    preparer: abime(['taper', 'Devis', 'N°', 3, 'DEV-2026-0001']),
    commande: controler,
  },
  {
    nom: 'client-inconnu',
    titre: 'Un client qui n’est pas dans Clients',
    provoque: 'Le client d’un devis est « Mairie de Lunelle ».',
    preparer: abime(['taper', 'Devis', 'Client', 2, 'Mairie de Lunelle']),
    commande: controler,
  },
  {
    nom: 'ouvert-dans-excel',
    titre: 'Le classeur est ouvert dans Excel',
    provoque: 'Le fichier témoin « ~$suivi.xlsx » est à côté.',
    preparer: async (d) => {
      await juste(d);
      a.texteBrut(d, '~$suivi.xlsx', 'Paul');
    },
    commande: ['revue', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'change-pendant-l-ecriture',
    titre: 'Le fichier change pendant l’écriture',
    provoque: 'Une autre personne enregistre le classeur au même moment.',
    preparer: juste,
    commande: ['revue', '-c', 'suivi.xlsx'],
    panne: (d) => ecrire(d, {}, () => writeFileSync(a.fichier(d), 'autre chose')),
  },
  {
    nom: 'dossier-protege',
    titre: 'Le dossier est en lecture seule',
    provoque: 'Le système refuse d’écrire à côté du classeur.',
    preparer: juste,
    commande: ['revue', '-c', 'suivi.xlsx'],
    panne: surDisque('EACCES'),
  },
  {
    nom: 'disque-plein',
    titre: 'Le disque est plein',
    provoque: 'Il n’y a plus de place pour la nouvelle version du classeur.',
    preparer: juste,
    commande: ['revue', '-c', 'suivi.xlsx'],
    panne: surDisque('ENOSPC'),
  },
  {
    nom: 'sans-go',
    titre: 'Un devis sans Go',
    provoque: 'L’affaire du devis n’a pas eu de revue de contrat.',
    preparer: juste,
    commande: [
      'devis',
      'valider',
      'PROV-2',
      '--utilisateur',
      'gerant@exemple.fr',
      '-c',
      'suivi.xlsx',
    ],
  },
  {
    nom: 'devis-inconnu',
    titre: 'Un devis qui n’existe pas',
    provoque: 'Le numéro demandé n’est pas dans le classeur.',
    preparer: juste,
    commande: ['devis', 'signer', 'DEV-2026-0010', '--forme', 'verbale', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'mauvais-moment',
    titre: 'Un geste hors de propos',
    provoque: 'On soumet un devis déjà envoyé.',
    preparer: juste,
    commande: ['devis', 'soumettre', 'DEV-2026-0001', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'import-lignes-rejetees',
    titre: 'Des lignes d’import sans l’essentiel',
    provoque:
      'Une ligne sans numéro, une sans client, un montant illisible, une date qui n’existe pas.',
    preparer: csv(
      'Numéro;Client;Montant HT;Statut;Envoyé le\nD-1;Alpha;1 200,50;Envoyé;02/02/2026\n;Beta;800;Envoyé;03/02/2026\nD-3;;900;Envoyé;04/02/2026\nD-4;Delta;environ 900;Envoyé;31/02/2026\n',
    ),
    commande: importer('devis', 'source.csv'),
  },
  {
    nom: 'import-date-ambigue',
    titre: 'Des dates ambiguës',
    provoque: 'Une colonne mêle 25/12 et 12/25 : jour d’abord, ou mois d’abord ?',
    preparer: csv(
      'Numéro;Client;Montant HT;Statut;Envoyé le\nD-1;Alpha;100;Envoyé;25/12/2025\nD-2;Alpha;100;Envoyé;12/25/2025\nD-3;Alpha;100;Envoyé;03/04/2025\n',
    ),
    commande: importer('devis', 'source.csv'),
  },
  {
    nom: 'import-formule',
    titre: 'Une formule dans un texte importé',
    provoque:
      'Le nom d’un client est « =HYPERLINK("http://piege.example";"cliquez") » : il reste du texte.',
    preparer: csv(
      'Organisation;E-mail\n"=HYPERLINK(""http://piege.example"";""cliquez"")";x@piege.example\n',
    ),
    commande: importer('clients', 'source.csv'),
  },
  {
    nom: 'import-pas-une-table',
    titre: 'Un fichier qui n’est pas de cette table',
    provoque: 'Aucune colonne du fichier n’est celle d’un devis.',
    preparer: csv('Latitude;Longitude\n48,85;2,35\n'),
    commande: importer('devis', 'source.csv'),
  },
  {
    nom: 'import-decision-gardee',
    titre: 'Importer à nouveau un vieux fichier',
    provoque: 'Le devis y est « Envoyé » ; il a été signé depuis dans le classeur.',
    preparer: importePuisChange,
    commande: importer('devis', 'source.csv'),
  },
  {
    nom: 'annuler-refuse',
    titre: 'Annuler un import dont on s’est servi depuis',
    provoque: 'Un devis importé « Envoyé » a été signé, et une action le cite.',
    preparer: importePuisChange,
    commande: ['annuler', '1', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'annuler-inconnu',
    titre: 'Annuler un import qui n’existe pas',
    provoque: 'Le numéro 12, dans un classeur qui n’a connu qu’un import.',
    preparer: importePuisChange,
    commande: ['annuler', '12', '-c', 'suivi.xlsx'],
  },
  ...CAS_LIMITES,
  {
    nom: 'mois-non-fini',
    titre: 'Un mois clos trop tôt',
    provoque: 'La clôture d’un mois dont il reste des jours.',
    preparer: juste,
    commande: ['tableau', '--mois', '2026-03', '--cloturer', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'mois-deja-clos',
    titre: 'Un mois clos deux fois',
    provoque: 'La clôture d’un mois déjà figé dans « Historique », sans l’avoir rouvert.',
    preparer: clos,
    commande: ['tableau', '--mois', '2026-02', '--cloturer', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'reouverture-sans-motif',
    titre: 'Un mois rouvert sans motif',
    provoque: 'Un mois clos, et « --rouvrir » suivi de rien.',
    preparer: clos,
    commande: ['tableau', '--mois', '2026-02', '--rouvrir', ' ', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'usage',
    titre: 'Une commande mal écrite',
    provoque: 'Une faute de frappe, une option sans valeur, un argument oublié.',
    preparer: () => {},
    commande: ['devis', 'nouveau', '--affair', 'AFF-2026-0001', '--montant'],
  },
  {
    nom: 'commande-inconnue',
    titre: 'Une commande inconnue',
    provoque: 'Une faute de frappe dans le nom.',
    preparer: () => {},
    commande: ['devis', 'valide', 'PROV-2'],
  },
  {
    nom: 'montant-ambigu',
    titre: 'Un montant ambigu',
    provoque: '« 1.234 » : mille deux cent trente-quatre, ou un virgule deux ?',
    preparer: juste,
    commande: [
      'devis',
      'nouveau',
      '--affaire',
      'AFF-2026-0001',
      '--objet',
      'X',
      '--montant',
      '1.234',
      '-c',
      'suivi.xlsx',
    ],
  },
  {
    nom: 'google-non-relie',
    titre: 'Un classeur Google, sans connexion',
    provoque: 'La première commande sur un classeur Google : aucun client OAuth n’est là.',
    preparer: () => {},
    commande: ['revue', '-c', GOOGLE],
    env: (dossier) => ({ XDG_CONFIG_HOME: dossier }),
  },
  {
    nom: 'google-client-web',
    titre: 'Un client OAuth qui ne convient pas',
    provoque: 'Le fichier téléchargé est celui d’une application web.',
    preparer: (dossier) => a.texteBrut(dossier, 'client.json', '{"web":{"client_id":"1"}}'),
    commande: ['revue', '-c', GOOGLE],
    env: (dossier) => ({ SUIVI_GOOGLE_CLIENT: `${dossier}/client.json` }),
  },
  {
    nom: 'google-autre-adresse',
    titre: 'Une adresse qui n’est pas celle d’un classeur',
    provoque: 'L’adresse d’un document Google, ou d’une feuille « publiée sur le web ».',
    preparer: () => {},
    commande: ['revue', '-c', 'https://docs.google.com/document/d/1AbC/edit'],
  },
  {
    nom: 'gmail-ou-dossier',
    titre: 'Gmail ou un dossier',
    provoque: '--gmail et -o à la fois.',
    preparer: juste,
    commande: ['relances', '--gmail', '-o', 'brouillons', '-c', 'suivi.xlsx'],
  },
];
