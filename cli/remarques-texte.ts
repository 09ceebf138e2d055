import type { Doublon } from '../src/import/doublons';
import type { Remarque } from '../src/import/resultat';
import { accord } from '../src/messages/formats';

/** Natures de remarques montrées, et lignes citées pour chacune ; le JSON et `--rejets` disent tout. */
const NATURES_MONTREES = 10;
const LIGNES_CITEES = 5;

interface Nature {
  readonly premiere: Remarque;
  remarques: number;
  lignes: number;
  derniereLigne: number;
  readonly citees: number[];
  varie: boolean;
}

/**
 * Les remarques d'un import pour le terminal : celles de même nature sur la même colonne tiennent en
 * une ligne, un fichier se trompe en série. Elles arrivent dans l'ordre des lignes, et aucune n'est
 * gardée que la première de chaque nature.
 */
export class RemarquesResumees {
  private readonly natures = new Map<string, Nature>();
  nombre = 0;

  ajouter(r: Remarque): void {
    this.nombre++;
    const cle = `${r.code} ${r.colonne}`;
    let nature = this.natures.get(cle);
    if (!nature) {
      nature = {
        premiere: r,
        remarques: 0,
        lignes: 0,
        derniereLigne: -1,
        citees: [],
        varie: false,
      };
      this.natures.set(cle, nature);
    }
    nature.remarques++;
    if (r.message !== nature.premiere.message) nature.varie = true;
    if (r.ligne === nature.derniereLigne) return;
    nature.derniereLigne = r.ligne;
    nature.lignes++;
    if (nature.citees.length < LIGNES_CITEES) nature.citees.push(r.ligne);
  }

  textes(): string[] {
    const natures = [...this.natures.values()];
    const lignes = natures.slice(0, NATURES_MONTREES).map(decrire);
    const reste = natures.slice(NATURES_MONTREES).reduce((n, { remarques }) => n + remarques, 0);
    return reste > 0 ? [...lignes, `… et ${accord(reste, 'autre', 'autres')}.`] : lignes;
  }
}

/** `51 lignes (3, 7, 9, 12, 15…), Validité : …` ; un message qui varie vaut pour la première. */
function decrire({ premiere, remarques, lignes, citees, varie }: Nature): string {
  const { ligne, colonne, message } = premiere;
  const ou = colonne === '' ? '' : `, ${colonne}`;
  if (remarques === 1) return `Ligne ${ligne}${ou} : ${message}`;
  const suite = lignes > LIGNES_CITEES ? '…' : '';
  const exemple = varie ? ', par exemple' : '';
  const combien = accord(lignes, 'ligne', 'lignes');
  return `${combien} (${citees.join(', ')}${suite})${ou}${exemple} : ${message}`;
}

/** Les doublons les plus sûrs d'abord, et combien d'autres ; le JSON les dit tous. */
export class DoublonsResumes {
  private readonly meilleurs: Doublon[] = [];
  nombre = 0;

  ajouter(d: Doublon): void {
    this.nombre++;
    const { meilleurs } = this;
    const place = meilleurs.findIndex(({ score }) => score < d.score);
    if (place < 0) meilleurs.push(d);
    else meilleurs.splice(place, 0, d);
    if (meilleurs.length > NATURES_MONTREES) meilleurs.pop();
  }

  textes(): string[] {
    const lignes = this.meilleurs.map(({ ligne, message }) =>
      ligne === null ? message : `Ligne ${ligne} : ${message}`,
    );
    const reste = this.nombre - lignes.length;
    return reste > 0 ? [...lignes, `… et ${accord(reste, 'autre', 'autres')}.`] : lignes;
  }
}
