import type { Snapshot } from '../classeur/snapshot';
import type { LigneRegistre } from '../classeur/tables/registre';
import { formatDate } from '../messages/formats';
import { lireMasque, type Numerote } from './numerotation';
import { estProvisoire } from './designation';
import { lireNumero } from './lire-numero';

/** Un numéro (ou une plage) absent de sa série, et ce que Registre en dit. */
interface Trou {
  readonly numero: string;
  readonly serie: string;
  readonly explication: string | null;
}

/** Un même numéro (et version) sur plusieurs lignes du même onglet. */
interface Doublon {
  readonly numero: string;
  readonly lignes: readonly number[];
}

export interface AnalyseNumeros {
  readonly trous: readonly Trou[];
  readonly doublons: readonly Doublon[];
}

interface Serie {
  readonly nom: string;
  readonly presents: Set<number>;
  readonly connus: Map<number, { numero: string; explication: string | null }>;
  readonly ecrire: (compteur: number) => string;
}

/** Au-delà, une suite de numéros inconnus de Registre tient en une plage. */
const TROUS_DETAILLES = 20;

/**
 * Les trous de chaque série, du plus petit au plus grand numéro connu, avec leur explication, et
 * les doublons. Un numéro annulé dont la ligne est toujours là n'est pas un trou.
 */
export function analyserNumeros(snapshot: Snapshot): AnalyseNumeros {
  const trous: Trou[] = [];
  const doublons: Doublon[] = [];
  const series = new Map<string, Serie>();
  for (const quoi of ['devis', 'affaires'] as const) {
    rangerEnSeries(snapshot, quoi, series);
    doublons.push(...doublonsDe(snapshot, quoi));
  }
  for (const serie of series.values()) trous.push(...trousDe(serie));
  return { trous, doublons };
}

function rangerEnSeries(snapshot: Snapshot, quoi: Numerote, series: Map<string, Serie>): void {
  const lu = lireMasque(snapshot, quoi);
  const inscrits = new Map(snapshot.tables.registre.map((r) => [r.numero?.toUpperCase(), r]));
  const situer = (numero: string): { serie: Serie; compteur: number } | null => {
    const n =
      (lu.masque && lireNumero(lu.masque, numero)) ??
      selonRegistre(numero, inscrits.get(numero.toUpperCase()));
    if (!n) return null;
    const cle = n.serie.toUpperCase();
    let serie = series.get(cle);
    if (!serie) {
      serie = { nom: n.serie, presents: new Set(), connus: new Map(), ecrire: n.ecrire };
      series.set(cle, serie);
    }
    return { serie, compteur: n.compteur };
  };
  for (const { numero } of snapshot.tables[quoi]) {
    const place = numero !== null && !estProvisoire(numero) ? situer(numero) : null;
    place?.serie.presents.add(place.compteur);
  }
  for (const r of snapshot.tables.registre) {
    const place = r.numero === null ? null : situer(r.numero);
    if (!place || r.numero === null) continue;
    const quand = r.annuleLe ? `annulé le ${formatDate(r.annuleLe)}` : null;
    const explication = [quand, r.motif].filter((t) => t).join(' : ') || null;
    place.serie.connus.set(place.compteur, { numero: r.numero, explication });
  }
}

/** Un numéro écrit selon un masque d'avant : Registre en garde la série et le compteur. */
function selonRegistre(
  numero: string,
  inscrit: LigneRegistre | undefined,
): ReturnType<typeof lireNumero> {
  if (!inscrit?.serie || inscrit.compteur === null) return null;
  const m = new RegExp(`^(.*?)(0*${inscrit.compteur})(\\D*)$`).exec(numero);
  if (!m) return null;
  const [, prefixe = '', chiffres = '', suffixe = ''] = m;
  return {
    serie: inscrit.serie,
    compteur: inscrit.compteur,
    ecrire: (n) => prefixe + String(n).padStart(chiffres.length, '0') + suffixe,
  };
}

function trousDe(serie: Serie): Trou[] {
  const { nom } = serie;
  const connus = [...new Set([...serie.presents, ...serie.connus.keys()])].sort((a, b) => a - b);
  const trous: Trou[] = [];
  let attendu = connus[0] ?? 0;
  for (const compteur of connus) {
    const manquants = compteur - attendu;
    if (manquants > TROUS_DETAILLES) {
      const numero = `${serie.ecrire(attendu)} à ${serie.ecrire(compteur - 1)}`;
      trous.push({ numero, serie: nom, explication: null });
    } else {
      for (let n = attendu; n < compteur; n += 1) {
        trous.push({ numero: serie.ecrire(n), serie: nom, explication: null });
      }
    }
    const inscrit = serie.connus.get(compteur);
    if (!serie.presents.has(compteur) && inscrit) trous.push({ serie: nom, ...inscrit });
    attendu = compteur + 1;
  }
  return trous;
}

function doublonsDe(snapshot: Snapshot, quoi: Numerote): Doublon[] {
  const lignes = new Map<string, { numero: string; lignes: number[] }>();
  for (const enregistrement of snapshot.tables[quoi]) {
    const { numero, ligne } = enregistrement;
    if (numero === null) continue;
    const version = 'version' in enregistrement ? (enregistrement.version ?? 1) : 1;
    const cle = `${numero.toUpperCase()} ${version}`;
    const deja = lignes.get(cle);
    if (deja) deja.lignes.push(ligne);
    else {
      lignes.set(cle, { numero: version > 1 ? `${numero}-V${version}` : numero, lignes: [ligne] });
    }
  }
  return [...lignes.values()].filter((d) => d.lignes.length > 1);
}
