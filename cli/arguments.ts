import { parseArgs } from 'node:util';
import { plusProche } from '../src/commun/texte';
import { usage } from './aide';
import { COMMANDES } from './catalogue';
import { OPTIONS_GLOBALES } from './catalogue/options';
import type { Arguments, CommandeDeclaree, OptionDeclaree } from './declaration';

/** Une commande mal écrite : sortie 2, avec toutes les fautes. */
export class ErreurUsage extends Error {
  constructor(readonly fautes: readonly string[]) {
    super(fautes.join('\n'));
  }
}

function lister(noms: readonly string[]): string {
  return noms.join(', ');
}

/** Trouve la commande nommée par les premiers mots ; rend aussi les mots qui restent. */
export function trouverCommande(mots: readonly string[]): {
  commande: CommandeDeclaree;
  reste: readonly string[];
} {
  const positionnels = mots.filter((m) => !m.startsWith('-'));
  for (const commande of COMMANDES) {
    const debut = mots.slice(0, commande.chemin.length);
    if (commande.chemin.every((mot, i) => debut[i] === mot)) {
      return { commande, reste: mots.slice(commande.chemin.length) };
    }
  }
  const [premier = '', second] = positionnels;
  const actions = COMMANDES.filter((c) => c.chemin[0] === premier && c.chemin.length > 1);
  if (actions.length > 0) {
    const noms = actions.map((c) => c.chemin[1] ?? '');
    const proche = second === undefined ? null : plusProche(second, noms);
    throw new ErreurUsage([
      second === undefined
        ? `« suivi ${premier} » attend une action : ${lister(noms)}.`
        : `« ${second} » n’est pas une action de « suivi ${premier} ».${proche ? ` Vouliez-vous dire « ${proche} » ?` : ''} Actions : ${lister(noms)}.`,
    ]);
  }
  const noms = [...new Set(COMMANDES.map((c) => c.chemin[0] ?? ''))];
  const proche = plusProche(premier, noms);
  throw new ErreurUsage([
    `« ${premier} » n’est pas une commande.${proche ? ` Vouliez-vous dire « ${proche} » ?` : ''} Commandes : ${lister(noms)}.`,
  ]);
}

/**
 * Les options globales peuvent précéder la commande : `suivi -c suivi.xlsx revue`.
 * On les reporte après elle.
 */
export function commandeEnTete(mots: readonly string[]): readonly string[] {
  const avant: string[] = [];
  let i = 0;
  while (i < mots.length && (mots[i] ?? '').startsWith('-')) {
    const mot = mots[i] ?? '';
    avant.push(mot);
    i++;
    const option = OPTIONS_GLOBALES.find((o) => mot === `--${o.nom}` || mot === `-${o.court}`);
    if (option?.valeur && i < mots.length) {
      avant.push(mots[i] ?? '');
      i++;
    }
  }
  return [...mots.slice(i), ...avant];
}

export function parseArguments(commande: CommandeDeclaree, mots: readonly string[]): Arguments {
  const declarees = [...commande.options, ...OPTIONS_GLOBALES];
  const { tokens } = parseArgs({
    args: [...mots],
    options: Object.fromEntries(
      declarees.map((o) => [
        o.nom,
        {
          type: o.valeur ? ('string' as const) : ('boolean' as const),
          ...(o.court ? { short: o.court } : {}),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const fautes: string[] = [];
  const options: Record<string, string | boolean> = {};
  const positionnels: string[] = [];
  for (const jeton of tokens) {
    if (jeton.kind === 'positional') positionnels.push(jeton.value);
    if (jeton.kind !== 'option') continue;
    const option = declarees.find((o) => o.nom === jeton.name);
    if (!option) fautes.push(optionInconnue(jeton.rawName, declarees));
    else if (!option.valeur) options[option.nom] = true;
    else if (jeton.value === undefined || (!jeton.inlineValue && /^-[a-z-]/.test(jeton.value)))
      fautes.push(`L’option --${option.nom} attend une valeur (${option.valeur}).`);
    else if (jeton.value.trim() === '')
      fautes.push(
        `L’option --${option.nom} a une valeur vide. Donnez-lui ${option.valeur}, ou ôtez-la.`,
      );
    else options[option.nom] = jeton.value;
  }
  // Une option mal écrite décale les mots qui la suivent : ne pas les dire de trop.
  const sur = fautes.length === 0;
  fautes.push(...controler(commande, positionnels, options, sur));
  if (fautes.length > 0) throw new ErreurUsage([...fautes, `Usage : ${usage(commande)}`]);
  return {
    action: commande.chemin[commande.chemin.length - 1] ?? '',
    options,
    positionnels: Object.fromEntries(
      commande.arguments.map((a, i) => [a.nom, positionnels[i] ?? '']),
    ),
  };
}

function optionInconnue(nom: string, declarees: readonly OptionDeclaree[]): string {
  const proche = plusProche(
    nom,
    declarees.map((o) => `--${o.nom}`),
  );
  return `L’option ${nom} n’existe pas ici.${proche ? ` Vouliez-vous dire ${proche} ?` : ''}`;
}

function controler(
  commande: CommandeDeclaree,
  positionnels: readonly string[],
  options: Readonly<Record<string, string | boolean>>,
  direLesMotsDeTrop: boolean,
): string[] {
  const fautes: string[] = [];
  commande.arguments.forEach((a, i) => {
    const valeur = positionnels[i];
    if (valeur === undefined) {
      if (!a.facultatif) fautes.push(`Il manque ${a.nom} : ${a.aide}.`);
    } else if (a.choix && !a.choix.includes(valeur)) fautes.push(horsChoix(a.nom, valeur, a.choix));
  });
  const deTrop = direLesMotsDeTrop ? positionnels.slice(commande.arguments.length) : [];
  for (const trop of deTrop) {
    fautes.push(`« ${trop} » est de trop. Un texte de plusieurs mots se met entre guillemets.`);
  }
  for (const o of commande.options) {
    const valeur = options[o.nom];
    if (o.requise && valeur === undefined)
      fautes.push(`Il manque --${o.nom} ${o.valeur} : ${o.aide}.`);
    if (o.choix && typeof valeur === 'string' && !o.choix.includes(valeur)) {
      fautes.push(horsChoix(`--${o.nom}`, valeur, o.choix));
    }
  }
  return fautes;
}

function horsChoix(nom: string, valeur: string, choix: readonly string[]): string {
  const proche = plusProche(valeur, choix);
  return `${nom} : « ${valeur} » ne convient pas.${proche ? ` Vouliez-vous dire « ${proche} » ?` : ''} Valeurs possibles : ${lister(choix)}.`;
}
