import * as z from 'zod/mini';
import { ILLISIBLE } from '../classeur/lire-cellule';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import { colonnesDe, nomsConnus } from './noms-connus';
import { lectureDe, SANS_FORMAT } from './lecture-colonne';
import { duProfil, ordreDuFormat } from './profil';
import { SANS_OBJET } from './synonymes/valeurs';
import { lireValeur } from './valeurs';

const textes = z.record(z.string(), z.string());
const SCHEMA = z.strictObject({
  table: z.enum(TABLES_ECHANGEABLES),
  /** Notre colonne → l'en-tête du fichier. */
  colonnes: z.optional(textes),
  /** Notre colonne → valeur du fichier → la nôtre. */
  valeurs: z.optional(z.record(z.string(), textes)),
  /** Notre colonne → valeur de toutes les lignes, quand le fichier n'a pas cette colonne. */
  constantes: z.optional(textes),
  format: z.optional(
    z.strictObject({
      date: z.optional(z.string()),
      decimal: z.optional(z.enum([',', '.'])),
      lignesAvantEntete: z.optional(z.int().check(z.gte(0))),
    }),
  ),
});

/** La lecture d'un fichier étranger, décrite une fois pour toutes (`--profil`). */
export type Profil = z.infer<typeof SCHEMA>;

/** Lit un profil ; chaque défaut est un problème qui dit où (`valeurs.Statut.Won`), et que faire. */
export function parseProfil(
  json: unknown,
  table: TableEchangeable,
): { profil: Profil; problemes: [] } | { profil: null; problemes: Probleme[] } {
  const lu = SCHEMA.safeParse(json);
  if (!lu.success) {
    const formes = lu.error.issues.flatMap((i) =>
      (i.code === 'unrecognized_keys' ? i.keys : [null]).map((cle) => ({
        chemin: [...i.path.map(String), ...(cle === null ? [] : [cle])],
        attendu: attendu(i.path.map(String), i.code),
      })),
    );
    // Ce qui est bien formé est vérifié aussi : toutes les fautes sont dites.
    const reste = SCHEMA.safeParse(formes.reduce((j, { chemin }) => sans(j, chemin), json));
    return {
      profil: null,
      problemes: [
        ...formes.map((f) => probleme('PROFIL_FORME', { ...f, chemin: f.chemin.join('.') })),
        ...(reste.success ? verifier(reste.data, table) : []),
      ],
    };
  }
  const problemes = verifier(lu.data, table);
  return problemes.length > 0 ? { profil: null, problemes } : { profil: lu.data, problemes: [] };
}

/** Le même objet, sans ce qui est à ce chemin. */
function sans(json: unknown, [cle, ...suite]: readonly string[]): unknown {
  if (typeof json !== 'object' || json === null || cle === undefined) return json;
  const { [cle]: dedans, ...autres } = json as Readonly<Record<string, unknown>>;
  return suite.length === 0 ? autres : { ...autres, [cle]: sans(dedans, suite) };
}

function attendu(chemin: readonly string[], code: string): string {
  if (code === 'unrecognized_keys') return 'cette clé n’existe pas dans un profil';
  if (chemin[0] === 'table') return `l’une de : ${TABLES_ECHANGEABLES.join(', ')}`;
  if (chemin[1] === 'decimal') return '« , » ou « . »';
  if (chemin[1] === 'lignesAvantEntete') return 'un nombre entier, 0 ou plus';
  if (chemin.length === 0) return 'un objet { "table": …, "colonnes": { … } }';
  if (chemin[0] === 'valeurs' && chemin.length < 3)
    return 'un objet { "valeur du fichier": "notre valeur" }';
  return chemin.length === 1 ? 'un objet' : 'un texte entre guillemets';
}

function verifier(profil: Profil, table: TableEchangeable): Probleme[] {
  const problemes: Probleme[] = [];
  if (profil.table !== table) {
    problemes.push(probleme('PROFIL_AUTRE_TABLE', { profil: profil.table, table }));
    return problemes;
  }
  const declarees = colonnesDe(table);
  const connues = Object.values(declarees).map((c) => c.entete);
  const nommees = [
    ...Object.keys(profil.colonnes ?? {}).map((c) => ['colonnes', c] as const),
    ...Object.keys(profil.valeurs ?? {}).map((c) => ['valeurs', c] as const),
    ...Object.keys(profil.constantes ?? {}).map((c) => ['constantes', c] as const),
  ];
  for (const [chemin, colonne] of nommees) {
    if (!nomsConnus(table).colonnes.has(normaliser(colonne))) {
      problemes.push(probleme('PROFIL_COLONNE_INCONNUE', { chemin, colonne, connues }));
    }
  }
  for (const [colonne, valeurs] of Object.entries(profil.valeurs ?? {})) {
    const cle = nomsConnus(table).colonnes.get(normaliser(colonne))?.cle ?? '';
    const permises = declarees[cle]?.valeurs ?? [];
    if (permises.length === 0) continue;
    for (const [etrangere, notre] of Object.entries(valeurs)) {
      if (notre === SANS_OBJET || permises.some((v) => normaliser(v) === normaliser(notre)))
        continue;
      problemes.push(
        probleme('PROFIL_VALEUR_INCONNUE', {
          chemin: `valeurs.${colonne}.${etrangere}`,
          valeur: notre,
          permises,
        }),
      );
    }
  }
  for (const [colonne, valeur] of Object.entries(profil.constantes ?? {})) {
    const cle = nomsConnus(table).colonnes.get(normaliser(colonne))?.cle;
    const declaree = cle === undefined ? undefined : declarees[cle];
    if (cle === undefined || !declaree) continue;
    const chemin = `constantes.${colonne}`;
    if (lireValeur(lectureDe(table, cle, SANS_FORMAT, profil), valeur) === ILLISIBLE) {
      const { genre, valeurs: permises } = declaree;
      problemes.push(probleme('PROFIL_CONSTANTE_ILLISIBLE', { chemin, valeur, genre, permises }));
    }
    const etrangere = duProfil(profil.colonnes, table, cle);
    if (etrangere !== undefined) {
      problemes.push(probleme('PROFIL_DEUX_SOURCES', { chemin, colonne, etrangere }));
    }
  }
  const date = profil.format?.date;
  if (date !== undefined && ordreDuFormat(date) === null) {
    problemes.push(probleme('PROFIL_FORMAT_DATE', { valeur: date }));
  }
  return problemes;
}
