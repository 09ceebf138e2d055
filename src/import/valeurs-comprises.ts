import type { TableEchangeable } from '../classeur/tables';
import { detacher } from '../commun/detacher';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { LigneLue } from './lire-lignes';
import { colonnesDe } from './noms-connus';
import type { Preparation } from './preparer';
import { duProfil } from './profil';
import { texteDeCellule } from './source';

interface Comprise {
  readonly ecrite: string;
  readonly comprise: string;
  lignes: number;
}

/** Compte les lignes dont une valeur de liste est écrite avec un autre mot que le nôtre. */
export interface CompteurDeValeurs {
  compter(lue: LigneLue): void;
  /** Une par colonne : ce qui a été compris comme quoi, et combien de fois. */
  avertissements(): Probleme[];
}

export function compterValeurs(
  table: TableEchangeable,
  { correspondance, lecture, profil }: Pick<Preparation, 'correspondance' | 'lecture' | 'profil'>,
): CompteurDeValeurs {
  const declarees = colonnesDe(table);
  const listes = [...correspondance.colonnes].flatMap(([cle, { rang, entete }]) => {
    const colonne = declarees[cle];
    if (colonne?.genre !== 'choix') return [];
    const dites = Object.keys(duProfil(profil?.valeurs, table, cle) ?? {}).map(normaliser);
    return [
      {
        rang,
        entete,
        notre: colonne.entete,
        dites: new Set(dites),
        vues: new Map<string, Comprise>(),
      },
    ];
  });
  return {
    compter({ source }) {
      for (const { rang, notre, vues } of listes) {
        const traduites = lecture.traductions[notre];
        if (traduites === undefined) continue;
        const ecrite = texteDeCellule(source.cellules[rang]).trim();
        const comprise = traduites[ecrite];
        if (typeof comprise !== 'string') continue;
        const cle = normaliser(ecrite);
        const vue = vues.get(cle);
        if (vue) vue.lignes++;
        else vues.set(detacher(cle), { ecrite: detacher(ecrite), comprise, lignes: 1 });
      }
    },
    avertissements: () =>
      listes.flatMap(({ entete, dites, vues }) => {
        const valeurs = [...vues]
          .filter(([, { ecrite, comprise }]) => !estLeMemeMot(ecrite, comprise))
          .sort(([, a], [, b]) => b.lignes - a.lignes);
        return [true, false].flatMap((profil) => {
          const siennes = valeurs.flatMap(([cle, vue]) => (dites.has(cle) === profil ? [vue] : []));
          const args = { colonne: entete, profil, valeurs: siennes };
          return siennes.length === 0 ? [] : [probleme('IMPORT_VALEURS_COMPRISES', args)];
        });
      }),
  };
}

const ACCORDS: ReadonlySet<string> = new Set(['', 'e', 's', 'es']);

/** « Signées » est « Signé » : le même mot, accordé. */
function estLeMemeMot(ecrite: string, comprise: string): boolean {
  const mots = normaliser(ecrite).split(' ');
  const notres = normaliser(comprise).split(' ');
  return (
    mots.length === notres.length &&
    mots.every((mot, i) => {
      const [court = '', long = ''] = [mot, notres[i] ?? ''].sort((a, b) => a.length - b.length);
      return long.startsWith(court) && ACCORDS.has(long.slice(court.length));
    })
  );
}
