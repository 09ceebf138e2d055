import { describe, expect, it } from 'vitest';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import type { Panneau } from '../../apps-script/panneau/contrat';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { Bureau, CAMILLE, envoiDe, type Personne, resultatDe } from './bureau';

/** Les pannes d'un appel : un refus net, une panne de Google, une coupure avant et après. */
const PANNES = [
  { nom: '429', quand: 'avant', erreur: () => new ErreurApi(429, 'Quota exceeded') },
  { nom: '500', quand: 'avant', erreur: () => new ErreurApi(500, 'Internal error') },
  { nom: '500 après', quand: 'apres', erreur: () => new ErreurApi(500, 'Internal error') },
  {
    nom: 'coupure avant',
    quand: 'avant',
    erreur: () => new ErreurApi(null, 'Address unavailable'),
  },
  {
    nom: 'coupure après',
    quand: 'apres',
    erreur: () => new ErreurApi(null, 'Address unavailable'),
  },
] as const;

type Panne = (typeof PANNES)[number];

/** Une panne passagère, à chaque appel ; deux qui durent, le temps que tous les essais échouent. */
const CAS = [
  ...PANNES.map((panne) => ({ panne, durable: false })),
  ...PANNES.filter((p) => p.nom === '500 après' || p.nom === 'coupure avant').map((panne) => ({
    panne,
    durable: true,
  })),
];

/** Les appels de service d'une exécution, dans l'ordre. */
function appelsDe(p: Personne, faire: () => void): string[] {
  const appels: string[] = [];
  p.hote.surService = (nom, quand) => {
    if (quand === 'avant') appels.push(nom);
  };
  faire();
  p.hote.surService = null;
  return appels;
}

/** Fait échouer le k-ième appel, et lui seul ; `durable` : et tous ceux à Sheets qui le suivent. */
function enPanne(
  p: Personne,
  rang: number,
  panne: Panne,
  durable: boolean,
  faire: () => void,
  sauf?: RegExp,
): void {
  let vus = -1;
  let enCours = false;
  p.hote.surService = (nom, quand) => {
    if (quand === 'avant') vus += 1;
    if (sauf?.test(nom)) return;
    const suivant = durable && enCours && nom.startsWith('Sheets.');
    if ((vus !== rang && !suivant) || quand !== panne.quand) return;
    enCours = true;
    throw panne.erreur();
  };
  faire();
  p.hote.surService = null;
}

interface Scenario {
  readonly nom: string;
  readonly bureau: () => Bureau;
  /** Prépare une demande neuve, jamais encore envoyée. */
  readonly preparer: (b: Bureau, p: Personne) => Panneau;
  readonly valeurs: (tour: number) => Record<string, string>;
  /** Ce qui a été fait, compté : doit avancer d'un et d'un seul à chaque demande. */
  readonly compter: (b: Bureau, p: Personne) => number;
}

const base = () => ({ clients: [unClient({ contact: 'Mme Martin' })], affaires: [uneAffaire()] });

const SCENARIOS: readonly Scenario[] = [
  {
    nom: 'nouvelle affaire',
    bureau: () => new Bureau(base()),
    preparer: (_, p) => p.menu('nouvelleAffaire'),
    valeurs: (tour) => ({ client: `Client ${tour}`, objet: 'Audit' }),
    compter: (b) => {
      const { affaires, clients, registre, journal } = b.lire().tables;
      const numeros = new Set(affaires.map((a) => a.numero));
      expect(numeros.size).toBe(affaires.length);
      expect(registre.filter((r) => r.numero?.startsWith('AFF')).length).toBe(affaires.length);
      expect(clients.length).toBe(affaires.length);
      expect(journal.filter((j) => j.onglet === 'Affaires').length).toBe(affaires.length - 1);
      return affaires.length;
    },
  },
  {
    nom: 'valider un devis',
    bureau: () => new Bureau(base()),
    preparer(b, p) {
      const { devis } = b.lire().tables;
      b.ajouter({ devis: [unDevis('En validation', { numero: `PROV-${devis.length + 1}` })] });
      return p.menu('validerDevis', 'devis', devis.length + 2);
    },
    valeurs: () => ({}),
    compter(b) {
      const { devis, registre } = b.lire().tables;
      const numeros = devis.flatMap((d) => (d.statut === 'Validé' ? [d.numero] : []));
      expect(new Set(numeros).size).toBe(numeros.length);
      expect(
        registre
          .filter((r) => r.numero?.startsWith('DEV'))
          .map((r) => r.numero)
          .sort(),
      ).toEqual([...numeros].sort());
      return numeros.length;
    },
  },
];

/** Sans l'écran lui-même, rien ne peut être montré : Google dit l'échec. */
const ECRAN = /^(Ui|Html|SpreadsheetApp\.getUi)/;

/** Fait échouer chaque appel à son tour, de chacune des façons nommées. */
export function essayerPannes(choisies: readonly string[]): void {
  const pannes = PANNES.filter((p) => choisies.includes(p.nom));
  const cas = CAS.filter(({ panne }) => choisies.includes(panne.nom));
  describe.each(SCENARIOS)('$nom : chaque appel échoue à son tour', (s) => {
    it.each(cas)('$panne.nom, durable : $durable', { timeout: 120_000 }, ({ panne, durable }) => {
      const b = s.bureau();
      const p = b.personne();
      let tour = 0;
      const temoin = s.preparer(b, p);
      const appels = appelsDe(p, () => p.envoyer(temoin, s.valeurs(tour)));
      expect(appels).toContain('Sheets.Spreadsheets.batchUpdate');
      let fait = s.compter(b, p);
      for (const rang of appels.keys()) {
        tour += 1;
        const panneau = s.preparer(b, p);
        const texte = JSON.stringify(envoiDe(panneau, s.valeurs(tour)));
        let dit = '';
        enPanne(p, rang, panne, durable, () => {
          const reponse = p.envoyerTexte(texte);
          dit = reponse.ok ? 'fait' : reponse.message;
        });
        const contexte = `${appels[rang]} (${rang})`;
        // Jamais à moitié : tout, ou rien ; et ce qui est dit fait l'est.
        const apres = s.compter(b, p);
        expect(apres - fait, contexte).toBeOneOf(dit === 'fait' ? [1] : [0, 1]);
        expect(dit.length, contexte).toBeGreaterThan(0);
        expect(dit, contexte).not.toMatch(/undefined|null|\[object|TypeError/);
        // La panne finie, la même demande renvoyée compte une fois, et une seule.
        expect(p.envoyerTexte(texte).ok, contexte).toBe(true);
        expect(s.compter(b, p), contexte).toBe(fait + 1);
        fait += 1;
      }
    });
  });

  describe('relances : où que cela s’arrête', () => {
    const bureau = () => new Bureau({ ...base(), devis: [unDevis('Envoyé')] });

    it.each(pannes)('$nom : un brouillon, et un seul', { timeout: 120_000 }, (panne) => {
      const temoin = bureau();
      const t = temoin.personne(CAMILLE);
      const ouvert = t.menu('preparerRelances');
      const appels = appelsDe(t, () => t.envoyer(ouvert));
      for (const rang of appels.keys()) {
        const b = bureau();
        const p = b.personne(CAMILLE);
        const panneau = p.menu('preparerRelances');
        enPanne(p, rang, panne, false, () => p.envoyer(panneau));
        // Le passage suivant finit ce qui manque, et ne double rien.
        const suite = p.menu('preparerRelances');
        if (suite.vue.sorte === 'formulaire') p.envoyer(suite);
        const { actions } = b.lire().tables;
        const contexte = `${appels[rang]} (${rang})`;
        expect(p.hote.brouillons, contexte).toHaveLength(1);
        expect(
          actions.map((a) => a.brouillon),
          contexte,
        ).toEqual([p.hote.brouillons[0]?.id]);
        expect(b.lire().tables.devis[0]?.relancesFaites, contexte).toBe(1);
      }
    });
  });

  describe('commandes sans question', () => {
    it.each(['preparerRevue', 'controler', 'actualiserTableau', 'appliquerRevue'])(
      '%s : une panne rend un panneau, et recommencer aboutit',
      { timeout: 120_000 },
      (fonction) => {
        const b = new Bureau({ ...base(), devis: [unDevis('Envoyé')] });
        const p = b.personne();
        const appels = appelsDe(p, () => p.menu(fonction));
        for (const rang of appels.keys()) {
          for (const panne of pannes) {
            const agir = (): void => {
              expect(resultatDe(p.menu(fonction)).message.length).toBeGreaterThan(10);
            };
            enPanne(p, rang, panne, true, agir, ECRAN);
          }
          expect(resultatDe(p.menu(fonction)).ton).not.toBe('perdu');
        }
      },
    );
  });
}
