import type { Colonne } from '../../src/classeur/colonne';
import { montrerValeur } from '../../src/classeur/montrer-valeur';
import { TABLES, type TableEchangeable } from '../../src/classeur/tables';
import { colonnesDe } from '../../src/import/noms-connus';
import type { BilanImport } from '../../src/import/parcourir';
import { accord, formatNombre } from '../../src/messages/formats';
import { couper, etAutres, formatListe } from '../../src/messages/liste';
import { texteIgnorees } from '../ignorees-texte';
import { texteRemarques } from '../remarques-texte';
import { TIRET } from '../rendu';
import type { Sortie } from '../sortie';
import type { ColonneTexte } from '../tableau-texte';
import { LISTES } from './ecritures-listees';
import { MONTREES, type ResumeImport } from './resume-import';

/** Le plan d'un import : ce qui a été reconnu, décidé, écarté, les premières écritures, les comptes. */
export function montrerPlan(
  sortie: Sortie,
  table: TableEchangeable,
  bilan: BilanImport,
  resume: ResumeImport,
): void {
  montrerReconnu(sortie, table, bilan);
  const rejetees = accord(bilan.rejetees, 'ligne rejetée', 'lignes rejetées');
  remarques(sortie, rejetees, texteRemarques(resume.rejets));
  const { aVerifier } = resume;
  const titre = accord(aVerifier.nombre, 'valeur à vérifier', 'valeurs à vérifier');
  remarques(sortie, titre, texteRemarques(aVerifier));
  const { doublons } = resume;
  remarques(
    sortie,
    accord(doublons.nombre, 'doublon possible', 'doublons possibles'),
    doublons.textes(),
  );
  montrerCreations(sortie, table, bilan, resume);
  montrerModifications(sortie, table, resume);
  montrerClients(sortie, resume);
  sortie.ligne();
  sortie.succes(comptes(bilan));
}

/** Colonnes ignorées que l'on nomme ; le JSON les rend toutes. */
const IGNOREES_DITES = 30;

function montrerReconnu(sortie: Sortie, table: TableEchangeable, bilan: BilanImport): void {
  const reconnues = Object.entries(bilan.colonnes.reconnues);
  sortie.titre(`Import vers « ${TABLES[table].onglet} »`);
  if (reconnues.length > 0) {
    const noms = reconnues.map(([e, n]) => (e === n ? n : `${e} → ${n}`));
    sortie.ligne(`Colonnes reconnues : ${noms.join(', ')}.`);
  }
  if (bilan.colonnes.ignorees.length > 0) {
    const { ignorees } = bilan.colonnes;
    const dites = ignorees.slice(0, IGNOREES_DITES).map(couper).join(', ');
    sortie.ligne(`Colonnes ignorées : ${dites}${etAutres(ignorees.length, IGNOREES_DITES)}.`);
  }
  for (const texte of texteIgnorees(bilan.ignorees)) sortie.ligne(texte);
  for (const a of bilan.avertissements) sortie.ligne(sortie.attention(a.message));
}

function remarques(sortie: Sortie, titre: string, textes: readonly string[]): void {
  if (textes.length === 0) return;
  sortie.ligne();
  sortie.titre(titre);
  for (const texte of textes) sortie.ligne(texte);
}

const A_DROITE: ReadonlySet<string> = new Set(['montant', 'nombre', 'entier', 'taux']);

function montrerCreations(
  sortie: Sortie,
  table: TableEchangeable,
  { creees }: BilanImport,
  { creations }: ResumeImport,
): void {
  if (creations.length === 0) return;
  const lignes = creations.map(({ valeurs }) => valeurs as Readonly<Record<string, unknown>>);
  const colonnes = Object.entries(colonnesDe(table)).filter(([cle]) =>
    lignes.some((valeurs) => (valeurs[cle] ?? null) !== null),
  );
  sortie.ligne();
  sortie.titre(
    creees > MONTREES
      ? `À créer, les ${MONTREES} premières lignes sur ${formatNombre(creees, 0)}`
      : 'À créer',
  );
  sortie.tableau(
    colonnes.map(([, colonne]) => enColonne(colonne)),
    lignes.map((valeurs) => colonnes.map(([cle, colonne]) => montrer(colonne, valeurs[cle]))),
  );
}

function enColonne({ entete, genre }: Colonne): ColonneTexte {
  return A_DROITE.has(genre) ? { titre: entete, aDroite: true } : { titre: entete, souple: 12 };
}

function montrer(colonne: Colonne | undefined, valeur: unknown): string {
  if (!colonne || valeur === null || valeur === undefined) return TIRET;
  const texte = montrerValeur(colonne, valeur);
  return texte.length > VALEUR_MAX ? `${texte.slice(0, VALEUR_MAX)}…` : texte;
}

/** Caractères montrés d'une valeur, dans un fichier ou un tube ; une fenêtre en montre moins. */
const VALEUR_MAX = 200;

function montrerModifications(
  sortie: Sortie,
  table: TableEchangeable,
  { modifications, modifiees }: ResumeImport,
): void {
  if (modifications.length === 0) return;
  const colonnes = colonnesDe(table);
  sortie.ligne();
  sortie.titre(
    modifiees > MONTREES
      ? `À modifier, les ${MONTREES} premiers enregistrements sur ${formatNombre(modifiees, 0)}`
      : 'À modifier',
  );
  sortie.tableau(
    [
      { titre: 'Ligne', aDroite: true },
      { titre: 'Enregistrement', souple: 14 },
      { titre: 'Colonne', souple: 10 },
      { titre: 'Avant', souple: 10 },
      { titre: 'Après', souple: 10 },
    ],
    modifications.flatMap(({ ligne, nom, avant, apres }) =>
      Object.entries(apres).map(([cle, valeur], i) => [
        i === 0 ? String(ligne) : '',
        i === 0 ? nom : '',
        colonnes[cle]?.entete ?? cle,
        montrer(colonnes[cle], (avant as Readonly<Record<string, unknown>>)[cle]),
        montrer(colonnes[cle], valeur),
      ]),
    ),
  );
  if (modifiees <= MONTREES) return;
  const combien = modifiees > LISTES ? `les ${formatNombre(LISTES, 0)} premiers` : 'tous';
  sortie.ligne(`Pour les voir ${combien}, cellule par cellule : ajoutez --simulation --json.`);
}

function montrerClients(sortie: Sortie, { listees }: ResumeImport): void {
  const { noms, autres } = listees.premiersClients(MONTREES);
  if (noms.length === 0) return;
  const suite = autres > 0 ? ` et ${accord(autres, 'autre', 'autres')}` : '';
  sortie.ligne();
  sortie.ligne(
    `${noms.length > 1 ? 'Clients' : 'Client'} à créer, d’après ce fichier : ${formatListe(noms)}${suite}.`,
  );
}

function comptes(r: BilanImport): string {
  const clients =
    r.clientsCrees > 0 ? ` ; ${accord(r.clientsCrees, 'client créé', 'clients créés')}` : '';
  return `${accord(r.lues, 'ligne lue', 'lignes lues')} : ${accord(r.creees, 'créée', 'créées')}, ${accord(r.modifiees, 'modifiée', 'modifiées')}, ${accord(r.inchangees, 'inchangée', 'inchangées')}, ${accord(r.rejetees, 'rejetée', 'rejetées')}${clients}.`;
}
