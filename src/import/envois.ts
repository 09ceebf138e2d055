import type { Snapshot } from '../classeur/snapshot';
import { numeroDansOrigine } from './origines';

/**
 * Un import trop grand pour un seul envoi laisse dans le Journal, à chaque envoi, son rang et le nom de
 * sa source : « importer devis.csv, envoi 3 ». Le dernier le dit : sans lui, l'import est inachevé.
 */
const DERNIER = ' et dernier';
const ENVOI = /^importer (.+), envoi (\d+)( et dernier)?$/;

/** L'action que le Journal retient d'un envoi ; un import en un seul envoi n'a pas de rang. */
export function actionEnvoi(source: string, rang: number, fin: boolean): string {
  if (rang === 1 && fin) return 'importer';
  return `importer ${source}, envoi ${rang}${fin ? DERNIER : ''}`;
}

export interface ImportInacheve {
  readonly numero: number;
  readonly source: string;
  readonly envois: number;
}

/** Les imports dont il manque la fin, du plus récent au plus ancien. */
export function importsInacheves(snapshot: Snapshot): ImportInacheve[] {
  const ouverts = new Map<number, ImportInacheve>();
  for (const { origine, action } of snapshot.tables.journal) {
    const numero = numeroDansOrigine(origine);
    const envoi = ENVOI.exec(action ?? '');
    if (!envoi?.[1] || numero === null) continue;
    if (envoi[3]) ouverts.delete(numero);
    else ouverts.set(numero, { numero, source: envoi[1], envois: Number(envoi[2]) });
  }
  return [...ouverts.values()].sort((a, b) => b.numero - a.numero);
}

/** Les envois déjà faits d'un import. */
export const envoisFaits = (snapshot: Snapshot, numero: number): number =>
  importsInacheves(snapshot).find((i) => i.numero === numero)?.envois ?? 0;
