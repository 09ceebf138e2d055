import { expect, it } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { planImport } from '../../src/import/plan';
import { cadencer, creerCadence } from '../../src/sheets-api/cadence';
import { importerDansGoogle } from '../../src/sheets-api/importer-dans-google';
import { ClasseurGoogle } from '../support/classeur-google';
import { jsonLeger } from '../support/classeur-leger';
import { ligneDevis, ENTETE_DEVIS } from '../support/import-google';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const N = 100_000;
/** Ce que met Google, au pire de ce qu'il conseille, à prendre un envoi de 2 Mo. */
const PAR_ECRITURE_MS = 5_000;

it('cent mille devis vers Google : les demandes comptées, et les quotas tenus', () => {
  const source = sourceCsv(
    [ENTETE_DEVIS, ...Array.from({ length: N }, (_, i) => ligneDevis(i))].join('\r\n'),
  );
  const classeur = new ClasseurGoogle(jsonLeger(), undefined, new Emulateur());
  let instant = 0;
  const heures = { lectures: [] as number[], ecritures: [] as number[] };
  const octets: number[] = [];
  classeur.intercepter = (appel) => {
    if (appel.methode === 'batchUpdate') {
      heures.ecritures.push(instant);
      octets.push(Buffer.byteLength(JSON.stringify(appel.requetes)));
      instant += PAR_ECRITURE_MS;
    } else heures.lectures.push(instant);
    return null;
  };
  const dialogue = importerDansGoogle(classeur.id, {
    jeton: classeur.jeton,
    contexte: contexte('2026-03-02'),
    source: 'devis.csv',
    planifier: (s, c) => planImport(s, 'devis', source, null, c),
  });
  classeur.conduire(
    cadencer(
      dialogue,
      creerCadence(() => instant),
    ),
  );
  expect(classeur.lire().tables.devis).toHaveLength(N);
  expect(Math.max(...octets)).toBeLessThan(2_000_000);
  for (const partis of Object.values(heures)) {
    partis.forEach((heure, i) => {
      expect(partis.filter((h, j) => j <= i && h > heure - 60_000).length).toBeLessThanOrEqual(60);
    });
  }
  const total = octets.reduce((somme, o) => somme + o, 0);
  const minutesAuQuota = Math.max(heures.lectures.length, heures.ecritures.length) / 60;
  process.stdout.write(
    `${N} devis : ${heures.lectures.length} lectures, ${octets.length} écritures, ${(total / 1e6).toFixed(1)} Mo, ` +
      `la plus grosse de ${(Math.max(...octets) / 1e6).toFixed(2)} Mo ; ${minutesAuQuota.toFixed(1)} min au quota, ` +
      `${(instant / 60_000).toFixed(1)} min si Google met ${PAR_ECRITURE_MS / 1000} s par écriture\n`,
  );
});
