import type { Changement } from '../../src/classeur/changements';
import type { Colonne } from '../../src/classeur/colonne';
import { montrerValeur } from '../../src/classeur/montrer-valeur';
import type { Plan } from '../../src/classeur/plan';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import type { Doublon } from '../../src/import/doublons';
import { nommer } from '../../src/import/nommer';
import { RemarquesResumees } from '../../src/import/remarques-resumees';
import type { Remarque, ResultatImport } from '../../src/import/resultat';
import { accord } from '../../src/messages/formats';
import { element } from '../actions/vues';
import type { Element } from '../panneau/contrat';

/** Ce qu'un import écrirait, pour un panneau de 300 px : les comptes, puis de quoi les croire. */

const CREATIONS_MONTREES = 5;
const MODIFICATIONS_MONTREES = 20;
const NATURES_MONTREES = 15;
const DOUBLONS_MONTRES = 10;
const LIGNES_CITEES = 8;

export function montrerPlan(
  { resultat: r, changements }: Plan<ResultatImport>,
  table: CleTable,
): Element[] {
  const dits = [...r.avertissements, ...r.rejets, ...r.anomalies].map((d) => d.message);
  return [
    ...r.avertissements.map((a) => element(a.message, { ton: 'attention' })),
    ...(dits.some(parleDeProfil) ? [element('Profil', { detail: PROFIL })] : []),
    ...remarques('Rejet', r.rejets, 'perdu'),
    ...remarques('À vérifier', r.anomalies, 'attention'),
    ...doublons(r.doublons),
    ...colonnes(r),
    ...modifications(changements, table),
    ...creations(changements, table),
  ];
}

/** Le panneau n'en demande pas : il dit où. */
export const PROFIL =
  'Un profil se donne par la commande, dans un terminal : suivi importer TABLE FICHIER --profil NOM.';
export const parleDeProfil = (phrase: string): boolean => /\bprofil\b/.test(phrase);

/** « 3 lignes à créer, 1 rejetée » : ce qui n'est pas nul. */
export function compter(r: ResultatImport, verbe: 'faire' | 'fait'): string {
  const [creer, modifier] = verbe === 'faire' ? ['à créer', 'à modifier'] : ['créé', 'modifié'];
  const e = verbe === 'fait' ? 'e' : '';
  const accorde = (n: number, mot: string): string =>
    accord(n, `${mot}${e}`, `${mot}${e}${e === '' ? '' : 's'}`);
  const sorts = [
    r.creees > 0 && accorde(r.creees, creer),
    r.modifiees > 0 && accorde(r.modifiees, modifier),
    r.inchangees > 0 && accord(r.inchangees, 'inchangée', 'inchangées'),
    r.rejetees > 0 && accord(r.rejetees, 'rejetée', 'rejetées'),
    r.clientsCrees > 0 && accord(r.clientsCrees, 'client nouveau', 'clients nouveaux'),
  ];
  return sorts.filter((t) => t !== false).join(', ');
}

function colonnes({ colonnes: c, ignorees }: ResultatImport): Element[] {
  const reconnues = Object.entries(c.reconnues).map(([e, n]) => (e === n ? n : `${e} → ${n}`));
  const misesAPart = (
    [
      ['total', 'Lignes de totaux, non importées'],
      ['pied', 'Notes et pieds de page, non importés'],
    ] as const
  ).flatMap(([voulue, titre]) => {
    const lignes = ignorees.flatMap(({ ligne, raison }) => (raison === voulue ? [ligne] : []));
    return lignes.length > 0 ? [element(titre, { detail: citer(lignes) })] : [];
  });
  return [
    element('Colonnes reconnues', { detail: reconnues.join('\n') }),
    ...(c.ignorees.length > 0
      ? [element('Colonnes ignorées', { detail: c.ignorees.join(', '), ton: 'attention' })]
      : []),
    ...misesAPart,
  ];
}

/** Un fichier se trompe en série : une raison, les lignes où elle se trouve. */
function remarques(titre: string, liste: readonly Remarque[], ton: Element['ton']): Element[] {
  const resumees = new RemarquesResumees(LIGNES_CITEES);
  for (const r of liste) resumees.ajouter(r);
  const { raisons, reste } = resumees.resumer(NATURES_MONTREES);
  const montrees = raisons.map(({ premiere, exemple, lignes, citees }) => {
    const suite = lignes > citees.length ? '…' : '';
    const ou = `${lignes > 1 ? 'lignes' : 'ligne'} ${citees.join(', ')}${suite}`;
    return element([`${titre} : ${ou}`, premiere.colonne].filter((t) => t).join(' · '), {
      detail: exemple ? `Par exemple : ${premiere.message}` : premiere.message,
      ton,
    });
  });
  return reste > 0
    ? [...montrees, element(`${titre} : ${accord(reste, 'autre', 'autres')}`, { ton })]
    : montrees;
}

/** Les plus sûrs d'abord : rien n'est fusionné, la personne décide. */
function doublons(liste: readonly Doublon[]): Element[] {
  const montres = [...liste].sort((a, b) => b.score - a.score).slice(0, DOUBLONS_MONTRES);
  const reste = liste.length - montres.length;
  const elements = montres.map(({ ligne, organisation, message }) =>
    element(`Doublon possible : ${ligne === null ? organisation : `ligne ${ligne}`}`, {
      detail: message,
      ton: 'attention',
    }),
  );
  return reste > 0
    ? [
        ...elements,
        element(`Doublons possibles : ${accord(reste, 'autre', 'autres')}`, { ton: 'attention' }),
      ]
    : elements;
}

function citer(numeros: readonly number[]): string {
  const suite = numeros.length > LIGNES_CITEES ? '…' : '';
  return `${numeros.slice(0, LIGNES_CITEES).join(', ')}${suite}`;
}

function modifications(changements: readonly Changement[], table: CleTable): Element[] {
  const toutes = changements.flatMap((c) => (c.type === 'modifier' ? [c] : []));
  const colonnesDe: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const montrees = toutes.slice(0, MODIFICATIONS_MONTREES).map((c) => {
    const avant = c.avant as Readonly<Record<string, unknown>>;
    const cellules = Object.entries(c.apres).flatMap(([cle, valeur]) => {
      const colonne = colonnesDe[cle];
      if (!colonne) return [];
      const [de, a] = [avant[cle], valeur].map((v) => montrerValeur(colonne, v));
      return [`${colonne.entete} : ${de} → ${a}`];
    });
    return element(`À modifier : ${c.nom}`, { detail: cellules.join('\n') });
  });
  const reste = toutes.length - montrees.length;
  return reste > 0
    ? [...montrees, element(accord(reste, 'autre modification', 'autres modifications'))]
    : montrees;
}

function creations(changements: readonly Changement[], table: CleTable): Element[] {
  const colonnesDe: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const neuves = changements.flatMap((c) => (c.type === 'ajouter' && c.table === table ? [c] : []));
  const montrees = neuves.slice(0, CREATIONS_MONTREES).map(({ valeurs }) => {
    const champs = Object.entries(valeurs).flatMap(([cle, valeur]) => {
      const colonne = colonnesDe[cle];
      return colonne && valeur !== null && valeur !== undefined
        ? [`${colonne.entete} : ${montrerValeur(colonne, valeur)}`]
        : [];
    });
    return element(`À créer : ${nomDe(valeurs, table)}`, { detail: champs.join('\n') });
  });
  const reste = neuves.length - montrees.length;
  return reste > 0
    ? [...montrees, element(accord(reste, 'autre création', 'autres créations'))]
    : montrees;
}

/** Ce qui fait reconnaître un enregistrement ; à défaut, l'onglet où il va. */
function nomDe(valeurs: object, table: CleTable): string {
  const champs = valeurs as Readonly<Record<string, unknown>>;
  const identite: readonly string[] = TABLES[table].identite;
  const nom =
    typeof champs['numero'] === 'string'
      ? nommer(champs)
      : identite
          .map((cle) => champs[cle])
          .filter((v) => v !== null && v !== undefined)
          .join(' · ');
  return nom || TABLES[table].onglet;
}
