import { describe, expect, it } from 'vitest';
import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import { ClasseurGoogle } from '../../support/classeur-google';

describe('installer un classeur neuf', () => {
  const classeur = new ClasseurGoogle({ sheets: [{ properties: { title: 'Feuille 1' } }] });
  const rapport = classeur.installer();

  it('crée tous les onglets, dans l’ordre', () => {
    expect(rapport.faits).toMatchSnapshot();
    expect(rapport.remarques).toEqual([]);
    expect(classeur.emulateur.onglets(classeur.id).map((o) => o.titre)).toEqual([
      'Accueil',
      ...CLES_TABLES.map((cle) => TABLES[cle].onglet),
    ]);
  });

  it('se lit', () => {
    expect(classeur.lire().tables.modeles).toHaveLength(10);
  });
});
