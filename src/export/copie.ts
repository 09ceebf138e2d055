import { ajouter, remplacer, type Changement } from '../classeur/changements';
import type { ValeurLibre } from '../classeur/colonne';
import { ecrireCellule } from '../classeur/ecrire-cellule';
import { REGLAGES } from '../classeur/parametres';
import type { Snapshot } from '../classeur/snapshot';
import { CLES_TABLES, TABLES, type CleTable, type ValeursDe } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { normaliser } from '../commun/texte';
import { colonnesExportees, enregistrements } from './enregistrements';

/**
 * Un classeur recopié dans un autre, quel que soit leur support : tous les onglets, réglages,
 * Registre et Journal compris. Ce qui se refait d'un geste n'y est pas.
 */
const REFAITS: ReadonlySet<CleTable> = new Set(['anomalies']);
/** Les numéros d'abord : à aucun moment la copie ne peut en tirer un qui est pris. */
const ORDRE: readonly CleTable[] = [
  'registre',
  ...CLES_TABLES.filter((cle) => cle !== 'registre' && cle !== 'journal' && !REFAITS.has(cle)),
  'journal',
];

/** Ce que porte un classeur neuf, qui laisse sa place à ce que l'on copie. */
export interface Depart {
  readonly parametres: readonly ValeursDe<'parametres'>[];
  readonly modeles: readonly Partial<ValeursDe<'modeles'>>[];
}

const ACTION_COPIE = 'copie';
const ACTION_INSTALLATION = 'Installer / Réparer';

type Valeurs = Readonly<Record<string, unknown>>;

/** Ce que le classeur copié aura, onglet par onglet, dans l'ordre où il s'écrit. */
export type ACopier = ReadonlyMap<CleTable, readonly Valeurs[]>;

export function lignesACopier(source: Snapshot, depart: Depart): ACopier {
  return new Map(
    ORDRE.map((cle) => {
      const lignes: Valeurs[] = [];
      for (const { ligne: _, ...valeurs } of enregistrements(source, cle)) lignes.push(valeurs);
      return [cle, cle === 'parametres' ? enOrdre(lignes, depart.parametres) : lignes];
    }),
  );
}

/**
 * Les réglages connus gardent leur place et la nature de leur valeur (un taux se montre 20 %) ; un
 * réglage que la source n'a pas garde sa valeur de départ, celle qui y était en vigueur.
 */
function enOrdre(lues: readonly Valeurs[], depart: Depart['parametres']): Valeurs[] {
  const restantes = new Map(lues.map((l) => [normaliser(String(l['reglage'])), l]));
  const connus = Object.values(REGLAGES).map(({ libelle, genre }) => {
    const cle = normaliser(libelle);
    const lue = restantes.get(cle);
    restantes.delete(cle);
    if (!lue) return depart.find((d) => d.reglage === libelle) ?? {};
    return deNature(genre, lue);
  });
  return [...connus, ...restantes.values()];
}

/** Un réglage chiffré dit sa nature : un taux se montre 20 %. */
function deNature(genre: (typeof REGLAGES)[keyof typeof REGLAGES]['genre'], lue: Valeurs): Valeurs {
  const { valeur } = lue;
  if (typeof valeur !== 'number' || genre === 'texte' || genre === 'booleen') return lue;
  return { ...lue, valeur: { genre, valeur } satisfies ValeurLibre };
}

/** Ce qu'il reste à écrire dans la cible. */
export interface Reste {
  readonly changements: readonly Changement[];
  /** Le Journal dit déjà d'où vient la copie : elle est entière. */
  readonly annoncee: boolean;
  /** Les onglets dont le contenu n'est pas le début d'une copie. */
  readonly occupes: readonly CleTable[];
}

/**
 * Compare la cible à ce que l'on copie. Un classeur neuf reçoit tout ; une copie interrompue est
 * reprise où elle en est, sans rien écrire deux fois ; tout autre contenu est un refus.
 */
export function resteACopier(cible: Snapshot, voulu: ACopier, depart: Depart): Reste {
  const changements: Changement[] = [];
  const occupes: CleTable[] = [];
  for (const [cle, lignes] of voulu) {
    const presentes = [...enregistrements(cible, cle)];
    if (cle === 'parametres' || cle === 'modeles') {
      if (memes(cle, presentes, lignes)) continue;
      const neuf = presentes.length === 0 || memes(cle, presentes, depart[cle]);
      if (neuf) changements.push(remplacer(cle, lignes));
      else occupes.push(cle);
      continue;
    }
    const debut = cle === 'journal' ? journalCopie(presentes, lignes) : presentes;
    if (debut === null || !memes(cle, debut, lignes.slice(0, debut.length))) occupes.push(cle);
    else for (const l of lignes.slice(debut.length)) changements.push(ajouter(cle, l));
  }
  const journal = [...enregistrements(cible, 'journal')];
  const annoncee = rangDeLaCopie(journal, voulu.get('journal') ?? []) !== -1;
  return { changements, annoncee, occupes };
}

/** Les lignes du Journal déjà copiées : sans celles qui disent l'installation et la copie elle-même. */
function journalCopie(
  presentes: readonly Valeurs[],
  voulues: readonly Valeurs[],
): readonly Valeurs[] | null {
  const copie = rangDeLaCopie(presentes, voulues);
  const avant = copie === -1 ? presentes : presentes.slice(0, copie);
  for (let saut = 0; ; saut++) {
    const debut = avant.slice(saut);
    if (memes('journal', debut, voulues.slice(0, debut.length))) return debut;
    if (avant[saut]?.['action'] !== ACTION_INSTALLATION) return null;
  }
}

/** La ligne qui annonce la copie suit celles qui viennent de la source, où il peut s'en trouver. */
const rangDeLaCopie = (presentes: readonly Valeurs[], voulues: readonly Valeurs[]): number =>
  presentes.findIndex((l, i) => i >= voulues.length && l['action'] === ACTION_COPIE);

/** Les mêmes cellules, ligne pour ligne. */
function memes(cle: CleTable, a: readonly Valeurs[], b: readonly Valeurs[]): boolean {
  const colonnes = colonnesExportees(cle);
  return (
    a.length === b.length &&
    a.every((ligne, i) =>
      colonnes.every(
        ([nom, colonne]) =>
          ecrireCellule(colonne, ligne[nom]).brut === ecrireCellule(colonne, b[i]?.[nom]).brut,
      ),
    )
  );
}

/** Combien de lignes une copie porte. */
export const nombreDeLignes = (voulu: ACopier): number =>
  [...voulu.values()].reduce((total, lignes) => total + lignes.length, 0);

export const ongletDe = (cle: CleTable): string => TABLES[cle].onglet;

/** Tout ce qu'un classeur neuf reçoit d'une copie. */
export function toutCopier(voulu: ACopier): Changement[] {
  return [...voulu].flatMap(([cle, lignes]): Changement[] =>
    cle === 'parametres' || cle === 'modeles'
      ? [remplacer(cle, lignes)]
      : lignes.map((l) => ajouter(cle, l)),
  );
}

/** La ligne de Journal qui dit d'où vient la copie. */
export function ligneDeCopie(
  source: string,
  { maintenant, utilisateur, origine }: Contexte,
): Changement {
  return ajouter('journal', {
    le: maintenant,
    par: utilisateur,
    origine,
    action: ACTION_COPIE,
    apres: `Copié de « ${source} »`,
  });
}
