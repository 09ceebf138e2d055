import { ajouter, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { estProvisoire } from '../devis/designation';

const MOTIFS_JETONS: Readonly<Record<string, string>> = {
  AAAA: '\\d{4}',
  AA: '\\d{2}',
  MM: '\\d{2}',
  JJ: '\\d{2}',
  INITIALES: '[A-Za-zÀ-ÿ]+',
  CLIENT: '.+',
};

/**
 * Série et compteur d'un numéro selon un masque : `DEV-2026-0042` → `DEV-2026-` et 42. `null` et
 * `null` si le numéro ne suit pas le masque : il est inscrit au Registre, mais n'avance aucun compteur.
 */
export function decomposerNumero(
  masque: string,
  numero: string,
): { serie: string | null; compteur: number | null } {
  const parties = masque.split(/\{N(?::(\d+))?\}/);
  const [avant, largeur, apres] = parties;
  if (parties.length !== 3 || avant === undefined || apres === undefined) return HORS_MASQUE;
  const chiffres = largeur === undefined ? '\\d+' : `\\d{${largeur}}`;
  const m = new RegExp(`^(${motif(avant)})(${chiffres})(${motif(apres)})$`).exec(numero);
  return m ? { serie: `${m[1]}${m[3]}`, compteur: Number(m[2]) } : HORS_MASQUE;
}

const HORS_MASQUE = { serie: null, compteur: null };

/** Expression d'un morceau de masque, sans son compteur. */
function motif(masque: string): string {
  return masque
    .split(/\{([A-Z]+)\}/)
    .map((morceau, rang) =>
      rang % 2 === 1
        ? (MOTIFS_JETONS[morceau] ?? '.+')
        : morceau.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
}

/** Inscrit au Registre les numéros importés qui n'y sont pas : ils ne resserviront jamais. */
export function inscrireNumeros(
  snapshot: Snapshot,
  numeros: Iterable<string>,
  masque: string,
  pour: string,
  contexte: Contexte,
): Changement[] {
  const connus = new Set(snapshot.tables.registre.map((r) => r.numero));
  const changements: Changement[] = [];
  for (const numero of numeros) {
    if (connus.has(numero) || estProvisoire(numero)) continue;
    connus.add(numero);
    changements.push(
      ajouter('registre', {
        numero,
        ...decomposerNumero(masque, numero),
        tireLe: contexte.maintenant,
        par: contexte.utilisateur,
        pour,
      }),
    );
  }
  return changements;
}

/** Le numéro de cet import : celui que la coquille annonce (reprise d'un import), sinon le suivant. */
export function numeroImport(snapshot: Snapshot, { origine }: Contexte): number {
  const annonce = /^import n°\s*(\d+)/i.exec(origine);
  return annonce ? Number(annonce[1]) : prochainImport(snapshot);
}

/** Un de plus que le dernier import inscrit au Journal ou au Registre. */
export function prochainImport(snapshot: Snapshot): number {
  let dernier = 0;
  const voir = (texte: string | null): void => {
    const m = /^import n°\s*(\d+)/i.exec(texte ?? '');
    if (m) dernier = Math.max(dernier, Number(m[1]));
  };
  for (const { origine } of snapshot.tables.journal) voir(origine);
  for (const { pour } of snapshot.tables.registre) voir(pour);
  return dernier + 1;
}
