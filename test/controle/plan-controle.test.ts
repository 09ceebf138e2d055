import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { contexte } from '../support/valeurs';
import { planControle } from '../../src/controle/plan-controle';
import { DEVIS, CLIENT, SAIN, controler, brut, devis } from './classeur-sain';

describe('contrôle', () => {
  it('un classeur sain n’a pas d’anomalie', () => {
    expect(controler(SAIN)).toEqual([]);
    expect(controler({})).toEqual([]);
  });

  it.each([
    ['devis', 'montantHt', '12.345', 'CELLULE_ILLISIBLE', 'un montant en euros'],
    ['devis', 'envoyeLe', 'courant mars', 'CELLULE_ILLISIBLE', '31/03/2026'],
    ['devis', 'tauxTva', '20', 'CELLULE_ILLISIBLE', '20 %'],
    ['devis', 'decideLe', 'bientôt', 'CELLULE_ILLISIBLE', 'une date complète'],
    ['devis', 'statut', 'Envoyée', 'CHOIX_INCONNU', 'Vouliez-vous dire « Envoyé »'],
    ['factures', 'type', 'Pro forma', 'CHOIX_INCONNU', 'Acompte, Mensuelle, Solde, Avoir'],
    ['factures', 'blConteste', 'peut-être', 'CELLULE_ILLISIBLE', 'Oui ou Non'],
  ] as const)(
    '%s.%s « %s » illisible : une seule anomalie, qui dit quoi écrire',
    (table, colonne, valeur, code, remede) => {
      const trouvees = brut(table, colonne, valeur);
      expect(trouvees.map((a) => a.code)).toEqual([code]);
      expect(trouvees[0]?.message).toContain(`« ${valeur} »`);
      expect(trouvees[0]?.message).toContain(remede);
    },
  );

  it('propose le nom le plus proche', () => {
    expect(controler(devis({ client: 'Mairie de Lion' }))[0]?.message).toBe(
      'Devis!D2\u00a0: « Mairie de Lion » n’est pas dans l’onglet « Clients ». Vouliez-vous dire « Mairie de Lyon »\u00a0?',
    );
    expect(controler(devis({ client: 'Zoo' }))[0]?.message).toContain('Ajoutez-le');
  });

  it('range par onglet, ligne, colonne, refait l’onglet Anomalies, et rend les numéros tels quels', () => {
    const contenu: Contenu = {
      ...SAIN,
      clients: [{ ...CLIENT, siret: '12' }],
      devis: [
        DEVIS,
        { ...DEVIS, numero: 'DEV-2026-0002', montantHt: null, client: 'Zoo' },
        { ...DEVIS, numero: 'DEV-2026-0003', client: 'Zut' },
      ],
    };
    const { resultat, changements } = planControle(
      snapshotDe(contenu),
      { trous: ['DEV-2026-0003'], doublons: [] },
      contexte('2026-03-20'),
    );
    expect(resultat.numeros.trous).toEqual(['DEV-2026-0003']);
    const lignes = new ClasseurEnMemoire(contenu).appliquer(changements).snapshot()
      .tables.anomalies;
    expect(lignes.map((l) => [l.onglet, l.cellule, l.valeur, l.code])).toEqual([
      ['Clients', 'B2', '12', 'SIRET_INVALIDE'],
      ['Devis', 'D3', 'Zoo', 'CLIENT_INCONNU'],
      ['Devis', 'F3', null, 'MONTANT_NON_POSITIF'],
      ['Devis', 'D4', 'Zut', 'CLIENT_INCONNU'],
    ]);
    expect(lignes.map((l) => l.message)).toEqual(resultat.anomalies.map((a) => a.message));
  });
});
