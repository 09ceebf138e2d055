import { describe, expect, it } from 'vitest';
import { analyserNumeros } from '../../src/devis/analyser-numeros';
import { tirerNumero } from '../../src/devis/numerotation';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire, type Contenu } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const CTX = contexte('2026-03-02');

/** Un classeur où l'on vient d'importer ces numéros de devis. */
function importer(numeros: readonly string[], contenu: Contenu = {}): ClasseurEnMemoire {
  const csv = [
    'N°;Client;Objet;Montant HT;Statut',
    ...numeros.map((n) => `${n};Mairie;O;10;Signé`),
  ];
  const classeur = new ClasseurEnMemoire(contenu);
  const { changements } = planImport(
    classeur.snapshot(),
    'devis',
    sourceCsv(csv.join('\n')),
    null,
    CTX,
  );
  return classeur.appliquer(changements);
}

const tirer = (classeur: ClasseurEnMemoire) =>
  tirerNumero(classeur.snapshot(), CTX, 'devis', {
    client: 'Mairie',
    objet: 'O',
    personne: null,
    provisoire: 'PROV-1',
  });

const suite = (de: number, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `DEV-2026-${String(de + i).padStart(4, '0')}`);

const masque = (valeur: string): Contenu => ({
  parametres: [{ reglage: 'Masque des numéros de devis', valeur }],
});

describe('des numéros importés', () => {
  it('sont inscrits à l’import : le tirage suivant n’ajoute que le sien', () => {
    const classeur = importer(suite(1, 1000));
    expect(classeur.snapshot().tables.registre).toHaveLength(1000);
    const { numero, changements } = tirer(classeur);
    expect(numero).toBe('DEV-2026-1001');
    expect(changements).toHaveLength(1);
  });

  it('qui commencent à 113 n’inventent aucun trou en dessous, ceux du milieu se disent', () => {
    const classeur = importer([...suite(113, 3), ...suite(117, 2)]);
    expect(analyserNumeros(classeur.snapshot())).toEqual({
      trous: [{ numero: 'DEV-2026-0116', serie: 'DEV-2026-', explication: null }],
      doublons: [],
    });
    expect(tirer(classeur).numero).toBe('DEV-2026-0119');
  });

  it.each([
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-0042', 'DEV-2026-', 42],
    ['DEV-{AAAA}-{N:4}', 'DEV-2026-42', 'DEV-2026-', 42],
    ['{N:2}/{MM}/{AA}', '12/03/26', '/{MM}/{AA}', 12],
    ['D.{INITIALES}-{CLIENT}-{N:3}', 'D.JM-Mairie-007', 'D.JM-Mairie-', 7],
    ['DEV-{AAAA}-{N:4}', '0002', null, null],
    ['{AAAA}-{JJ}', '2026-01', null, null],
  ])('masque %s, numéro %s', (texte, numero, serie, compteur) => {
    const { registre } = importer([numero], masque(texte)).snapshot().tables;
    expect(registre).toMatchObject([{ numero, serie, compteur, pour: 'import n° 1' }]);
  });
});
