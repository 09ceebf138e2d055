import type { Remarque } from './resultat';

/** Les remarques d'une même raison, sur une même colonne. */
export interface Raison {
  readonly premiere: Remarque;
  /** Vrai : d'autres raisons y sont réunies, celle-ci n'est qu'un exemple. */
  readonly exemple: boolean;
  remarques: number;
  lignes: number;
  readonly citees: number[];
}

interface Suivie extends Raison {
  derniereLigne: number;
}

interface Nature {
  readonly parMessage: Map<string, Suivie>;
  autres: Suivie | null;
}

/** Raisons dites pour une nature (un code, une colonne) ; au-delà, elles sont réunies. */
const RAISONS_DITES = 3;

/**
 * Les remarques d'un import, réunies par raison : un fichier se trompe en série. Elles arrivent dans
 * l'ordre des lignes, et aucune n'est gardée que la première de chaque raison dite.
 */
export class RemarquesResumees {
  private readonly natures = new Map<string, Nature>();
  nombre = 0;

  constructor(private readonly lignesCitees: number) {}

  ajouter(r: Remarque): void {
    this.nombre++;
    const cle = `${r.code} ${r.colonne}`;
    let nature = this.natures.get(cle);
    if (!nature) this.natures.set(cle, (nature = { parMessage: new Map(), autres: null }));
    const raison = raisonDe(nature, r);
    raison.remarques++;
    if (r.ligne === raison.derniereLigne) return;
    raison.derniereLigne = r.ligne;
    raison.lignes++;
    if (raison.citees.length < this.lignesCitees) raison.citees.push(r.ligne);
  }

  /** Les raisons des premières natures, et combien de remarques des autres. */
  resumer(combien: number): { readonly raisons: readonly Raison[]; readonly reste: number } {
    const natures = [...this.natures.values()].map(raisonsDe);
    const reste = natures.slice(combien).flat();
    return {
      raisons: natures.slice(0, combien).flat(),
      reste: reste.reduce((n, { remarques }) => n + remarques, 0),
    };
  }
}

function raisonsDe({ parMessage, autres }: Nature): Raison[] {
  return [...parMessage.values(), ...(autres === null ? [] : [autres])];
}

function raisonDe(nature: Nature, r: Remarque): Suivie {
  const connue = nature.parMessage.get(r.message);
  if (connue) return connue;
  if (nature.parMessage.size < RAISONS_DITES) {
    const neuve = commencer(r, false);
    nature.parMessage.set(r.message, neuve);
    return neuve;
  }
  return (nature.autres ??= commencer(r, true));
}

function commencer(premiere: Remarque, exemple: boolean): Suivie {
  return { premiere, exemple, remarques: 0, lignes: 0, derniereLigne: -1, citees: [] };
}
