import { expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { CollecteImport } from '../../src/import/plan';
import { ResumeImport } from '../../cli/importer/resume-import';
import { RetenuePlan } from '../../cli/importer/retenue-plan';
import type { ImportParcouru } from '../../src/import/parcourir';

const PARCOURU = { bilan: { import: 1 }, problemes: [] } as unknown as ImportParcouru;
const creer = () =>
  new RetenuePlan(
    new ResumeImport('devis', { garderRemarques: false, ecrivain: null, empreinte: null }),
    new CollecteImport('devis'),
  );

it('rend ce qui a été montré, les clients et les numéros avant les devis', () => {
  const retenue = creer();
  const devis = ajouter('devis', { numero: 'D1' });
  const [numero, client] = [
    ajouter('registre', { numero: 'D1' }),
    ajouter('clients', { organisation: 'Alpha' }),
  ];
  for (const c of [devis, numero, client]) retenue.changement(c);
  const remarque = { ligne: 2, colonne: 'N°', valeur: 'x', code: 'X', message: 'x' };
  retenue.rejet({ ligne: 2, cellules: [] }, [remarque]);
  retenue.anomalies([remarque]);
  expect(retenue.plan(PARCOURU)).toMatchObject({
    changements: [client, numero, devis],
    resultat: { import: 1, rejets: [remarque], anomalies: [remarque], doublons: [] },
  });
});

it('ne retient pas ce qu’aucun classeur ne contiendrait', () => {
  const retenue = creer();
  const devis = ajouter('devis', { numero: 'D1' });
  for (let i = 0; i < 2 * 1_048_576; i++) retenue.changement(devis);
  expect(retenue.plan(PARCOURU)).not.toBeNull();
  retenue.changement(devis);
  expect(retenue.plan(PARCOURU)).toBeNull();
});
