import type { CleTable, Ligne } from '../../classeur/tables';
import { parseDesignation } from '../../devis/designation';
import type { CodeAnomalie } from '../../messages/controle';
import type { Chercheur } from '../chercheur';
import { regle, type Regle } from '../regle';
import type { Releves } from '../releves';

type Reference = Extract<
  CodeAnomalie,
  'CLIENT_INCONNU' | 'AFFAIRE_INCONNUE' | 'DEVIS_INCONNU' | 'PERSONNE_INCONNUE'
>;

/** Une colonne qui nomme un enregistrement d'une autre table. */
function reference<K extends CleTable>(
  code: Reference,
  table: K,
  colonne: keyof Ligne<K> & string,
  cible: (releves: Releves) => Chercheur | null,
): Regle {
  return regle(table, code, (ligne, releves) => {
    const nom = ligne[colonne] as unknown;
    const chercheur = cible(releves);
    if (typeof nom !== 'string' || chercheur === null || chercheur.existe(nom)) return null;
    return { colonne, details: { proche: chercheur.proche(nom) } };
  });
}

const clients = (r: Releves): Chercheur => r.clients;
const affaires = (r: Releves): Chercheur => r.affaires;
const equipe = (r: Releves): Chercheur | null => r.equipe;
/** `DEV-2026-0042-V9` nomme au moins un numéro connu, même si la version manque. */
const devis = (r: Releves): Chercheur => ({
  existe: (nom) => r.devis.existe(nom) || r.devis.existe(parseDesignation(nom).numero),
  proche: (nom) => r.devis.proche(nom),
});

export const REGLES_REFERENCES: readonly Regle[] = [
  reference('CLIENT_INCONNU', 'affaires', 'client', clients),
  reference('CLIENT_INCONNU', 'devis', 'client', clients),
  reference('CLIENT_INCONNU', 'actions', 'client', clients),
  reference('CLIENT_INCONNU', 'factures', 'client', clients),
  reference('CLIENT_INCONNU', 'satisfaction', 'client', clients),
  reference('AFFAIRE_INCONNUE', 'devis', 'affaire', affaires),
  reference('AFFAIRE_INCONNUE', 'actions', 'affaire', affaires),
  reference('AFFAIRE_INCONNUE', 'factures', 'affaire', affaires),
  reference('AFFAIRE_INCONNUE', 'satisfaction', 'affaire', affaires),
  reference('DEVIS_INCONNU', 'actions', 'devis', devis),
  reference('PERSONNE_INCONNUE', 'clients', 'responsable', equipe),
  reference('PERSONNE_INCONNUE', 'affaires', 'responsable', equipe),
  reference('PERSONNE_INCONNUE', 'affaires', 'chefDeProjet', equipe),
  reference('PERSONNE_INCONNUE', 'devis', 'responsable', equipe),
  reference('PERSONNE_INCONNUE', 'devis', 'auteur', equipe),
  reference('PERSONNE_INCONNUE', 'actions', 'auteur', equipe),
  reference('PERSONNE_INCONNUE', 'objectifs', 'responsable', equipe),
];
