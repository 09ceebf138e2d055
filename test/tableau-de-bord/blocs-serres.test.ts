import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { PARAMETRES_VIVANTS } from '../../sheets-templates/tableau/parametres';
import { LIGNES_DE_DEPART } from '../../sheets-templates/tableau/calculs';
import { ajouter, modifier } from '../../src/classeur/changements';
import { lettreColonne } from '../../src/classeur/source';
import { TABLES } from '../../src/classeur/tables';
import { lignesGardees } from '../../src/tableau-de-bord/lignes-gardees';
import { snapshotDe } from '../support/classeur-en-memoire';
import { grandeFirme } from '../support/grande-firme';
import { recalculer, type Recalcul } from '../support/recalculer';
import { jour, mois } from '../support/valeurs';
import { calculDe, classeurDe, desaccords, ecrireDans, type Essai } from './accord';

const dossier = mkdtempSync(join(tmpdir(), 'serres-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jour('2026-11-26');
const contenu = grandeFirme(1800, aujourdHui);
const { tables } = snapshotDe(contenu);
const gardees = lignesGardees((table) => tables[table]);

const ORGANISATION = lettreColonne(Object.keys(TABLES.clients.colonnes).indexOf('organisation'));
const repere = (nom: string): string =>
  `Chiffres!J${PARAMETRES_VIVANTS.findIndex(([r]) => r === nom) + 3}`;
/** Ce que les formules gardent, et le bloc qui le tient. */
const GARDES = [
  ['nbDevis', 'devis'],
  ['nbFactures', 'factures'],
  ['nbSatisfaction', 'satisfaction'],
  ['nbActions', 'actions'],
  ['nbRemplacees', 'remplacees'],
  ['nbSuites', 'suites'],
  ['nbEnCours', 'portefeuille'],
  ['nbCommandes', 'commandes'],
  ['nbFacturesDues', 'facturesDues'],
  ['nbVives', 'vives'],
] as const;
/** Tapées bien plus bas que ce que « Calculs » lit, sous des lignes vides. */
const LOIN = ['Devis!A2400', `Clients!${ORGANISATION}2400`].map((cellule) => ({
  cellule,
  valeur: 'Tapé là',
}));
const MOIS = ['2021-07', '2022-12', '2025-02', '2026-11', '2027-11'];

// Tous les devis sans suite sont envoyés à nouveau : bien plus ont encore à dire.
const repris = tables.devis
  .filter((d) => d.statut === 'Sans suite' || d.statut === 'Signé')
  .flatMap((d) => modifier('devis', d, d.numero ?? '', { statut: 'Envoyé' }));
const apres: Essai = {
  nom: 'repris',
  aujourdHui,
  cas: [{ mois: mois('2026-11'), responsable: null }],
  contenu: {
    ...contenu,
    devis:
      contenu.devis?.map((d) =>
        d.statut === 'Sans suite' || d.statut === 'Signé' ? { ...d, statut: 'Envoyé' as const } : d,
      ) ?? [],
  },
};

let recalculs: Recalcul[];
beforeAll(async () => {
  const ecrire = ecrireDans(dossier);
  const octets = await classeurDe(contenu, aujourdHui);
  const reprendre = (avant: typeof tables | null): Uint8Array =>
    Buffer.concat(
      appliquerChangements(ClasseurXlsx.ouvrir(Buffer.from(octets), 'c.xlsx'), repris, { avant }),
    );
  const [cas] = apres.cas;
  const calcul = cas && calculDe(cas);
  const relu = {
    saisies: calcul?.saisies ?? [],
    plages: [...(calcul?.plages ?? []), repere('nonCalculees')],
  };
  const court = reprendre(null);
  const ailleurs = appliquerChangements(
    ClasseurXlsx.ouvrir(Buffer.from(court), 'c.xlsx'),
    [ajouter('journal', { action: 'contrôle' })],
    { avant: snapshotDe(apres.contenu).tables },
  );
  recalculs = recalculer(dossier, [
    {
      chemin: ecrire('mois', octets),
      calculs: [
        ...MOIS.map((m) => ({
          saisies: calculDe({ mois: mois(m), responsable: null }).saisies,
          plages: [...GARDES.map(([nom]) => repere(nom)), repere('nonCalculees')],
        })),
        { saisies: LOIN, plages: [repere('nonCalculees')] },
      ],
    },
    { chemin: ecrire('court', court), calculs: [relu] },
    { chemin: ecrire('suivi', reprendre(tables)), calculs: [relu] },
    { chemin: ecrire('ailleurs', Buffer.concat(ailleurs)), calculs: [relu] },
  ]);
}, 600_000);

const nombre = (recalcul: number, calcul: number, plage: number): number =>
  Number(recalculs[recalcul]?.lus[calcul]?.[plage]?.[0]?.[0]);

describe('un bloc serré tient ce qui a encore à dire', () => {
  it.each(MOIS.map((m, i) => [m, i] as const))('de quelque mois que l’on regarde : %s', (_, i) => {
    GARDES.forEach(([nom, bloc], k) => {
      const garde = nombre(0, i, k);
      expect([nom, garde <= gardees(bloc)]).toEqual([nom, true]);
    });
    expect(nombre(0, i, GARDES.length)).toBe(0);
  });

  it('sans quoi les blocs auraient la hauteur de leur onglet', () => {
    expect(gardees('devis')).toBeLessThan(tables.devis.length / 2);
    expect(gardees('actions')).toBeLessThan(tables.actions.length / 3);
    expect(gardees('portefeuille')).toBeLessThan(gardees('devis') / 2);
  });
});

it('des lignes tapées bien plus bas se disent, même sous des lignes vides', () => {
  expect(nombre(0, MOIS.length, 0)).toBe(LOIN.length);
});

describe('plus de lignes ont soudain à dire', () => {
  const envoyes = apres.contenu.devis?.filter((d) => d.statut === 'Envoyé').length ?? 0;

  it.each([
    ['qui les compte', 2],
    ['dans un autre onglet', 3],
  ])('une écriture %s allonge le bloc', (_, rang) => {
    expect(envoyes).toBeGreaterThan(LIGNES_DE_DEPART);
    const recalcul = recalculs[rang];
    expect(recalcul && desaccords(apres, recalcul)).toEqual([]);
    expect(nombre(rang, 0, 4)).toBe(0);
  });

  it('sinon la page dit combien elle n’en lit pas', () => {
    const manquent = nombre(1, 0, 4);
    expect(manquent).toBeGreaterThan(0);
    // Le reste se compte toujours : une page partielle, jamais une page d'erreurs.
    const montres = (recalcul: number): number =>
      Number(
        recalculs[recalcul]?.lus[0]?.[0]?.find(([nom]) => nom === 'TB_portefeuille_nombre')?.[2],
      );
    expect(montres(1)).toBe(LIGNES_DE_DEPART);
    expect(montres(1)).toBeLessThan(montres(2));
  });
});
