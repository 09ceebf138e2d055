import type { RegleHoraire } from './contrat';
import { dansFuseau } from './formater-date';

const JOUR_MS = 86_400_000;

/** Le jour civil d'un instant dans un fuseau, en nombre de jours depuis 1970. */
function jourCivil(ms: number, fuseau: string): number {
  const m = dansFuseau(ms, fuseau);
  return Date.UTC(Number(m.year), Number(m.month) - 1, Number(m.day)) / JOUR_MS;
}

/** L'instant d'une heure locale ; une heure qui n'existe pas (passage à l'été) glisse d'une heure. */
function instant(jour: number, regle: RegleHoraire): number {
  const vise = jour * JOUR_MS + (regle.heure * 60 + regle.minute) * 60_000;
  const ecart = (ms: number) => {
    const m = dansFuseau(ms, regle.fuseau);
    const [annee, mois, jour] = [Number(m.year), Number(m.month) - 1, Number(m.day)];
    const local = Date.UTC(annee, mois, jour, Number(m.hour), Number(m.minute));
    return local - Math.floor(ms / 60_000) * 60_000;
  };
  return vise - ecart(vise - ecart(vise));
}

/** Le lundi vaut 1 : le 1er janvier 1970 était un jeudi. */
const jourDeSemaine = (jour: number) => ((jour + 3) % 7) + 1;

function convient(regle: RegleHoraire, jour: number, pose: number): boolean {
  if (regle.jourMois !== null) return new Date(jour * JOUR_MS).getUTCDate() === regle.jourMois;
  if (regle.jourSemaine !== null) {
    if (jourDeSemaine(jour) !== regle.jourSemaine) return false;
    return Math.floor((jour - pose) / 7) % (regle.semaines ?? 1) === 0;
  }
  return (jour - pose) % (regle.jours ?? 1) === 0;
}

/** La dernière échéance d'une règle dans `]depuis, jusqua]`, ou `null`. Instants en millisecondes. */
export function derniereEcheance(
  regle: RegleHoraire,
  poseLe: number,
  depuis: number,
  jusqua: number,
): number | null {
  const pose = jourCivil(poseLe, regle.fuseau);
  const premier = jourCivil(depuis, regle.fuseau);
  for (let jour = jourCivil(jusqua, regle.fuseau); jour >= premier; jour -= 1) {
    if (!convient(regle, jour, pose)) continue;
    const ms = instant(jour, regle);
    if (ms > depuis && ms <= jusqua) return ms;
  }
  return null;
}
