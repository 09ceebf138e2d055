import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { jourAbsolu, type DateCivile } from '../../src/commun/date-civile';
import type {
  ColonneEntrepot,
  TableAExporter,
  TypeEntrepot,
} from '../../src/export/entrepot/tables-entrepot';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Lignes d'un groupe : la mémoire d'une écriture est celle d'un groupe. */
const LIGNES_PAR_GROUPE = 50_000;
const JOUR_MS = 86_400_000;

const ELEMENTS: Readonly<Record<TypeEntrepot, Omit<Element, 'name'>>> = {
  texte: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  entier: { type: 'INT64' },
  decimal: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 },
  reel: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  // Une heure murale, sans fuseau : elle ne doit pas bouger avec celui du lecteur.
  horodatage: {
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
  },
  booleen: { type: 'BOOLEAN' },
};

const CONVERSIONS: Partial<Record<TypeEntrepot, (valeur: unknown) => unknown>> = {
  entier: (v) => BigInt(v as number),
  decimal: (v) => BigInt(v as number),
  date: (v) => jourAbsolu(v as DateCivile),
  horodatage: (v) => {
    const texte = String(v);
    const minutes = Number(texte.slice(11, 13)) * 60 + Number(texte.slice(14, 16));
    const ms = jourAbsolu(texte.slice(0, 10) as DateCivile) * JOUR_MS + minutes * 60_000;
    return BigInt(ms) * 1000n;
  },
};

function elementDe({ nom, type, requise }: ColonneEntrepot): Element {
  return { name: nom, ...ELEMENTS[type], repetition_type: requise ? 'REQUIRED' : 'OPTIONAL' };
}

/** Les groupes vont au fichier l'un après l'autre : un disque plein se dit aussitôt. */
class Redacteur extends ByteWriter {
  constructor(private readonly fd: number) {
    super(1 << 20);
  }

  flush(): void {
    const octets = this.getBytes();
    for (let p = 0; p < octets.length;) p += writeSync(this.fd, octets, p);
    this.index = 0;
  }

  override finish(): void {
    this.flush();
    fsyncSync(this.fd);
  }
}

/**
 * Écrit une table en Parquet, groupe par groupe, jusque sur le support.
 * @throws l'erreur du système si le fichier ne peut pas être écrit.
 */
export async function ecrireParquet(chemin: string, table: TableAExporter): Promise<void> {
  const fd = openSync(chemin, 'wx');
  try {
    const { colonnes } = table;
    const auteur = new ParquetWriter({
      writer: new Redacteur(fd),
      schema: [{ name: 'schema', num_children: colonnes.length }, ...colonnes.map(elementDe)],
      createdBy: 'suivi-commercial',
    });
    const conversions = colonnes.map((c) => CONVERSIONS[c.type] ?? ((v: unknown) => v));
    let groupe: unknown[][] = colonnes.map(() => []);
    const ecrire = async (): Promise<void> => {
      const columnData = colonnes.map((c, i) => ({ name: c.nom, data: groupe[i] ?? [] }));
      await auteur.write({ columnData, rowGroupSize: LIGNES_PAR_GROUPE });
      groupe = colonnes.map(() => []);
    };
    let lignes = 0;
    for (const ligne of table.lignes) {
      groupe.forEach((colonne, i) => {
        const valeur = ligne[i];
        colonne.push(valeur === null ? null : conversions[i]?.(valeur));
      });
      lignes += 1;
      if (lignes % LIGNES_PAR_GROUPE === 0) await ecrire();
    }
    if (lignes % LIGNES_PAR_GROUPE > 0) await ecrire();
    await auteur.finish();
  } finally {
    closeSync(fd);
  }
}
