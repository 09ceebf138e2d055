import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Plan } from '../../src/classeur/plan';
import { TABLES } from '../../src/classeur/tables';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import { empreinteDuPlan } from '../../src/import/empreinte-plan';
import { lignesRejetees } from '../../src/import/lignes-rejetees';
import { origineImport } from '../../src/import/origines';
import { parcourirImport } from '../../src/import/parcourir';
import { CollecteImport, planImport } from '../../src/import/plan';
import type { ResultatImport } from '../../src/import/resultat';
import type { SourceTabulaire } from '../../src/import/source';
import { estRefuse } from '../../src/messages/avertissements';
import type { Dialogue } from '../../src/sheets-api/appel';
import { cadencer, type Cadence } from '../../src/sheets-api/cadence';
import { importerDansGoogle } from '../../src/sheets-api/importer-dans-google';
import { lire } from '../../src/sheets-api/insister';
import { lireEtatGoogle, snapshotDe } from '../../src/sheets-api/lire-classeur-google';
import type { EtatGoogle, OngletEnPlus } from '../../src/sheets-api/lire-etat';
import { CHAMPS_CLASSEUR, reperer, trouverOnglet } from '../../src/sheets-api/reperer';
import type { ClasseurJson } from '../../src/sheets-api/reponses';
import { annexesRejets, titreDesRejets } from '../../sheets-templates/google/onglet-rejets';
import { PAGES } from '../../sheets-templates/pages';
import { phrases } from '../formulaire/phrase';
import type { VueFormulaire, VueResultat } from '../panneau/contrat';
import type { CibleImport, Demande, Refus } from './demande';
import { sourceDeLOnglet, sourceDuFichier, type SourceLue } from './source';
import { parleDeProfil, PROFIL } from './montrer-plan';
import { vueFaite, vuePlan, vueSuite } from './vues';

/** Ce que chaque étape rend au panneau : la vue suivante, ou ce qui empêche. */
export type Suite = { readonly vue: VueFormulaire | VueResultat } | { readonly refus: Refus };

const refuser = (message: string): Suite => ({
  refus: { message: parleDeProfil(message) ? `${message} ${PROFIL}` : message, champs: {} },
});

/** Les onglets que l'utilisateur a ajoutés : un de ceux-là s'importe. */
export function* ongletsImportables(id: string): Dialogue<readonly string[]> {
  const json = yield* lire<ClasseurJson>({ methode: 'get', id, champs: CHAMPS_CLASSEUR });
  const pages = PAGES.map(([cle, nom]) => trouverOnglet(json.sheets ?? [], cle, nom));
  const notres = new Set(pages.map((page) => page?.properties?.title));
  return reperer(id, json).autres.flatMap(({ titre }) => (notres.has(titre) ? [] : [titre]));
}

/** La source d'une demande ; celle d'un onglet est lue avec le classeur. */
function sourceDe({ table, fichier, onglet }: Demande, enPlus: OngletEnPlus): SourceLue {
  const noms = [table, TABLES[table].onglet];
  return fichier ? sourceDuFichier(fichier, noms) : sourceDeLOnglet(onglet ?? '', enPlus);
}

/** Lit, compare, montre : rien n'est écrit. */
export function* prevoirImport(id: string, demande: Demande, contexte: Contexte): Dialogue<Suite> {
  const etat = yield* lireEtatGoogle(id, demande.onglet ?? undefined);
  const disparu = ongletDisparu(demande, etat);
  if (disparu) return disparu;
  const lue = sourceDe(demande, etat.enPlus);
  if ('probleme' in lue) return refuser(phrases([lue.probleme]));
  const plan = planImport(snapshotDe(etat), demande.table, lue.source, null, contexte);
  return estRefuse(plan) ? refuser(phrases(plan.problemes)) : { vue: vuePlan(plan, demande) };
}

function ongletDisparu({ onglet }: Demande, { autres }: EtatGoogle): Suite | null {
  if (onglet === null || autres.some(({ titre }) => titre === onglet)) return null;
  return refuser(
    `L’onglet « ${onglet} » n’est plus dans le classeur. Reprenez par le menu : « Importer… ».`,
  );
}

interface Conduite {
  readonly jeton: () => string;
  readonly contexte: Contexte;
  readonly cadence: Cadence;
  /** Le temps d'un script est bientôt passé. */
  readonly arreter: () => boolean;
}

/** Le plan montré ne vaut plus : quelqu'un a écrit dans le classeur, ou dans l'onglet importé. */
class PlanPerime extends Error {
  constructor(readonly refait: Plan<ResultatImport>) {
    super();
  }
}

/** Écrit ce que le plan montrait ; si ce n'est plus ce qui serait écrit, le plan refait est montré. */
export function* ecrireImport(
  id: string,
  demande: Demande,
  { numero, empreinte }: Pick<CibleImport, 'numero' | 'empreinte'>,
  conduite: Conduite,
): Dialogue<Suite> {
  try {
    return yield* ecrireTelQuel(id, demande, { numero, empreinte }, conduite);
  } catch (erreur) {
    if (!(erreur instanceof PlanPerime)) throw erreur;
    return { vue: vuePlan(erreur.refait, demande, true) };
  }
}

function* ecrireTelQuel(
  id: string,
  demande: Demande,
  { numero, empreinte }: Pick<CibleImport, 'numero' | 'empreinte'>,
  { jeton, contexte, cadence, arreter }: Conduite,
): Dialogue<Suite> {
  const depart = numero === null ? contexte : { ...contexte, origine: origineImport(numero) };
  let source: SourceTabulaire | null = null;
  let motif: string | null = null;
  let rejets: string | null = null;
  let premiere: number | null = null;
  const planifier = (
    snapshot: Snapshot,
    c: Contexte,
    enPlus: OngletEnPlus,
  ): Plan<ResultatImport> => {
    const lue = sourceDe(demande, enPlus);
    if ('probleme' in lue) throw new ErreurClasseur([lue.probleme]);
    source = lue.source;
    const collecte = new CollecteImport(demande.table);
    const refait = collecte.plan(
      parcourirImport(snapshot, demande.table, lue.source, null, c, collecte),
    );
    motif = collecte.motif;
    // Un envoi déjà parti donne un autre contexte : la suite reconnaît ce qu'il a écrit.
    const premier = empreinte !== null && c === depart && !estRefuse(refait);
    if (premier && empreinteDuPlan(refait) !== empreinte) throw new PlanPerime(refait);
    return refait;
  };
  const dialogue = importerDansGoogle<ResultatImport>(id, {
    jeton,
    contexte: depart,
    source: demande.fichier?.nom ?? demande.onglet ?? '',
    ...(demande.onglet === null ? {} : { onglet: demande.onglet }),
    planifier,
    annexes({ resultat }, etat) {
      premiere = resultat.creees > 0 ? (etat.onglets.get(demande.table)?.derniere ?? 1) + 1 : null;
      const lignes =
        source && motif !== null
          ? lignesRejetees(demande.table, source, resultat.rejets, motif)
          : [];
      rejets = lignes.length > 0 ? titreDesRejets(etat, resultat.import) : null;
      return rejets === null ? [] : annexesRejets(etat, rejets, lignes);
    },
    arreter,
  });
  const { plan, restants } = yield* cadencer(dialogue, cadence);
  if (estRefuse(plan)) return refuser(phrases(plan.problemes));
  if (restants > 0) return { vue: vueSuite(demande, plan.resultat.import, restants) };
  return { vue: vueFaite(plan, demande, rejets, premiere) };
}
