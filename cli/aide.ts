import { COMMANDES } from './catalogue';
import { OPTIONS_GLOBALES } from './catalogue/options';
import { typographier } from '../src/messages/formats';
import type { CommandeDeclaree, OptionDeclaree } from './declaration';

/** L'aide, tirée des déclarations. */

const MARGE = 2;

/** Coupe un texte en lignes d'au plus `largeur` caractères, aux espaces. */
function couper(texte: string, largeur: number): string[] {
  const lignes: string[] = [];
  let ligne = '';
  for (const mot of typographier(texte).split(' ')) {
    if (ligne && ligne.length + 1 + mot.length > largeur) {
      lignes.push(ligne);
      ligne = mot;
    } else ligne = ligne ? `${ligne} ${mot}` : mot;
  }
  return [...lignes, ligne];
}

function deuxColonnes(rangs: readonly (readonly [string, string])[], largeur: number): string {
  const gauche = Math.min(34, Math.max(...rangs.map(([a]) => a.length)));
  return rangs
    .flatMap(([a, b]) => {
      const lignes = couper(b, Math.max(30, largeur - gauche - MARGE - 2));
      const debut = a.length > gauche ? [' '.repeat(MARGE) + a] : [];
      return [
        ...debut,
        ...lignes.map((l, i) => {
          const etiquette = i === 0 && debut.length === 0 ? a : '';
          return ' '.repeat(MARGE) + etiquette.padEnd(gauche + 2) + l;
        }),
      ];
    })
    .join('\n');
}

function optionAffichee(o: OptionDeclaree): string {
  return `${o.court ? `-${o.court}, ` : ''}--${o.nom}${o.valeur ? ` ${o.valeur}` : ''}`;
}

function options(liste: readonly OptionDeclaree[], largeur: number): string {
  return deuxColonnes(
    liste.map((o) => [optionAffichee(o), o.requise ? `${o.aide} (obligatoire)` : o.aide]),
    largeur,
  );
}

/** Ce qu'on écrit pour appeler la commande. */
export function usage(c: CommandeDeclaree): string {
  const morceaux = [
    'suivi',
    ...c.chemin,
    ...c.arguments.map((a) => (a.facultatif ? `[${a.nom}]` : a.nom)),
    ...c.options.filter((o) => o.requise).map((o) => `--${o.nom} ${o.valeur ?? ''}`.trim()),
    '[options]',
  ];
  return morceaux.join(' ');
}

const EXEMPLES_GENERAUX = [
  'suivi init suivi.xlsx --exemple',
  'suivi revue -c suivi.xlsx',
  'suivi devis valider PROV-7 -c suivi.xlsx',
];

export function aideGenerale(largeur: number): string {
  return page([
    'suivi : le suivi commercial dans un classeur partagé',
    '',
    'Usage : suivi COMMANDE [options]',
    '',
    'Commandes :',
    deuxColonnes(
      COMMANDES.map((c) => [c.chemin.join(' '), c.resume]),
      largeur,
    ),
    '',
    'Options de toutes les commandes :',
    options(OPTIONS_GLOBALES, largeur),
    '',
    'Exemples :',
    ...EXEMPLES_GENERAUX.map((e) => `  ${e}`),
    '',
    'Sortie : 0 fait ; 1 fait en partie ou refusé par une règle ; 2 mauvais usage, ou fichier à importer illisible ; 3 classeur ou service en échec, rien n’est écrit.',
    '« suivi COMMANDE --help » détaille une commande.',
    '',
  ]);
}

/** L'aide d'un groupe (`suivi devis --help`). */
export function aideGroupe(groupe: string, largeur: number): string {
  const liste = COMMANDES.filter((c) => c.chemin[0] === groupe);
  return page([
    `Usage : suivi ${groupe} ACTION [options]`,
    '',
    'Actions :',
    deuxColonnes(
      liste.map((c) => [c.chemin.slice(1).join(' '), c.resume]),
      largeur,
    ),
    '',
    `« suivi ${groupe} ACTION --help » détaille une action.`,
    '',
  ]);
}

export function aideCommande(c: CommandeDeclaree, largeur: number): string {
  const parties = [`Usage : ${usage(c)}`, '', ...couper(`${c.resume}.`, largeur)];
  if (c.arguments.length > 0) {
    parties.push(
      '',
      'Arguments :',
      deuxColonnes(
        c.arguments.map((a) => [a.nom, a.aide]),
        largeur,
      ),
    );
  }
  if (c.options.length > 0) parties.push('', 'Options :', options(c.options, largeur));
  parties.push('', 'Options de toutes les commandes :', options(OPTIONS_GLOBALES, largeur));
  parties.push('', 'Exemples :', ...c.exemples.map((e) => `  ${e}`), '');
  return page(parties);
}

const page = (lignes: readonly string[]): string => typographier(lignes.join('\n'));
