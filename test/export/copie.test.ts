import { describe, expect, it } from 'vitest';
import { DEPART } from '../../cli/workbooks/depart-copie';
import { nonCopies } from '../../cli/workbooks/non-copies';
import type { Changement } from '../../src/classeur/changements';
import type { Horodatage } from '../../src/commun/date-civile';
import { lignesACopier, ligneDeCopie, resteACopier } from '../../src/export/copie';
import { ClasseurEnMemoire, type Contenu } from '../support/classeur-en-memoire';
import { contexte, euros } from '../support/valeurs';

const neuf = (): ClasseurEnMemoire =>
  new ClasseurEnMemoire({ parametres: DEPART.parametres, modeles: DEPART.modeles });

const journal = (action: string, jour: string) => ({
  ...{ action, par: 'paul', origine: 'commande' },
  le: `${jour}T10:00` as Horodatage,
});

const CONTENU: Contenu = {
  clients: [{ organisation: 'Mairie' }, { organisation: 'Usine', notes: '=1+1' }],
  registre: [{ numero: 'DEV-2026-0001' }],
  journal: [journal('Installer / Réparer', '2026-01-01'), journal('importer', '2026-01-02')],
};
const source = (): ClasseurEnMemoire =>
  new ClasseurEnMemoire({ parametres: DEPART.parametres, modeles: DEPART.modeles, ...CONTENU })
    .ecrire('clients', 2, 'npai', 'peut-être')
    .ecrire('parametres', 5, 'valeur', 45);

const restants = (cible: ClasseurEnMemoire) =>
  resteACopier(cible.snapshot(), lignesACopier(source().snapshot(), DEPART), DEPART);
const compter = (changements: readonly Changement[]) =>
  changements.map((c) => `${c.type} ${c.table}`);

describe('copier un classeur dans un autre', () => {
  it('un classeur neuf reçoit tout, numéros d’abord, Journal en dernier', () => {
    const { changements, annoncee, occupes } = restants(neuf());
    expect([annoncee, occupes]).toEqual([false, []]);
    expect(compter(changements)).toEqual([
      ...['ajouter registre', 'ajouter clients', 'ajouter clients', 'remplacer parametres'],
      ...['ajouter journal', 'ajouter journal'],
    ]);
    const copie = neuf().appliquer(changements);
    const lu = copie.snapshot();
    expect(lu.tables.clients).toEqual(source().snapshot().tables.clients);
    expect(lu.illisibles).toEqual(source().snapshot().illisibles);
    expect(lu.parametres).toEqual(source().snapshot().parametres);
    expect(restants(copie)).toEqual({ changements: [], annoncee: false, occupes: [] });
    copie.appliquer([ligneDeCopie('suivi.xlsx', contexte('2026-03-02'))]);
    expect(restants(copie)).toEqual({ changements: [], annoncee: true, occupes: [] });
  });

  it('une copie interrompue n’importe où est reprise là', () => {
    const tous = restants(neuf()).changements;
    for (let fait = 0; fait <= tous.length; fait++) {
      const cible = neuf()
        .appliquer([
          {
            type: 'ajouter',
            table: 'journal',
            valeurs: journal('Installer / Réparer', '2026-03-02'),
          },
        ])
        .appliquer(tous.slice(0, fait));
      expect(restants(cible)).toEqual({
        changements: tous.slice(fait),
        annoncee: false,
        occupes: [],
      });
    }
  });

  it.each<[string, Contenu]>([
    ['clients', { clients: [{ organisation: 'Autre' }] }],
    ['registre', { registre: [{ numero: 'DEV-2026-0001' }, { numero: 'DEV-2026-0002' }] }],
    ['journal', { journal: [journal('devis valider', '2026-02-01')] }],
    ['modeles', { modeles: [{ code: 'R1', usage: 'Relance devis', objet: 'Le mien' }] }],
    ['parametres', { parametres: [{ reglage: 'Nom de l’entreprise', valeur: 'Valex' }] }],
  ])('%s qui porte autre chose : refusé', (onglet, contenu) => {
    expect(restants(new ClasseurEnMemoire({ ...contenu })).occupes).toEqual([onglet]);
  });

  it('un réglage garde sa nature, un réglage absent sa valeur de départ, un réglage à soi sa ligne', () => {
    const depuis = new ClasseurEnMemoire({
      parametres: [
        { reglage: 'À moi', valeur: 12 },
        { reglage: 'Taux de TVA habituel', valeur: 0.1 },
        { reglage: 'Entreprise d’une seule personne', valeur: true },
      ],
      tarifs: [{ code: 'A', prixHt: euros(10) }],
    }).snapshot();
    const lignes = lignesACopier(depuis, DEPART).get('parametres') ?? [];
    expect(lignes).toHaveLength(DEPART.parametres.length + 1);
    expect(lignes.at(-1)).toMatchObject({ reglage: 'À moi', valeur: 12 });
    const valeur = (reglage: string) => lignes.find((l) => l['reglage'] === reglage)?.['valeur'];
    expect(valeur('Taux de TVA habituel')).toEqual({ genre: 'taux', valeur: 0.1 });
    expect(valeur('Entreprise d’une seule personne')).toBe('Oui');
    expect(valeur('Validité d’un devis (jours)')).toEqual({ genre: 'entier', valeur: 30 });
  });

  it('ce que des personnes ont ajouté reste dans la source, et se dit', () => {
    const avec = source();
    avec.grilles.set('Accueil', []);
    avec.grilles.set('Mes notes', [['a']]);
    avec.grilles.get('Clients')?.[0]?.push('Couleur');
    expect(nonCopies(avec.snapshot())).toEqual([
      'Onglets à vous, non copiés : « Mes notes ».',
      'Colonnes à vous, non copiées : « Clients : Couleur ».',
    ]);
    expect(nonCopies(source().snapshot())).toEqual([]);
  });
});
