import { ajouter, modifier, type Changement } from '../classeur/changements';
import { estValeurBrute } from '../classeur/ecrire-cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { Ligne, TableEchangeable } from '../classeur/tables';
import { siretDejaDit } from '../clients/siret';
import type { Contexte } from '../commun/contexte';
import type { CodeGarde } from '../messages/import-decision';
import { probleme } from '../messages/probleme';
import type { ClientsCites } from './clients-cites';
import { memeValeur, textesIllisibles, type TexteIllisible } from './contenu';
import { decisionGardee } from './decision-gardee';
import { deriver } from './derivations';
import type { Document } from './documents';
import { COLONNES_IDENTITE, requisesDe } from './identite';
import type { LigneLue } from './lire-lignes';
import { doutesDeMontant } from './montants-demesures';
import { nommer } from './nommer';
import { colonnesDe } from './noms-connus';
import type { Preparation } from './preparer';
import { remarque } from './remarques';
import { doutesDeTtc } from './ttc-incoherent';
import { douteur, nomsSurPlusieursLignes, type Doute } from './vraisemblance';

/** Le sort d'un enregistrement de la source. */
export interface Decision {
  readonly sort: 'creee' | 'modifiee' | 'inchangee' | 'rejetee';
  readonly changements: readonly Changement[];
  /** L'enregistrement tel qu'il sera dans le classeur. */
  readonly apres: Readonly<Record<string, unknown>>;
}

/** Comment se dit ce qu'un import n'a pas fait reculer ; à défaut, la décision d'un devis. */
const GARDEES: { readonly [K in TableEchangeable]?: CodeGarde } = {
  affaires: 'IMPORT_ETAPE_GARDEE',
  clients: 'IMPORT_CLIENT_GARDE',
};

const SANS_VALEUR: Readonly<Record<string, unknown>> = {};

export type Existant = Readonly<Record<string, unknown>> & { readonly ligne: number };

/** Décide du sort d'un document, selon ce que le classeur contient déjà. */
export interface Decideur {
  creer(document: Document): Decision;
  rapprocher(document: Document, existant: Existant): Decision;
}

export function creerDecideur(
  snapshot: Snapshot,
  table: TableEchangeable,
  preparation: Preparation,
  clients: ClientsCites,
  origine: string,
  contexte: Contexte,
): Decideur {
  const { lecture } = preparation;
  const declarees = colonnesDe(table);
  const requises = requisesDe(table);
  const illisible: TexteIllisible = textesIllisibles(snapshot, table);
  const douter = douteur(table, contexte.aujourdHui);
  const douterDesMontants = doutesDeMontant(table, lecture);
  const douterDuTtc = doutesDeTtc(table, preparation);
  const identite = new Set<string>([...COLONNES_IDENTITE[table], 'version']);
  if (table === 'factures') identite.add('numero');

  function rejeter(document: Document, fautes: readonly Doute[]): Decision {
    for (const lue of document.lignes) {
      for (const { cle, probleme: p } of fautes)
        lue.rejets.push(remarque(lue.ligne, lecture.entete(cle), lecture.texte(lue, cle), p));
    }
    return { sort: 'rejetee', changements: [], apres: {} };
  }

  function absentes({ valeurs }: Document): Doute[] {
    return requises.flatMap(({ cle, entete: colonne }) =>
      (valeurs[cle] ?? null) === null
        ? { cle, probleme: probleme('IMPORT_REQUIS_ABSENT', { colonne }) }
        : [],
    );
  }

  function noterDoutes(document: Document, apres: Readonly<Record<string, unknown>>): void {
    const lue = document.lignes[0];
    if (!lue) return;
    noter(lue, douter(apres));
    // D'un CSV, presque toutes les lignes n'en tiennent qu'une.
    if (lue.source.derniere !== lue.ligne) noter(lue, nomsSurPlusieursLignes(table, apres));
    noter(lue, douterDesMontants(apres));
    noter(lue, douterDuTtc(document.lignes, apres));
  }

  function noter(lue: LigneLue, doutes: readonly Doute[]): void {
    for (const { cle, probleme: p } of doutes) {
      lue.anomalies.push(remarque(lue.ligne, lecture.entete(cle), lecture.texte(lue, cle), p));
    }
  }

  /** Ôte de ce qui serait changé ce qui reviendrait sur une décision, et le dit. */
  function garderDecision(
    document: Document,
    existant: Existant,
    patch: Record<string, unknown>,
  ): void {
    const gardees = decisionGardee(table, existant, patch);
    const [etat, ...avec] = gardees;
    const [lue] = document.lignes;
    if (etat === undefined || !lue) return;
    const p = probleme(GARDEES[table] ?? 'IMPORT_DECISION_GARDEE', {
      nom: nommer(existant),
      ligne: existant.ligne,
      statut: String(patch[etat]),
      garde: String(existant[etat]),
      avec: avec.map((cle) => declarees[cle]?.entete ?? cle),
    });
    lue.anomalies.push(remarque(lue.ligne, lecture.entete(etat), lecture.texte(lue, etat), p));
    for (const cle of gardees) delete patch[cle];
  }

  /** Une cellule illisible ne recouvre pas une valeur : c'est dit, au lieu de ce qu'elle serait devenue. */
  function garderLaSienne({ lignes }: Document, cle: string): void {
    const entete = lecture.entete(cle);
    for (const lue of lignes) {
      const rang = lue.anomalies.findIndex((a) => a.colonne === entete);
      if (rang < 0) continue;
      const valeur = lecture.texte(lue, cle);
      const colonne = declarees[cle]?.entete ?? cle;
      const p = probleme('IMPORT_ECRASEMENT_REFUSE', { colonne, valeur });
      lue.anomalies[rang] = remarque(lue.ligne, entete, valeur, p);
    }
  }

  return {
    creer(document) {
      for (const { cle } of requises) {
        if ((document.valeurs[cle] ?? null) === null) return rejeter(document, absentes(document));
      }
      // Sans copie : les valeurs d'un document ne servent plus qu'ici.
      const apres = document.valeurs;
      // Clé par clé : `Object.assign` y laisserait un dictionnaire, que V8 range à part.
      const derivees = deriver(table, SANS_VALEUR, apres);
      for (const cle of Object.keys(derivees)) apres[cle] = derivees[cle];
      if (table === 'actions') apres['reference'] ??= origine;
      noterDoutes(document, apres);
      clients.citer(table, apres);
      return { sort: 'creee', changements: [ajouter(table, apres)], apres };
    },

    rapprocher(document, existant) {
      const actuel = existant['client'];
      const nouveau = document.valeurs['client'];
      const memeClient =
        typeof actuel === 'string' && typeof nouveau === 'string' && clients.memes(actuel, nouveau);
      if (typeof actuel === 'string' && typeof nouveau === 'string' && !memeClient) {
        const nom = nommer(existant);
        const p = probleme('IDENTITE_DEJA_PRISE', { nom, client: actuel, ligne: existant.ligne });
        return rejeter(document, [{ cle: 'client', probleme: p }]);
      }
      const patch: Record<string, unknown> = {};
      for (const [cle, valeur] of Object.entries(document.valeurs)) {
        if (valeur === null || identite.has(cle) || (cle === 'client' && memeClient)) continue;
        const texte = illisible(existant.ligne, cle);
        if (memeValeur(existant[cle], texte, valeur)) continue;
        if (cle === 'siret' && siretDejaDit(existant[cle] as string | null, String(valeur)))
          continue;
        if (estValeurBrute(valeur) && (existant[cle] ?? null) !== null) {
          garderLaSienne(document, cle);
          continue;
        }
        patch[cle] = valeur;
      }
      garderDecision(document, existant, patch);
      const derivees = deriver(table, existant, patch);
      for (const cle of Object.keys(derivees)) {
        if (illisible(existant.ligne, cle) !== null) delete derivees[cle]; // une valeur tapée, même illisible, reste
      }
      const champs = Object.keys(patch).length > 0 ? { ...patch, ...derivees } : {};
      const changements = modifier(
        table,
        existant as Ligne<typeof table>,
        nommer(existant),
        champs,
      );
      if (changements.length === 0) return { sort: 'inchangee', changements, apres: existant };
      const apres = { ...existant, ...champs };
      noterDoutes(document, apres);
      clients.citer(table, apres);
      return { sort: 'modifiee', changements, apres };
    },
  };
}
