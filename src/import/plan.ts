import type { Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { lireMasque } from '../devis/numerotation';
import { inscrireNumeros } from '../devis/registre';
import { messageDe, type Probleme } from '../messages/probleme';
import { clientsCites } from './clients-cites';
import { creerDecideur, type Decision } from './decider';
import { reunir } from './documents';
import { doublonsPossibles, type Fiche } from './doublons';
import { rassembler } from './rassembler';
import { preparer, type Preparation } from './preparer';
import { numeroImport } from './numero-import';
import type { ResultatImport } from './resultat';
import { avertissementsDe, manquesDe } from './verifier';
import type { Profil } from './profil';
import type { SourceTabulaire } from './source';

/**
 * Ce qu'un import écrirait (S2-12) : chaque ligne de la source est créée, modifiée, inchangée ou
 * rejetée, et comptée une fois. Un fichier qui n'est pas de cette table est refusé en entier.
 */
export function planImport(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  contexte: Contexte,
): Plan<ResultatImport> {
  const numero = numeroImport(snapshot, contexte);
  if (source.lignes.length === 0) return plan({ import: numero, ...VIDE });
  const origine = `import n° ${numero}`;
  const clients = clientsCites(snapshot);
  const preparation = preparer(snapshot, table, source, profil, clients);
  if (preparation.problemes !== null) return refuser(numero, preparation.problemes);

  const { lecture, regle } = preparation;
  const groupes = rassembler(snapshot, table, lecture, clients, regle !== null);
  const manques = manquesDe(table, preparation, groupes);
  if (manques.length > 0) return refuser(numero, manques, descriptionDe(preparation));

  const decideur = creerDecideur(snapshot, table, lecture, clients, origine, contexte);
  const changements: Changement[] = [];
  const numeros = new Set<string>();
  const fiches: Fiche[] = [];
  const sorts = { creee: 0, modifiee: 0, inchangee: 0, rejetee: 0 };
  const constats = { documents: 0, decidesRepris: 0, plusieursLignes: 0, objetsDifferents: 0 };
  for (const groupe of groupes) {
    const { document, objetDiffere } = reunir(groupe.lignes, groupe.identite, lecture, regle);
    if (groupe.dejaLa) {
      sorts.inchangee += 1;
      constats.documents += 1;
      continue;
    }
    if (!document) continue; // ses lignes portent leur rejet
    preparation.contact?.completer(document);
    const decision = groupe.existant
      ? decideur.rapprocher(document, groupe.existant)
      : decideur.creer(document);
    if (decision.sort === 'rejetee') continue;
    constats.documents += 1;
    sorts[decision.sort] += 1;
    sorts.inchangee += groupe.lignes.length - 1;
    if (groupe.lignes.length > 1) constats.plusieursLignes += 1;
    if (objetDiffere) constats.objetsDifferents += 1;
    if (repris(decision)) constats.decidesRepris += 1;
    if (decision.sort === 'creee' && typeof decision.apres['numero'] === 'string') {
      numeros.add(decision.apres['numero']);
    }
    changements.push(...decision.changements);
    const organisation = decision.apres['organisation'];
    if (decision.sort === 'creee' && typeof organisation === 'string')
      fiches.push({ ...decision.apres, ligne: groupe.lignes[0]?.ligne ?? null, organisation });
  }
  sorts.rejetee = lecture.lignes.filter((l) => l.rejets.length > 0).length;
  const creations = table === 'clients' ? [] : clients.creations();
  for (const c of creations) {
    const organisation =
      c.type === 'ajouter' && c.table === 'clients' ? c.valeurs.organisation : null;
    if (typeof organisation === 'string') fiches.push({ ligne: null, organisation });
  }
  const registre =
    table === 'devis' || table === 'affaires'
      ? inscrireNumeros(
          snapshot,
          contexte,
          lireMasque(snapshot, table).masque,
          Array.from(numeros, (n) => ({ numero: n, pour: origine })),
        )
      : [];

  return plan(
    {
      import: numero,
      lues: lecture.lignes.length,
      creees: sorts.creee,
      modifiees: sorts.modifiee,
      inchangees: sorts.inchangee,
      rejetees: sorts.rejetee,
      documents: constats.documents,
      decidesRepris: constats.decidesRepris,
      clientsCrees: creations.length,
      rejets: lecture.lignes.flatMap((l) => l.rejets),
      anomalies: lecture.lignes.flatMap((l) => (l.rejets.length > 0 ? [] : l.anomalies)),
      doublons: doublonsPossibles(snapshot, fiches),
      avertissements: [
        ...(source.description.constats ?? []),
        ...avertissementsDe(preparation, constats),
      ].map((p) => ({ code: p.code, message: messageDe(p) })),
      ...descriptionDe(preparation),
    },
    { changements: [...creations, ...registre, ...changements] },
  );
}

function repris({ sort, apres }: Decision): boolean {
  return sort === 'creee' && ['Signé', 'Refusé', 'Sans suite'].includes(String(apres['statut']));
}

function descriptionDe({ correspondance, decoupe, lecture, contact }: Preparation) {
  const reconnues: Record<string, string> = {};
  for (const [cle, colonne] of correspondance.colonnes) {
    reconnues[colonne.entete] = lecture.nomDe(cle);
  }
  for (const { entete } of contact?.colonnes ?? []) reconnues[entete] = lecture.nomDe('contact');
  return {
    colonnes: {
      reconnues,
      ignorees: correspondance.ignorees.filter((entete) => reconnues[entete] === undefined),
    },
    valeurs: lecture.traductions,
    ignorees: decoupe.ignorees,
  };
}

const VIDE: Omit<ResultatImport, 'import'> = {
  lues: 0,
  creees: 0,
  modifiees: 0,
  inchangees: 0,
  rejetees: 0,
  documents: 0,
  decidesRepris: 0,
  clientsCrees: 0,
  rejets: [],
  anomalies: [],
  doublons: [],
  avertissements: [],
  colonnes: { reconnues: {}, ignorees: [] },
  valeurs: {},
  ignorees: [],
};

/** Le refus dit quand même ce qui a été reconnu : un profil enregistré part de là. */
function refuser(
  numero: number,
  problemes: readonly Probleme[],
  reconnu: Partial<ResultatImport> = {},
): Plan<ResultatImport> {
  return plan({ import: numero, ...VIDE, ...reconnu }, { problemes });
}
