import type { Doublon } from '../src/import/doublons';
import type { Raison, RemarquesResumees } from '../src/import/remarques-resumees';
import { accord } from '../src/messages/formats';

/** Natures de remarques montrées ; le JSON et `--rejets` disent tout. */
const NATURES_MONTREES = 10;

/** Les remarques d'un import, pour le terminal : une ligne par raison. */
export function texteRemarques(resumees: RemarquesResumees): string[] {
  const { raisons, reste } = resumees.resumer(NATURES_MONTREES);
  const lignes = raisons.map(decrire);
  return reste > 0 ? [...lignes, `… et ${accord(reste, 'autre', 'autres')}.`] : lignes;
}

/** `51 lignes (3, 7, 9, 12, 15…), Validité : …` */
function decrire({ premiere, remarques, lignes, citees, exemple }: Raison): string {
  const { ligne, colonne, message } = premiere;
  const ou = colonne === '' ? '' : `, ${colonne}`;
  if (remarques === 1) return `Ligne ${ligne}${ou} : ${message}`;
  const suite = lignes > citees.length ? '…' : '';
  const autrement = exemple ? ', par exemple' : '';
  const combien = accord(lignes, 'ligne', 'lignes');
  return `${combien} (${citees.join(', ')}${suite})${ou}${autrement} : ${message}`;
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
