import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { avecNavigateur } from '../support/navigateur';
import { Devant } from '../support/apercu-ouvert';
import { suiviJson, suiviProcessus } from '../support/suivi';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { dossierNeuf } from '../xlsx/outils';

/**
 * Une vraie semaine, par de vrais clics dans le vrai menu et les vrais formulaires, puis les mêmes
 * faits relus par la commande dans le fichier.
 */
const LUNDI = '2026-03-02';
const LUNDI_SUIVANT = '2026-03-09';
const GERANTE = 'helene.marsacq@valex.example';
const CONSULTANTE = 'ines.delormeau@valex.example';
const DELAI = 180_000;

const navigateur = avecNavigateur();
const classeur = join(dossierNeuf(), 'suivi.xlsx');
let devant: Devant | null = null;

const ouvrir = async (utilisateur: string, le: string): Promise<Devant> => {
  devant = await Devant.ouvrir(navigateur(), classeur, { le, utilisateur });
  return devant;
};

beforeAll(async () => {
  await suiviProcessus('init', classeur, '--exemple', '--le', LUNDI);
}, DELAI);

afterEach(async () => {
  const code = await devant?.fermer();
  devant = null;
  expect(code ?? 0).toBe(0);
});

interface DevisLu {
  readonly numero: string;
  readonly statut: string;
  readonly client: string;
  readonly montantHt: number;
  readonly envoyeLe: string | null;
  readonly decideLe: string | null;
}

/** Ce que la commande lit dans le fichier. */
const devisDe = async (client: string): Promise<DevisLu[]> => {
  const { json } = await suiviJson<DevisLu[]>('devis', 'lister', '-c', classeur);
  return json.filter((d) => d.client === client);
};

const tables = () => lireClasseur(classeur).tables;
const ligneDuDevis = (numero: string): number =>
  tables().devis.find((d) => d.numero === numero)?.ligne ?? 0;

const CLIENT = 'Brasserie de la Lune';
let numero = '';

describe('une semaine dans l’aperçu', () => {
  it(
    'lundi, la consultante installe, ouvre l’affaire, la passe en revue, rédige et soumet',
    { timeout: DELAI },
    async () => {
      const d = await ouvrir(CONSULTANTE, LUNDI);
      await d.image('accueil');
      await d.menu('Installer / Réparer', 'Installer / Réparer');
      await d.lire(/vos données n’ont pas été touchées/);
      await d.image('installer');

      await d.menu('Nouvelle affaire', 'Nouvelle affaire…');
      await d.remplir({
        Client: CLIENT,
        Objet: 'Audit énergétique',
        'Montant estimé': '12 500,50',
      });
      await d.image('nouvelle-affaire');
      await d.bouton('Ouvrir l’affaire');
      await d.lire(/L’affaire AFF-2026-\d{4} est ouverte pour Brasserie de la Lune\./);
      expect(tables().affaires.at(-1)).toMatchObject({
        client: CLIENT,
        etape: 'Détectée',
        montantEstime: 1_250_050,
        responsable: CONSULTANTE,
      });

      await d.bouton('Go/NoGo…');
      await d.titre(/Go.*NoGo/);
      await d.repondre('Délai tenable', 'Oui');
      await d.repondre('Compétence', 'Oui');
      await d.choisir('Décision', 'Go');
      await d.image('gonogo');
      await d.bouton('Enregistrer la décision');
      await d.lire(/Revue de contrat de l’affaire AFF-2026-\d{4}.: Go\./);

      // Le lien mène à la ligne de l'affaire : le menu sait alors de quelle affaire on parle.
      await d.bouton('Voir la ligne');
      await expect.poll(() => d.cellule()).toMatch(/^Affaires A\d+ : AFF-2026-\d{4}$/);
      await d.menu('Nouveau devis', 'Nouveau devis…');
      await d.remplir({ 'Montant HT': '9 800' });
      await d.image('nouveau-devis');
      await d.bouton('Créer le brouillon');
      await d.lire(/Le devis PROV-\d+ est prêt à relire/);
      await d.bouton('Soumettre…');
      await d.titre('Soumettre à validation');
      await d.bouton('Soumettre');
      await d.lire(/Le devis PROV-\d+ est soumis à la validation\./);
      expect(await devisDe(CLIENT)).toMatchObject([{ statut: 'En validation', montantHt: 9800 }]);
      expect(d.erreurs).toEqual([]);
    },
  );

  it('la gérante valide, le numéro est attribué ; le devis part', { timeout: DELAI }, async () => {
    const d = await ouvrir(GERANTE, LUNDI);
    const [brouillon] = await devisDe(CLIENT);
    await d.onglet('Devis');
    await d.aller(`A${ligneDuDevis(brouillon?.numero ?? '')}`);
    await d.menu('Valider et numéroter', 'Devis sélectionné', 'Valider et numéroter');
    const annonce = await d.lire(/Le numéro DEV-2026-\d{4} sera attribué/);
    await d.image('valider');
    await d.bouton('Valider');
    await d.lire(/Le devis DEV-2026-\d{4} \(PROV-\d+ jusqu’ici\) est validé\./);
    await d.image('resultat');
    const [valide] = await devisDe(CLIENT);
    numero = valide?.numero ?? '';
    expect(annonce).toContain(numero);
    expect(valide?.statut).toBe('Validé');
    expect(tables().registre.filter((r) => r.numero === numero)).toHaveLength(1);

    await d.bouton('Marquer envoyé…');
    await d.titre('Marquer envoyé');
    await d.remplir({ 'Envoyé à': 'direction@brasserie.example' });
    await d.image('envoyer');
    await d.bouton('Marquer envoyé');
    await d.lire(`Le devis ${numero} est envoyé.`);
    expect(await devisDe(CLIENT)).toMatchObject([{ statut: 'Envoyé', envoyeLe: LUNDI }]);
    expect(d.erreurs).toEqual([]);
  });

  it(
    'une semaine plus tard, la relance est un brouillon, et un seul',
    { timeout: DELAI },
    async () => {
      const d = await ouvrir(CONSULTANTE, LUNDI_SUIVANT);
      const mienne = d.page
        .locator('#brouillons')
        .getByRole('button', { name: /direction@brasserie/ });
      await d.menu('Relances', 'Relances', 'Préparer les brouillons');
      await d.lire(new RegExp(`${numero} · relance 1`));
      await d.image('relances');
      await d.bouton('Préparer les brouillons');
      await d.lire(/brouillons? (?:prêts?|préparés?)/);
      await d.page.getByRole('button', { name: 'Brouillons' }).click();
      await mienne.click();
      const boite = d.page.locator('#brouillons');
      await boite.getByRole('heading', { name: new RegExp(numero) }).waitFor();
      expect(await boite.locator('.corps').textContent()).toContain('Audit énergétique');
      await d.image('brouillon');

      // La même chose une deuxième fois n'en fait pas d'autre.
      const siennes = () => tables().actions.filter((a) => a.devis === numero);
      // Le brouillon se voit dès qu'il existe ; son identité s'inscrit juste après.
      await expect
        .poll(() => siennes().map((a) => [a.type, a.brouillon]), { timeout: 20_000 })
        .toContainEqual(['Relance', expect.stringMatching(/^r-\d+$/)]);
      const avant = siennes();
      await d.menu('Relances', 'Relances', 'Préparer les brouillons');
      await d.lire(/relances? dues? aujourd’hui|Aucune relance n’est due/);
      expect(await d.panneau.getByText(`${numero} · relance`).count()).toBe(0);
      await boite.getByRole('button', { name: 'Tous les brouillons' }).click();
      await mienne.first().waitFor();
      expect(await mienne.count()).toBe(1);
      expect(tables().actions.filter((a) => a.devis === numero)).toEqual(avant);
      expect(d.erreurs).toEqual([]);
    },
  );

  it('la revue du lundi : cinq décisions, appliquées d’un clic', { timeout: DELAI }, async () => {
    const d = await ouvrir(GERANTE, LUNDI_SUIVANT);
    await d.onglet('Tableau de bord');
    await d.image('tableau');
    await d.menu('Revue hebdo', 'Revue hebdo', 'Préparer');
    await d.lire(/Revue 2026-S11.: \d+ devis et affaires à examiner/);
    await d.onglet('Revue hebdo');
    const choisies = tables()
      .revueHebdo.filter((r) => r.statut === 'Envoyé' && r.numero !== numero)
      .slice(0, 5);
    const [a, b, c, e, f] = choisies.map((r) => r.ligne);
    await d.taper(`K${a}`, 'Relancer');
    await d.taper(`K${b}`, 'Attendre');
    await d.taper(`L${b}`, '20/3/2026');
    await d.taper(`K${c}`, 'Refusé');
    await d.taper(`M${c}`, 'Prix');
    await d.taper(`K${e}`, 'Sans suite');
    await d.taper(`M${e}`, 'Sans réponse');
    await d.taper(`K${f}`, 'Signé');
    await d.taper(`N${f}`, 'Bon de commande');
    await d.image('revue');

    await d.menu('Revue hebdo', 'Revue hebdo', 'Appliquer les décisions');
    await d.lire(/5 décisions appliquées/);
    await d.image('revue-appliquee');
    const { devis, actions, affaires } = tables();
    const apres = choisies.map(
      (r) => devis.find((x) => x.numero === r.numero && x.statut !== 'Remplacé') ?? null,
    );
    expect(apres.map((x) => x?.statut)).toEqual([
      'Envoyé',
      'Envoyé',
      'Refusé',
      'Sans suite',
      'Signé',
    ]);
    expect(apres[1]?.pasDeRelanceAvant).toBe('2026-03-20');
    expect(apres.slice(2).map((x) => [x?.motif, x?.decideLe])).toEqual([
      ['Prix', LUNDI_SUIVANT],
      ['Sans réponse', LUNDI_SUIVANT],
      [null, LUNDI_SUIVANT],
    ]);
    expect(affaires.find((x) => x.numero === apres[4]?.affaire)?.etape).toBe('Commande à vérifier');
    expect(actions.filter((x) => x.type === 'Revue' && x.date === LUNDI_SUIVANT)).toHaveLength(1);
    expect(d.erreurs).toEqual([]);
  });

  it('le client signe', { timeout: DELAI }, async () => {
    const d = await ouvrir(GERANTE, LUNDI_SUIVANT);
    await d.onglet('Devis');
    await d.aller(`A${ligneDuDevis(numero)}`);
    await d.menu('Signer', 'Devis sélectionné', 'Signer…');
    await d.choisir('Forme de la commande', 'Courriel bon pour accord');
    await d.image('signer');
    await d.bouton('Enregistrer la signature');
    await d.lire(`Le devis ${numero} est signé.`);
    expect(await devisDe(CLIENT)).toMatchObject([
      { numero, statut: 'Signé', montantHt: 9800, envoyeLe: LUNDI, decideLe: LUNDI_SUIVANT },
    ]);
    const { clients, affaires } = tables();
    expect(clients.find((c) => c.organisation === CLIENT)?.statut).toBe('Client');
    expect(affaires.find((a) => a.client === CLIENT)?.etape).toBe('Commande à vérifier');
    expect(d.erreurs).toEqual([]);
  });

  it('la commande relit le classeur sans rien y trouver à redire', { timeout: DELAI }, async () => {
    const avant = await suiviJson<{ anomalies: unknown[] }>(
      'controler',
      '--simulation',
      '-c',
      classeur,
    );
    expect(avant.json.anomalies.filter((a) => JSON.stringify(a).includes(numero))).toEqual([]);
    const { journal } = tables();
    const miennes = journal.filter((j) => j.origine?.includes('module'));
    expect(new Set(miennes.map((j) => j.par))).toEqual(new Set([CONSULTANTE, GERANTE]));
  });
});
