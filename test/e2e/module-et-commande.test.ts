import { beforeAll, describe, expect, it } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { HorlogeReglable } from '../../cli/preview/hote/horloge';
import { creerHote } from '../../cli/preview/hote/hote';
import { Nuage } from '../../cli/preview/hote/nuage';
import { creerExecuteur } from '../../cli/google/executer-appel';
import { conduire } from '../../cli/workbooks/google/conduire';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { modifierClasseurGoogle } from '../../src/sheets-api/modifier-classeur-google';
import { MODULE, Personne, reussite } from '../apps-script/bureau';
import { ADRESSE, ID } from '../support/google-emule';
import { GoogleLocal } from '../support/google-local';
import { suiviAvec } from '../support/suivi';

/** Les décisions que l'on choisit le lundi, dans l'onglet, pour l'un comme pour l'autre. */
const DECISIONS = ['Relancer', 'Attendre'] as const;
const choisir = (snapshot: Snapshot) =>
  plan(null, {
    changements: snapshot.tables.revueHebdo.flatMap((l, i) =>
      modifier('revueHebdo', l, l.numero ?? '', { decision: DECISIONS[i % 2] ?? null }),
    ),
  });

type Valeurs = Readonly<Record<string, string>>;

/** Une étape : le jour, qui, le menu et ce qu'on y tape, la commande qui fait de même. */
interface Etape {
  readonly jour: string;
  readonly qui: string;
  /** Action du panneau, sur quoi elle porte, valeurs tapées ; `null` : la commande du menu, sans formulaire. */
  readonly module: readonly [action: string, cible: string | null, valeurs: Valeurs | null];
  readonly commande: readonly string[];
}

const etape = (
  jour: string,
  qui: string,
  module: Etape['module'],
  ...commande: readonly string[]
): Etape => ({ jour, qui, module, commande });

const HISTOIRE: readonly (Etape | 'décider')[] = [
  etape(
    '2026-03-02',
    'paul',
    ['affaire.nouvelle', null, { client: 'Mairie de Sète', objet: '=1+1', origine: 'Réseau' }],
    ...['affaire', 'nouvelle', '--client', 'Mairie de Sète', '--objet', '=1+1'],
    ...['--origine', 'réseau'],
  ),
  etape(
    '2026-03-02',
    'gerant',
    [
      'affaire.gonogo',
      'AFF-2026-0001',
      { decision: 'Go sous conditions', delai: 'Oui', competence: 'Non', conditions: 'À deux' },
    ],
    ...['affaire', 'gonogo', 'AFF-2026-0001', '--decision', 'go-sous-conditions'],
    ...['--delai', 'oui', '--competence', 'non', '--conditions', 'À deux'],
  ),
  etape(
    '2026-03-02',
    'paul',
    ['devis.nouveau', 'AFF-2026-0001', { objet: 'Lot 😀', montantHt: '1 234,50 €' }],
    ...['devis', 'nouveau', '--affaire', 'AFF-2026-0001', '--objet', 'Lot 😀'],
    ...['--montant', '1 234,50'],
  ),
  etape('2026-03-02', 'paul', ['devis.soumettre', 'PROV-1', {}], 'devis', 'soumettre', 'PROV-1'),
  etape('2026-03-02', 'gerant', ['devis.valider', 'PROV-1', {}], 'devis', 'valider', 'PROV-1'),
  etape(
    '2026-03-03',
    'paul',
    ['devis.envoyer', 'DEV-2026-0001', { a: 'mairie@sete.example' }],
    ...['devis', 'envoyer', 'DEV-2026-0001', '--a', 'mairie@sete.example'],
  ),
  etape(
    '2026-03-05',
    'paul',
    ['affaire.nouvelle', null, { client: 'Port de Sète', objet: 'Dragage' }],
    ...['affaire', 'nouvelle', '--client', 'Port de Sète', '--objet', 'Dragage'],
  ),
  etape(
    '2026-03-05',
    'gerant',
    ['affaire.gonogo', 'AFF-2026-0002', { decision: 'Go', delai: 'Oui', competence: 'Oui' }],
    ...['affaire', 'gonogo', 'AFF-2026-0002', '--decision', 'go'],
    ...['--delai', 'oui', '--competence', 'oui'],
  ),
  etape(
    '2026-03-05',
    'paul',
    ['devis.nouveau', 'AFF-2026-0002', { objet: 'Étude', montantHt: '8000' }],
    ...['devis', 'nouveau', '--affaire', 'AFF-2026-0002', '--objet', 'Étude'],
    ...['--montant', '8000'],
  ),
  etape('2026-03-09', 'paul', ['revue.preparer', null, null], 'revue'),
  'décider',
  etape('2026-03-09', 'gerant', ['revue.appliquer', null, null], 'revue', '--appliquer'),
  etape(
    '2026-03-12',
    'paul',
    ['devis.reviser', 'DEV-2026-0001', { montantHt: '1 100' }],
    ...['devis', 'reviser', 'DEV-2026-0001', '--montant', '1100'],
  ),
  etape(
    '2026-03-20',
    'paul',
    ['devis.signer', 'DEV-2026-0001-V1', { forme: 'Bon de commande' }],
    ...['devis', 'signer', 'DEV-2026-0001-V1', '--forme', 'bon de commande'],
  ),
  etape(
    '2026-04-01',
    'gerant',
    ['tableau.cloturer', null, { mois: '03/2026' }],
    ...'tableau --mois 2026-03 --cloturer'.split(' '),
  ),
  etape('2026-04-01', 'gerant', ['controler', null, null], 'controler'),
];

const adresse = (qui: string): string => `${qui}@exemple.fr`;

function vide(emulateur: Emulateur): Emulateur {
  emulateur.creer(ID, {
    properties: { title: 'Suivi', locale: 'fr_FR', timeZone: 'Europe/Paris' },
  });
  return emulateur;
}

async function parLaCommande(): Promise<Emulateur> {
  const google = await new GoogleLocal().ouvrir();
  vide(google.emulateur);
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  const suivi = async (jour: string, qui: string, ...argv: readonly string[]) => {
    const communs = ['--le', jour, '--utilisateur', adresse(qui)];
    const { code, stderr } = await suiviAvec({ env }, ...argv, ...communs);
    if (code !== 0) throw new Error(`${argv.join(' ')} : ${stderr}`);
  };
  try {
    await suivi('2026-03-02', 'gerant', 'init', ADRESSE);
    for (const e of HISTOIRE) {
      if (e === 'décider') {
        await conduire(modifierClasseurGoogle(ID, { jeton: () => '0123456789abcdef' }), {
          executer: creerExecuteur(null, google.racine),
          decider: choisir,
          attendre: async () => {},
        });
      } else await suivi(e.jour, e.qui, ...e.commande, '-c', ADRESSE);
    }
  } finally {
    google.fermer();
  }
  return google.emulateur;
}

async function parLeModule(): Promise<Emulateur> {
  const emulateur = vide(new Emulateur());
  const horloge = new HorlogeReglable('2026-03-02T00:00:00+01:00');
  let tirages = 0;
  const nuage = new Nuage(emulateur, horloge, () =>
    (++tirages).toString(16).padStart(8, '0').padEnd(32, '0'),
  );
  const personne = (qui: string) =>
    new Personne(creerHote({ nuage, id: ID, utilisateur: adresse(qui), module: MODULE }));
  personne('gerant').menu('installer');
  for (const e of HISTOIRE) {
    if (e === 'décider') {
      await conduire(modifierClasseurGoogle(ID, { jeton: () => 'fedcba9876543210' }), {
        executer: async (appel) => ({ ok: true, json: emulateur.executer(appel) }),
        decider: choisir,
        attendre: async () => {},
      });
      continue;
    }
    horloge.fixer(`${e.jour}T00:00:00${e.jour < '2026-03-29' ? '+01:00' : '+02:00'}`);
    const qui = personne(e.qui);
    const [action, cible, valeurs] = e.module;
    const panneau = qui.ouvrir({ action, cible });
    if (valeurs !== null) reussite(qui.envoyer(panneau, valeurs));
  }
  return emulateur;
}

/** Les lignes d'un onglet ; d'où vient l'écriture n'est pas comparé : c'est ce qui diffère. */
function lignesDe(emulateur: Emulateur, onglet: string): unknown[][] {
  const lignes = emulateur.contenu(ID, onglet).map((l) => l.slice());
  const origine = onglet === TABLES.journal.onglet ? (lignes[0]?.indexOf('Origine') ?? -1) : -1;
  return origine < 0 ? lignes : lignes.map((l) => l.filter((_, i) => i !== origine));
}

describe('la même histoire, par le menu du classeur et par la commande', () => {
  let module: Emulateur;
  let commande: Emulateur;
  beforeAll(async () => {
    commande = await parLaCommande();
    module = await parLeModule();
  }, 120_000);

  it.each(CLES_TABLES.map((cle) => TABLES[cle].onglet))(
    'le même onglet, cellule pour cellule : %s',
    (onglet) => {
      expect(lignesDe(module, onglet)).toEqual(lignesDe(commande, onglet));
    },
  );

  it('il s’y passe quelque chose', () => {
    expect(lignesDe(module, 'Devis').map((l) => l[0])).toEqual([
      'N°',
      'DEV-2026-0001',
      'PROV-2',
      'DEV-2026-0001',
    ]);
    expect(lignesDe(module, 'Historique').length).toBeGreaterThan(1);
    expect(lignesDe(module, 'Journal').length).toBeGreaterThan(12);
  });
});
