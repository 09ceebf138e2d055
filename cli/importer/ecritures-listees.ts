import type { Changement } from '../../src/classeur/changements';
import type { Colonne } from '../../src/classeur/colonne';
import { montrerValeur } from '../../src/classeur/montrer-valeur';
import { TABLES, type TableEchangeable } from '../../src/classeur/tables';
import { detacher } from '../../src/commun/detacher';
import { valeurJson } from '../../src/export/vers-json';

/** Enregistrements modifiés, et clients créés, que `--json` nomme ; au-delà, leur nombre est dit. */
export const LISTES = 1_000;

interface CelluleChangee {
  readonly colonne: string;
  readonly avant: unknown;
  readonly apres: unknown;
}

interface EnregistrementChange {
  /** Dans le classeur. */
  readonly ligne: number;
  readonly nom: string;
  readonly cellules: readonly CelluleChangee[];
}

/** Ce que l'import changerait, nommé ; la mémoire ne dépend pas du nombre de lignes. */
export class EcrituresListees {
  private readonly modifications: EnregistrementChange[] = [];
  private modifies = 0;
  private readonly clients: string[] = [];
  private crees = 0;

  constructor(private readonly table: TableEchangeable) {}

  noter(c: Changement): void {
    if (c.type === 'modifier' && this.modifies++ < LISTES) {
      const { ligne, nom } = c;
      this.modifications.push({ ligne, nom, cellules: cellulesDe(c) });
    } else if (c.type === 'ajouter' && c.table === 'clients' && this.table !== 'clients') {
      if (this.crees++ < LISTES) {
        this.clients.push(
          montrerValeur(TABLES.clients.colonnes.organisation, c.valeurs.organisation),
        );
      }
    }
  }

  /** Les premiers clients que l'import crée parce qu'il les cite, et combien d'autres. */
  premiersClients(nombre: number): { noms: readonly string[]; autres: number } {
    const noms = this.clients.slice(0, nombre);
    return { noms, autres: this.crees - noms.length };
  }

  /** Pour `--json`. */
  lire() {
    const { modifications, clients } = this;
    return {
      modifications,
      modificationsOmises: this.modifies - modifications.length,
      nomsClientsCrees: clients,
      nomsClientsOmis: this.crees - clients.length,
    };
  }
}

function cellulesDe({
  table,
  avant,
  apres,
}: Extract<Changement, { type: 'modifier' }>): CelluleChangee[] {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const anciennes = avant as Readonly<Record<string, unknown>>;
  return Object.entries(apres).flatMap(([cle, valeur]) => {
    const colonne = colonnes[cle];
    if (!colonne) return [];
    const { entete, genre } = colonne;
    const change = {
      avant: valeurJson(genre, anciennes[cle]),
      apres: detachee(valeurJson(genre, valeur)),
    };
    return [{ colonne: entete, ...change }];
  });
}

/** Un texte du fichier, sans le morceau de fichier d'où il vient. */
const detachee = (valeur: unknown): unknown =>
  typeof valeur === 'string' ? detacher(valeur) : valeur;
