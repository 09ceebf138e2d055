import * as z from 'zod/mini';
import type { Apercu } from './apercu';
import type { Services } from './serveur/serveur';

/** Ce que la page envoie, vérifié à la porte : le reste du code a affaire à des types. */
const valeur = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const entier = z.number().check(z.int(), z.nonnegative());
const VERSION = z.object({ version: entier });
const SAISIE = z.object({
  version: entier,
  page: z.string().check(z.maxLength(64)),
  vue: entier,
  onglet: z.string(),
  cellules: z
    .array(
      z.object({
        ligne: entier,
        rang: entier,
        saisie: z.union([z.strictObject({ texte: z.string() }), z.strictObject({ valeur })]),
      }),
    )
    .check(z.maxLength(100_000)),
});
const APPEL = z.object({
  version: entier,
  fonction: z.string().check(z.regex(/^[A-Za-z]\w*$/)),
  args: z.optional(z.array(z.unknown())),
  selection: z.nullable(z.object({ onglet: z.string(), ligne: entier, colonne: entier })),
});

type Reponse = (corps: unknown) => unknown;

/** Les services du serveur, rendus par un aperçu. */
export function servicesDe(apercu: Apercu): Services {
  const reponses = new Map<string, Reponse>([
    ['classeur', () => apercu.vue()],
    ['nouveautes', (corps) => apercu.nouveautes(VERSION.parse(corps).version)],
    ['brouillons', () => apercu.brouillons()],
    ['saisir', (corps) => apercu.saisir(SAISIE.parse(corps))],
    [
      'appeler',
      (corps) => {
        const { args, ...demande } = APPEL.parse(corps);
        return apercu.appeler(args ? { ...demande, args } : demande);
      },
    ],
  ]);
  return {
    repondre(nom, corps) {
      const repondre = reponses.get(nom);
      return repondre ? Promise.resolve().then(() => repondre(corps)) : null;
    },
    panneau: (billet) => apercu.panneau(billet),
    brouillon: (id) => apercu.brouillon(id),
    get version() {
      return apercu.version;
    },
    ecouter: (surVersion) => apercu.ecouter(surVersion),
  };
}
