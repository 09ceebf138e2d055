import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer } from '../../src/classeur/changements';
import { lotVide, poursuivre } from '../../src/classeur/lot';
import { unDevis, unMonde } from '../support/monde';
import { euros } from '../support/valeurs';

const sansLigne = (l: object) => ({ ...l, ligne: 0 });

describe('lot', () => {
  it('deux écritures sur une ligne n’en font qu’une, du premier avant au dernier après', () => {
    const s = unMonde({ devis: [unDevis()] }).snapshot();
    const [d] = s.tables.devis;
    if (!d) throw new Error('devis');
    const un = poursuivre(
      lotVide(s),
      modifier('devis', d, 'D', { objet: 'A', montantHt: euros(1) }),
    );
    const [e] = un.snapshot.tables.devis;
    if (!e) throw new Error('devis');
    const deux = poursuivre(un, modifier('devis', e, 'D', { objet: 'B', concurrent: 'C' }));
    expect(deux.changements).toEqual([
      {
        type: 'modifier',
        table: 'devis',
        ligne: 2,
        nom: 'D',
        avant: { objet: 'Étude de sol', montantHt: euros(10_000), concurrent: null },
        apres: { objet: 'B', montantHt: 100, concurrent: 'C' },
      },
    ]);
    expect(deux.snapshot.tables.devis[0]).toMatchObject({ ligne: 2, objet: 'B', concurrent: 'C' });
    expect(s.tables.devis[0]?.objet).toBe('Étude de sol');
  });

  it('une ligne ajoutée puis modifiée reste un seul ajout, et se lit entière', () => {
    const s = unMonde().snapshot();
    const un = poursuivre(lotVide(s), [
      ajouter('clients', { organisation: 'Géo' }),
      ajouter('registre', { numero: 'D-1' }),
    ]);
    const neuf = un.snapshot.tables.registre[0];
    if (!neuf) throw new Error('registre');
    expect(neuf.motif).toBeNull();
    expect(un.snapshot.estIllisible('registre', neuf.ligne, 'motif')).toBe(false);
    expect(un.snapshot.adresse('registre', neuf.ligne, 'motif')).toBeNull();
    const deux = poursuivre(un, modifier('registre', neuf, 'D-1', { motif: 'Erreur' }));
    expect(deux.changements).toMatchObject([
      { type: 'ajouter', table: 'clients' },
      { type: 'ajouter', table: 'registre', valeurs: { numero: 'D-1', motif: 'Erreur' } },
    ]);
  });

  it('le lot donne le classeur qu’il annonce', () => {
    const monde = unMonde({ devis: [unDevis()] });
    const s = monde.snapshot();
    const [d] = s.tables.devis;
    if (!d) throw new Error('devis');
    const lot = poursuivre(poursuivre(lotVide(s), modifier('devis', d, 'D', { objet: 'A' })), [
      ajouter('devis', { numero: 'PROV-2', version: 1 }),
      remplacer('revueHebdo', [{ numero: 'X' }]),
    ]);
    const relu = monde.appliquer(lot.changements).snapshot();
    for (const cle of ['devis', 'revueHebdo', 'clients'] as const) {
      expect(lot.snapshot.tables[cle].map(sansLigne)).toEqual(relu.tables[cle].map(sansLigne));
    }
  });

  it('une cellule illisible réécrite ne l’est plus ; les autres le restent', () => {
    const s = unMonde({ devis: [unDevis()] })
      .ecrire('devis', 2, 'montantHt', 'abc')
      .ecrire('devis', 2, 'validite', 'un mois')
      .snapshot();
    const [d] = s.tables.devis;
    if (!d) throw new Error('devis');
    const { snapshot } = poursuivre(lotVide(s), modifier('devis', d, 'D', { montantHt: euros(1) }));
    expect(snapshot.estIllisible('devis', 2, 'montantHt')).toBe(false);
    expect(snapshot.estIllisible('devis', 2, 'validite')).toBe(true);
    expect(snapshot.illisibles.map((c) => c.colonne)).toEqual(['validite']);
    expect(snapshot.adresse('devis', 2, 'montantHt')).toBe('F2');
  });
});
