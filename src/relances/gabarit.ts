import { adresseCellule, enteteDe } from '../classeur/cellule';
import { REGLAGES } from '../classeur/parametres';
import { TABLES } from '../classeur/tables';
import { normaliser, plusProche, replierEspaces } from '../commun/texte';
import { designer } from '../devis/designation';
import { probleme, type Probleme } from '../messages/probleme';
import type { TexteModele } from './modeles-de-depart';
import { VARIABLES, type SujetRelance, type Variable } from './variables';

const CLES = Object.keys(VARIABLES);
const PAR_NOM = new Map(CLES.map((cle) => [normaliser(cle), cle]));
const TROU = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

/** Où se remplit une variable : « Contact » (onglet « Clients », cellule G4). */
function ouRemplir(sujet: SujetRelance, { table, colonne }: Variable['source']): string {
  if (table === 'parametres')
    return `le réglage « ${REGLAGES.entreprise.libelle} » (onglet « Paramètres »)`;
  const ligne = table === 'clients' ? sujet.client.ligne : sujet.devis.ligne;
  const cellule = adresseCellule(sujet.snapshot, table, ligne, colonne);
  return `« ${enteteDe(table, colonne)} » (onglet « ${TABLES[table].onglet} », cellule ${cellule})`;
}

function estIllisible(
  { snapshot, devis, client }: SujetRelance,
  source: Variable['source'],
): boolean {
  const { table, colonne } = source;
  if (table === 'parametres') return false;
  return snapshot.estIllisible(table, (table === 'clients' ? client : devis).ligne, colonne);
}

/**
 * Remplace `{variable}` et `{variable|repli}` (S1-8). Une variable inconnue, illisible ou vide sans
 * repli, une accolade seule : le texte n'est pas rendu, et tous les problèmes le sont. Les valeurs
 * ne sont pas relues : une accolade dans l'objet d'un devis reste une accolade.
 */
export function remplir(
  texte: string,
  modele: string,
  champ: string,
  sujet: SujetRelance,
): { texte: string; problemes: Probleme[] } {
  const problemes: Probleme[] = [];
  const reste = texte.replace(TROU, '');
  const seule = reste.search(/[{}]/);
  if (seule >= 0) {
    const extrait = replierEspaces(reste.slice(Math.max(0, seule - 10), seule + 20));
    problemes.push(probleme('RELANCE_ACCOLADE', { modele, champ, extrait }));
  }
  const rempli = texte.replace(TROU, (_, nom: string, repli: string | undefined) => {
    const cle = PAR_NOM.get(normaliser(nom));
    const variable = cle === undefined ? undefined : VARIABLES[cle];
    if (cle === undefined || variable === undefined) {
      const proche = plusProche(nom, CLES);
      problemes.push(
        probleme('RELANCE_VARIABLE_INCONNUE', { modele, variable: nom.trim(), proche }),
      );
      return '';
    }
    const args = { devis: designer(sujet.devis), variable: cle, modele };
    if (estIllisible(sujet, variable.source)) {
      const ou = ouRemplir(sujet, variable.source);
      problemes.push(probleme('RELANCE_VARIABLE_ILLISIBLE', { ...args, ou }));
      return '';
    }
    const valeur = variable.valeur(sujet)?.trim() || repli;
    if (valeur !== undefined) return valeur;
    const ou = ouRemplir(sujet, variable.source);
    problemes.push(probleme('RELANCE_VARIABLE_VIDE', { ...args, ou }));
    return '';
  });
  return { texte: rempli, problemes: sansRepetition(problemes) };
}

function sansRepetition(problemes: readonly Probleme[]): Probleme[] {
  return Array.from(new Map(problemes.map((p) => [JSON.stringify(p), p])).values());
}

/** L'objet et le corps du message d'un devis, ou tout ce qui manque pour l'écrire. */
export function rediger(
  modele: TexteModele,
  sujet: SujetRelance,
): { objet: string; corps: string; problemes: Probleme[] } {
  const nom = modele.code ?? '';
  const problemes: Probleme[] = [];
  const champ = (texte: string | null, entete: string): string => {
    if (texte === null || texte.trim() === '') {
      problemes.push(probleme('RELANCE_MODELE_VIDE', { modele: nom, champ: entete }));
      return '';
    }
    const rempli = remplir(texte, nom, entete, sujet);
    problemes.push(...rempli.problemes);
    return rempli.texte;
  };
  const objet = replierEspaces(champ(modele.objet, 'Objet'));
  const corps = champ(modele.corps, 'Corps').replace(/\r\n?/g, '\n');
  return { objet, corps, problemes: sansRepetition(problemes) };
}
