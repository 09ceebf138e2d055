import { formatNombre } from '../../src/messages/formats';
import type { Suivi } from '../fichiers/source-lue';
import type { Sortie } from '../sortie';

/** Lectures complètes du fichier, le plus souvent : sa découpe, ses colonnes, ses lignes. */
const LECTURES = 3;
const LARGEUR = 20;
const INTERVALLE_MS = 200;
/** En deçà, le débit est trop incertain pour dire un temps. */
const ASSEZ_MS = 1_000;

/**
 * La barre d'une longue lecture : part lue, lignes par seconde, temps restant. Elle se réécrit cinq
 * fois par seconde au plus, et seulement sur un terminal.
 */
export function suivreLecture(sortie: Pick<Sortie, 'progression'>, horloge: () => number): Suivi {
  const debut = horloge();
  let montre = debut;
  let terminees = 0;
  let lus = 0;
  return (taille) => {
    // Une recherche d'en-tête ne lit que le début : elle ne compte pas pour une lecture.
    if (lus >= taille) terminees++;
    lus = 0;
    const commence = horloge();
    return (octets, lignes) => {
      lus += octets;
      const maintenant = horloge();
      if (maintenant - montre < INTERVALLE_MS) return;
      montre = maintenant;
      sortie.progression(
        texteAvancement({
          lus: terminees * taille + lus,
          prevus: taille * Math.max(LECTURES, terminees + 1),
          duree: maintenant - debut,
          debit: (lignes * 1000) / Math.max(1, maintenant - commence),
        }),
      );
    };
  };
}

interface Avancement {
  readonly lus: number;
  readonly prevus: number;
  /** Depuis le début, en ms. */
  readonly duree: number;
  /** Lignes par seconde. */
  readonly debit: number;
}

/** `Import ████░░░░ 42 %, 310 000 lignes/s, encore 12 s`. */
export function texteAvancement({ lus, prevus, duree, debit }: Avancement): string {
  const part = Math.min(1, lus / prevus);
  const plein = Math.round(part * LARGEUR);
  const barre = '█'.repeat(plein) + '░'.repeat(LARGEUR - plein);
  const avance = `Import ${barre} ${formatNombre(Math.floor(part * 100), 0)}\u00a0%`;
  if (duree < ASSEZ_MS || lus === 0) return avance;
  const reste = texteDuree((duree * (prevus - lus)) / lus);
  return `${avance}, ${formatNombre(debit, 0)} lignes/s, encore ${reste}`;
}

function texteDuree(ms: number): string {
  const secondes = Math.max(1, Math.round(ms / 1000));
  return secondes < 90 ? `${secondes} s` : `${Math.round(secondes / 60)} min`;
}
