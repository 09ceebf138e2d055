import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer, type Changement } from '../../src/classeur/changements';
import { journaliser } from '../../src/classeur/journaliser';
import { snapshotDe } from '../support/classeur-en-memoire';
import { contexte, euros, jour, mois } from '../support/valeurs';

const journal = (changements: readonly Changement[]) =>
  journaliser(changements, 'Envoyer', contexte('2026-03-02'))
    .filter((c) => c.table === 'journal')
    .map((c) => (c.type === 'ajouter' ? c.valeurs : null));

describe('journal', () => {
  it('une modification se lit avant → après, en clair', () => {
    const s = snapshotDe({ devis: [{ numero: 'D1', version: 1, statut: 'Validé', tauxTva: 0.2 }] });
    const [d] = s.tables.devis;
    const lignes = journal(
      modifier('devis', d!, 'D1', {
        statut: 'Envoyé',
        montantHt: euros(1234.5),
        envoyeLe: jour('2026-03-02'),
        tauxTva: 0.055,
        version: 2,
      }),
    );
    expect(lignes).toEqual([
      {
        le: '2026-03-02T09:00',
        par: 'gerant@exemple.fr',
        origine: 'test',
        action: 'Envoyer',
        onglet: 'Devis',
        objet: 'D1',
        avant:
          'Statut : Validé\nMontant HT : (vide)\nEnvoyé le : (vide)\nTVA : 20\u00a0%\nVersion : 1',
        apres:
          'Statut : Envoyé\nMontant HT : 1\u202f234,50\u00a0€\nEnvoyé le : 02/03/2026\nTVA : 5,5\u00a0%\nVersion : 2',
      },
    ]);
  });

  it('ce qui ne change pas ne s’écrit pas', () => {
    const [d] = snapshotDe({ devis: [{ numero: 'D1', version: 1 }] }).tables.devis;
    expect(modifier('devis', d!, 'D1', { version: 1 })).toEqual([]);
  });

  it('peu de créations : une ligne chacune ; beaucoup : une seule', () => {
    const creer = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        ajouter('clients', { organisation: `C${i}`, npai: true }),
      );
    expect(journal(creer(2)).map((l) => l && 'objet' in l && l.objet)).toEqual(['C0', 'C1']);
    expect(journal(creer(11)).map((l) => l && 'objet' in l && l.objet)).toEqual(['11 créations']);
    expect(
      journal([ajouter('objectifs', { mois: mois('2026-03'), responsable: null })])[0],
    ).toMatchObject({
      objet: '2026-03',
      apres: 'Mois : mars 2026',
    });
  });

  it('registres et onglets générés sont leur propre trace', () => {
    expect(journal([ajouter('registre', { numero: 'D1' }), remplacer('revueHebdo', [])])).toEqual(
      [],
    );
  });
});
