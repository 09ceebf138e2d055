import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { colonnesDeCalcul, LIGNES_DE_DEPART } from '../../sheets-templates/tableau/calculs';
import { ajouter } from '../../src/classeur/changements';
import { lettreColonne } from '../../src/classeur/source';

const lettre = (entete: string): string =>
  lettreColonne(colonnesDeCalcul().findIndex((c) => c.entete === entete));
const [DEVIS, FACTURES] = [lettre('devis.montant'), lettre('factures.ht')];

/** Les bornes que citent toutes les formules du fichier, et la dernière ligne écrite de Calculs. */
function bornes(octets: Uint8Array, colonne: string) {
  const feuilles = Object.entries(unzipSync(octets))
    .filter(([nom]) => /worksheets\/sheet\d+\.xml$/.test(nom))
    .map(([, partie]) => strFromU8(partie));
  const cite = new RegExp(`Calculs!\\$${colonne}\\$1:\\$${colonne}\\$(\\d+)`, 'g');
  const citees = feuilles.flatMap((xml) => [...xml.matchAll(cite)].map((m) => Number(m[1])));
  const calculs = feuilles.find((xml) => xml.includes(`<c r="${colonne}2"><f t="shared"`)) ?? '';
  const ecrites = [...calculs.matchAll(new RegExp(`<c r="${colonne}(\\d+)"><f`, 'g'))];
  return {
    citees: [...new Set(citees)],
    derniere: Math.max(...ecrites.map((m) => Number(m[1]))),
    entieres: feuilles.filter((xml) => /Calculs!\$([A-Z]+):\$\1/.test(xml)).length,
  };
}

it('des colonnes bornées à Calculs, qui s’allonge avec les onglets et entraîne toutes les formules', async () => {
  const neuf = await creerModele();
  const depart = LIGNES_DE_DEPART + 1;
  expect(bornes(neuf, DEVIS)).toEqual({ citees: [depart], derniere: depart, entieres: 0 });

  const classeur = ClasseurXlsx.ouvrir(Buffer.from(neuf), 'c.xlsx');
  const devis = Array.from({ length: 900 }, (_, i) => ajouter('devis', { numero: `D${i}` }));
  const apres = Buffer.concat(appliquerChangements(classeur, devis));
  const { citees, derniere, entieres } = bornes(apres, DEVIS);
  expect(derniere).toBeGreaterThan(901 + 100);
  expect(citees).toEqual([derniere]);
  expect(entieres).toBe(0);
  // Un onglet qui n'a pas grandi garde ses lignes.
  expect(bornes(apres, FACTURES)).toEqual({ citees: [depart], derniere: depart, entieres: 0 });
});
