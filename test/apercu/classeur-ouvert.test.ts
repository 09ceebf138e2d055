import { readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClasseurOuvert, ID } from '../../cli/preview/classeur-ouvert';
import { depuisEmulateur } from '../../cli/preview/document/depuis-emulateur';
import { lireDocument } from '../../cli/preview/document/lire-document';
import type { Grille } from '../../cli/preview/document/grille';
import { choixDuTableau } from '../../cli/preview/document/pages-vivantes';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import type { ChangementsVus } from '../../cli/preview/protocole';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { prendreVerrou } from '../../cli/workbooks/xlsx/verrou';
import { voisinsDe } from '../../cli/workbooks/xlsx/voisins';
import { ajouter } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { euros, jour } from '../support/valeurs';
import { greffer } from '../xlsx/greffes';
import { classeurNeuf, differences, dossierNeuf, python } from '../xlsx/outils';

/** Un classeur arrangé par son utilisateur : colonne et onglets à lui, formules, graphique, image. */
let modele: Buffer;

beforeAll(async () => {
  const dossier = dossierNeuf();
  const base = join(dossier, 'base.xlsx');
  await classeurNeuf(base, {
    devis: [1, 2, 3].map((i) => ({
      numero: `DEV-2026-000${i}`,
      version: 1,
      client: `Société ${i}`,
      montantHt: euros(1000 * i),
      envoyeLe: jour(`2026-03-0${i}`),
      statut: 'Envoyé' as const,
    })),
    clients: [{ organisation: 'Mairie' }, { organisation: 'Lycée' }],
  });
  const decore = join(dossier, 'décoré.xlsx');
  python('decorer.py', base, decore);
  modele = Buffer.from(greffer(readFileSync(decore)));
}, 60_000);

interface Essai {
  readonly chemin: string;
  readonly classeur: ClasseurOuvert;
  readonly changements: ChangementsVus[][];
  readonly recharges: () => number;
}

function ouvrir(attenteMs?: number): Essai {
  const chemin = join(dossierNeuf(), 'suivi.xlsx');
  writeFileSync(chemin, modele);
  const changements: ChangementsVus[][] = [];
  let recharges = 0;
  const classeur = new ClasseurOuvert(
    chemin,
    {
      change: (c) => changements.push([...c]),
      recharge: () => (recharges += 1),
    },
    attenteMs,
  );
  return { chemin, classeur, changements, recharges: () => recharges };
}

const grilleDu = (chemin: string): Grille =>
  lireDocument(ClasseurXlsx.ouvrir(readFileSync(chemin), chemin)).grille;

/** Ce que l'émulateur et le fichier contiennent, sans les natures ni les résultats de formules. */
const nu = (grille: Grille) =>
  Object.fromEntries(
    [...grille].map(([onglet, cellules]) => [
      onglet,
      Object.fromEntries(
        cellules.flatMap((rangee, l) =>
          Array.from(rangee ?? [], (c, r) => [
            `${l + 1}:${r}`,
            c && (c.formule ?? c.valeur),
          ]).filter(([, v]) => v !== undefined),
        ),
      ),
    ]),
  );

const idDe = (c: ClasseurOuvert, onglet: string): number =>
  c.emulateur.onglets(ID).find((o) => o.titre === onglet)?.id ?? -1;

const poser = (
  sheetId: number,
  ligne: number,
  rang: number,
  userEnteredValue?: object,
): object => ({
  updateCells: {
    range: {
      sheetId,
      startRowIndex: ligne - 1,
      endRowIndex: ligne,
      startColumnIndex: rang,
      endColumnIndex: rang + 1,
    },
    rows: [{ values: [userEnteredValue ? { userEnteredValue } : {}] }],
    fields: 'userEnteredValue',
  },
});

const ecrire = (c: ClasseurOuvert, ...requetes: object[]): Promise<unknown> =>
  c.agir(() => c.emulateur.executer({ methode: 'batchUpdate', id: ID, requetes }));

describe('un .xlsx ouvert dans l’émulateur', () => {
  it('y est en entier : toutes les cellules de tous les onglets, formules comprises', () => {
    const { chemin, classeur } = ouvrir();
    expect(nu(classeur.grille)).toEqual(nu(grilleDu(chemin)));
    expect(nu(classeur.grille)['Ma synthèse']).toEqual({
      '1:0': 'Total',
      '1:1': '=SUM(Devis!F2:F100)',
    });
  });

  it('est prêt pour le module : identité et jeton', () => {
    const { classeur } = ouvrir();
    const etat = classeur.emulateur.etat(ID);
    expect(etat.plagesNommees.map((p) => p.nom)).toEqual([
      expect.stringMatching(/^SUIVI_JETON_[0-9A-F]{16}$/),
    ]);
    expect(etat.metadonnees.map((m) => [m.metadataKey, m.metadataValue])).toContainEqual([
      'suivi.classeur',
      ID,
    ]);
  });

  it('des écritures quelconques : le fichier et l’émulateur restent pareils, le reste à l’octet près', async () => {
    const valeur = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }).map((stringValue) => ({ stringValue })),
      fc.integer().map((numberValue) => ({ numberValue })),
      fc.boolean().map((boolValue) => ({ boolValue })),
      fc.constantFrom({ formulaValue: '=SUM(Devis!A2:A9;1,5)' }, { formulaValue: '="é"&"<&>"' }),
      fc.constant(undefined),
    );
    const onglet = fc.constantFrom('Devis', 'Clients', 'Brouillon à moi', 'Journal');
    const ecriture = fc.record({
      onglet,
      ligne: fc.integer({ min: 1, max: 12 }),
      rang: fc.integer({ min: 0, max: 25 }),
      valeur,
    });
    const insertion = fc.record({ onglet, avant: fc.integer({ min: 2, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(ecriture, { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.option(insertion),
        async (lots, inseree) => {
          const { chemin, classeur } = ouvrir();
          if (inseree) {
            const range = {
              sheetId: idDe(classeur, inseree.onglet),
              dimension: 'ROWS',
              startIndex: inseree.avant - 1,
              endIndex: inseree.avant,
            };
            await ecrire(classeur, { insertDimension: { range, inheritFromBefore: true } });
          }
          for (const lot of lots) {
            const requetes = lot.map((e) =>
              poser(idDe(classeur, e.onglet), e.ligne, e.rang, e.valeur),
            );
            await ecrire(classeur, ...requetes);
          }
          expect(nu(grilleDu(chemin))).toEqual(nu(depuisEmulateur(classeur.emulateur.etat(ID))));
          const touches = new Set([
            ...lots.flat().map((e) => e.onglet),
            ...(inseree ? [inseree.onglet, 'Ma synthèse'] : []),
          ]);
          const { feuilles } = ClasseurXlsx.ouvrir(modele, chemin).paquet;
          const permises = feuilles.filter((f) => touches.has(f.nom)).map((f) => f.partie);
          const changees = differences(modele, readFileSync(chemin)).filter((p) =>
            /worksheets\/sheet|drawings|charts|media|comments|pivot|vba/.test(p),
          );
          expect(permises).toEqual(expect.arrayContaining(changees));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('la page apprend les cellules changées, et elles seules', async () => {
    const { classeur, changements } = ouvrir();
    await ecrire(classeur, poser(idDe(classeur, 'Clients'), 3, 0, { stringValue: 'Collège' }));
    expect(changements).toEqual([
      [
        {
          onglet: 'Clients',
          cellules: [[3, 0, 'Collège', null, null]],
          hauteurs: expect.anything(),
        },
      ],
    ]);
  });

  it('des lignes insérées : les formules suivent ce qu’elles désignent', async () => {
    const { chemin, classeur } = ouvrir();
    const range = {
      sheetId: idDe(classeur, 'Devis'),
      dimension: 'ROWS',
      startIndex: 2,
      endIndex: 4,
    };
    await ecrire(classeur, { insertDimension: { range } });
    expect(nu(grilleDu(chemin))['Ma synthèse']?.['1:1']).toBe('=SUM(Devis!F2:F102)');
  });
});

it('un onglet que le module crée (des rejets) devient un onglet du fichier', async () => {
  const { classeur, chemin } = ouvrir();
  const cellule = (texte: string): object => ({ userEnteredValue: { stringValue: texte } });
  const range = { sheetId: 9_999, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0 };
  await ecrire(
    classeur,
    { addSheet: { properties: { sheetId: 9_999, title: 'Rejets import' } } },
    {
      updateCells: {
        range: { ...range, endColumnIndex: 2 },
        rows: [{ values: [cellule('=1+1'), cellule('été')] }],
        fields: 'userEnteredValue',
      },
    },
  );
  expect(nu(grilleDu(chemin))['Rejets import']).toEqual({ '1:0': '=1+1', '1:1': 'été' });
});

describe('ce qui ne peut pas être enregistré n’a pas lieu', () => {
  const essayer = async ({ chemin, classeur }: Essai, ...requetes: object[]): Promise<string> => {
    const [avant, fichier] = [nu(classeur.grille), readFileSync(chemin)];
    let message = '';
    await expect(
      classeur.agir(() => {
        try {
          classeur.emulateur.executer({ methode: 'batchUpdate', id: ID, requetes });
        } catch (erreur) {
          if (erreur instanceof ErreurApi) ({ message } = erreur);
          throw erreur;
        }
      }),
    ).rejects.toMatchObject({ statut: 400 });
    expect(nu(depuisEmulateur(classeur.emulateur.etat(ID)))).toEqual(avant);
    expect(readFileSync(chemin).equals(fichier)).toBe(true);
    return message;
  };
  const unePose = ({ classeur }: Essai) =>
    poser(idDe(classeur, 'Clients'), 2, 0, { stringValue: 'x' });

  it('le fichier est ouvert dans Excel', async () => {
    const essai = ouvrir();
    writeFileSync(join(dirname(essai.chemin), '~$suivi.xlsx'), '');
    expect(await essayer(essai, unePose(essai))).toMatch(
      /est ouvert dans un tableur\. Enregistrez-le/,
    );
    unlinkSync(join(dirname(essai.chemin), '~$suivi.xlsx'));
    await ecrire(essai.classeur, unePose(essai));
    expect(nu(grilleDu(essai.chemin))['Clients']?.['2:0']).toBe('x');
  });

  it('un autre processus garde le verrou : lire reste permis', async () => {
    const essai = ouvrir(200);
    const verrou = await prendreVerrou(voisinsDe(essai.chemin).verrou, 0);
    expect(await essai.classeur.agir(() => 'lu')).toBe('lu');
    expect(await essayer(essai, unePose(essai))).toMatch(/est en cours d’écriture par/);
    verrou?.rendre();
  });

  it('un onglet renommé', async () => {
    const essai = ouvrir();
    const sheetId = idDe(essai.classeur, 'Devis');
    const properties = { sheetId, title: 'Mes devis' };
    expect(
      await essayer(essai, { updateSheetProperties: { properties, fields: 'title' } }),
    ).toMatch(/«.Devis.» reste tel quel/);
  });

  it('une partie d’un lot est refusée : tout l’est', async () => {
    const essai = ouvrir();
    const long = { stringValue: 'x'.repeat(40_000) };
    const message = await essayer(
      essai,
      unePose(essai),
      poser(idDe(essai.classeur, 'Clients'), 3, 0, long),
    );
    expect(message).toMatch(/le texte a 40.000 caractères/);
  });
});

describe('le fichier change ailleurs', () => {
  const nouveau = () =>
    plan(null, { changements: [ajouter('clients', { organisation: 'Usine' })] });

  it('la commande écrit : tout est relu avant d’agir, rien n’est perdu', async () => {
    const { chemin, classeur, recharges } = ouvrir();
    await modifierClasseur(chemin, nouveau);
    await ecrire(classeur, poser(idDe(classeur, 'Clients'), 2, 1, { stringValue: 'Client' }));
    expect(recharges()).toBe(1);
    const clients = nu(grilleDu(chemin))['Clients'];
    expect([clients?.['4:0'], clients?.['2:1']]).toEqual(['Usine', 'Client']);
  });

  it('la veille le voit et le dit une fois', async () => {
    const { chemin, classeur, recharges } = ouvrir();
    expect(await classeur.veiller()).toBeNull();
    await modifierClasseur(chemin, nouveau);
    expect(await classeur.veiller()).toBeNull();
    expect(await classeur.veiller()).toBeNull();
    expect(recharges()).toBe(1);
    expect(nu(classeur.grille)['Clients']?.['4:0']).toBe('Usine');
  });

  it('illisible un instant : la veille dit pourquoi, et l’aperçu reste ce qu’il était', async () => {
    const { chemin, classeur } = ouvrir();
    const avant = nu(classeur.grille);
    writeFileSync(chemin, 'pas un classeur');
    utimesSync(chemin, 1, 1);
    expect(await classeur.veiller()).toMatch(/n’est pas un classeur \.xlsx|est abîmé/);
    expect(nu(classeur.grille)).toEqual(avant);
    writeFileSync(chemin, modele);
    expect(await classeur.veiller()).toBeNull();
  });
});

describe('les pages que le produit dessine', () => {
  const pages = async (): Promise<Essai> => {
    const chemin = join(dossierNeuf(), 'suivi.xlsx');
    writeFileSync(chemin, await creerModele({ clients: [{ organisation: 'Mairie' }] }));
    let recharges = 0;
    const classeur = new ClasseurOuvert(chemin, {
      change: () => undefined,
      recharge: () => (recharges += 1),
    });
    return { chemin, classeur, changements: [], recharges: () => recharges };
  };

  it('le module les refait pour lui : le fichier garde les siennes, la page se remontre', async () => {
    const { chemin, classeur, recharges } = await pages();
    const avant = readFileSync(chemin);
    await ecrire(
      classeur,
      poser(idDe(classeur, 'Accueil'), 3, 1, { stringValue: 'Selon le menu' }),
      poser(idDe(classeur, 'Chiffres'), 3, 2, { formulaValue: '=SUM(Devis!A:A;1)' }),
    );
    expect(readFileSync(chemin).equals(avant)).toBe(true);
    expect([recharges(), classeur.accueilEmule === null]).toEqual([1, false]);
  });

  it('une page que le fichier n’a pas peut naître dans Sheets', async () => {
    const { chemin, classeur } = ouvrir();
    const avant = readFileSync(chemin);
    await ecrire(classeur, { addSheet: { properties: { title: 'Calculs', hidden: true } } });
    expect(readFileSync(chemin).equals(avant)).toBe(true);
  });

  it('ce que le tableau de bord doit montrer se choisit, et va dans le fichier', async () => {
    const { chemin, classeur } = await pages();
    const [mois] = choixDuTableau(classeur.document.noms, 'TB_mois');
    if (!mois) throw new Error('TB_mois');
    await ecrire(
      classeur,
      poser(idDe(classeur, 'Tableau de bord'), mois.ligne, mois.rang, { numberValue: 46_054 }),
    );
    const grille = grilleDu(chemin).get('Tableau de bord');
    expect(grille?.[mois.ligne - 1]?.[mois.rang]?.valeur).toBe(46_054);
  });

  it('l’émulateur en connaît les noms, comme Sheets après l’import du fichier', async () => {
    const { classeur } = await pages();
    const noms = classeur.emulateur.etat(ID).plagesNommees.map((p) => p.nom);
    expect(noms).toEqual(
      expect.arrayContaining(['TB_mois', 'TB_responsable', 'TB_devisEmis_nombre']),
    );
  });
});
