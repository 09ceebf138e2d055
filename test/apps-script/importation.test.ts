import { describe, expect, it } from 'vitest';
import {
  ecrireImport,
  ongletsImportables,
  prevoirImport,
  type Suite,
} from '../../apps-script/importation/importer';
import type { Demande } from '../../apps-script/importation/demande';
import { MAX_TEXTE } from '../../src/classeur/longueur-texte';
import { creerCadence } from '../../src/sheets-api/cadence';
import { ClasseurGoogle } from '../support/classeur-google';
import { classeurLeger, jsonLeger } from '../support/classeur-leger';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ENTETE_DEVIS, ligneDevis } from '../support/import-google';
import { contexte } from '../support/valeurs';

/** La partie « importation », sans Google ni page : ses dialogues, sur l'émulateur. */
const CTX = contexte('2026-03-20');

const demande = (texte: string, plus: Partial<Demande> = {}): Demande => ({
  table: 'devis',
  onglet: null,
  fichier: {
    nom: 'devis.csv',
    encodage: 'utf-8',
    doute: null,
    texte,
    lignesAutres: 0,
    abime: false,
  },
  ...plus,
});

/** Sans avoir demandé de plan. */
const SANS_PLAN = { numero: null, empreinte: null };

const conduite = (classeur: ClasseurGoogle, arreter = () => false) => ({
  jeton: classeur.jeton,
  contexte: CTX,
  cadence: creerCadence(() => 0, 1000),
  arreter,
});

const vueDe = (suite: Suite) => {
  if ('refus' in suite) throw new Error(suite.refus.message);
  return suite.vue;
};
const contenu = (c: ClasseurGoogle, titre: string) => c.emulateur.contenu(c.id, titre);

describe('un grand import, le temps d’un script compté', () => {
  it('s’arrête entre deux envois, et se continue sous le même numéro, ses rejets à la fin', () => {
    const classeur = new ClasseurGoogle(jsonLeger(), undefined, new Emulateur());
    const N = 2_400;
    const lignes = Array.from({ length: N }, (_, i) => ligneDevis(i));
    const texte = [ENTETE_DEVIS, ...lignes, ';;Refusé;12;01/02/2025;sans client'].join('\n');
    const d = demande(texte);
    const premiere = vueDe(
      classeur.conduire(
        ecrireImport(
          classeur.id,
          d,
          SANS_PLAN,
          conduite(classeur, () => true),
        ),
      ),
    );
    expect(premiere).toMatchObject({ sorte: 'formulaire', bouton: 'Continuer' });
    const { cible } = premiere as { cible: string };
    expect(JSON.parse(cible)).toEqual({
      table: 'devis',
      onglet: null,
      numero: 1,
      empreinte: null,
    });
    expect(classeur.emulateur.onglets(classeur.id).map((o) => o.titre)).not.toContain(
      'Rejets import',
    );
    const seconde = vueDe(
      classeur.conduire(
        ecrireImport(
          classeur.id,
          d,
          { numero: 1, empreinte: null },
          conduite(classeur, () => true),
        ),
      ),
    );
    expect(seconde).toMatchObject({ sorte: 'resultat', ton: 'attention' });
    const { devis, journal } = classeur.lire().tables;
    expect(devis).toHaveLength(N);
    expect(new Set(journal.map((j) => j.origine))).toEqual(new Set(['import n° 1']));
    expect(contenu(classeur, 'Rejets import')).toHaveLength(2);
  });
});

describe('l’onglet des rejets', () => {
  it('beaucoup de rejets : tous, dans l’ordre, en une écriture', () => {
    const classeur = classeurLeger();
    const n = 1_203;
    const texte = [
      'Organisation;Ville',
      ...Array.from({ length: n }, (_, i) => `;Ville ${i}`),
    ].join('\n');
    vueDe(
      classeur.conduire(
        ecrireImport(
          classeur.id,
          demande(texte, { table: 'clients' }),
          SANS_PLAN,
          conduite(classeur),
        ),
      ),
    );
    const rejets = contenu(classeur, 'Rejets import');
    expect(rejets.slice(1).map((l) => l[1])).toEqual(
      Array.from({ length: n }, (_, i) => `Ville ${i}`),
    );
    expect(classeur.emulateur.compte.ecritures).toBe(1);
  });

  it('un nom déjà pris : un autre onglet, jamais par-dessus', () => {
    const classeur = classeurLeger();
    for (const [i, title] of ['rejets IMPORT', 'Rejets import 1'].entries()) {
      classeur.aLaMain({ addSheet: { properties: { sheetId: i + 1, title } } });
    }
    const d = demande('Organisation;Ville\n;Lyon', { table: 'clients' });
    vueDe(classeur.conduire(ecrireImport(classeur.id, d, SANS_PLAN, conduite(classeur))));
    expect(contenu(classeur, 'Rejets import 1 (2)')).toHaveLength(2);
    expect(classeur.conduire(ongletsImportables(classeur.id))).toEqual([
      'rejets IMPORT',
      'Rejets import 1',
      'Rejets import 1 (2)',
    ]);
  });

  it('une cellule plus longue que Google ne le permet est coupée, et le dit', () => {
    const classeur = classeurLeger();
    const long = 'x'.repeat(MAX_TEXTE + 10);
    const d = demande(`Organisation;Commentaires\nSogea;${long}`, { table: 'clients' });
    vueDe(classeur.conduire(ecrireImport(classeur.id, d, SANS_PLAN, conduite(classeur))));
    const cellule = String(contenu(classeur, 'Rejets import')[1]?.[1]);
    expect(cellule).toHaveLength(MAX_TEXTE);
    expect(cellule).toContain('texte coupé');
  });

  it('un onglet : ses nombres restent des nombres, ses dates se lisent, une ligne trop longue garde tout', () => {
    const classeur = classeurLeger();
    classeur.aLaMain({ addSheet: { properties: { sheetId: 1, title: 'Collé' } } });
    classeur
      .taper('Collé', 1, 0, 'N°', 'Client', 'Montant HT', 'Envoyé le', 'Statut')
      .taper('Collé', 2, 0, 'D-1', null, 12.5, 46_023, 'Envoyé', 'de trop', 7);
    const d = demande('', { onglet: 'Collé', fichier: null });
    const plan = vueDe(classeur.conduire(prevoirImport(classeur.id, d, CTX)));
    expect(plan.elements.map((e) => e.titre).join('\n')).toContain('Rejet\u00a0: ligne 2');
    vueDe(classeur.conduire(ecrireImport(classeur.id, d, SANS_PLAN, conduite(classeur))));
    const [entete, ligne] = contenu(classeur, 'Rejets import');
    expect(entete?.[5]).toBe('Motif du rejet');
    expect(ligne?.slice(0, 5)).toEqual(['D-1', '', 12.5, '01/01/2026', 'Envoyé']);
    expect(ligne?.slice(6)).toEqual(['de trop', 7]);
  });
});

describe('refus', () => {
  it('un onglet vide, à l’écriture : rien n’est écrit', () => {
    const classeur = classeurLeger();
    const d = demande('', { onglet: 'Parti', fichier: null });
    expect(() =>
      classeur.conduire(ecrireImport(classeur.id, d, SANS_PLAN, conduite(classeur))),
    ).toThrow(/vide/);
    expect(classeur.emulateur.compte.ecritures).toBe(0);
  });

  it('un fichier d’une autre table, à l’écriture : la phrase du plan', () => {
    const classeur = classeurLeger();
    const suite = classeur.conduire(
      ecrireImport(classeur.id, demande('Couleur;Poids\n1;2'), SANS_PLAN, conduite(classeur)),
    );
    expect(suite).toMatchObject({ refus: { message: expect.stringContaining('en-tête') } });
  });
});
