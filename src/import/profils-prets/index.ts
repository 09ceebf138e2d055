import { normaliser } from '../../commun/texte';
import { DOLIBARR, INVOICE_NINJA, ODOO } from './factures-devis';
import { HUBSPOT, PIPEDRIVE, ZOHO } from './relation-client';
import type { ProfilPret } from './type';

/** Dont nous n'avons trouvé ni fichier ni documentation : leurs colonnes se reconnaissent à leur nom. */
const SANS_MODELE = ['Sellsy', 'Axonaut'].map((titre): ProfilPret => ({
  nom: titre.toLowerCase(),
  titre,
  preuve: 'non vérifié',
  source: 'aucun export ni liste de champs trouvés ; les noms français usuels sont reconnus',
  tables: {},
}));

const EXCEL: ProfilPret = {
  nom: 'excel',
  titre: 'Listes faites dans Excel',
  preuve: 'fichier réel',
  source: 'fichiers enregistrés par Excel français ; les noms de colonnes usuels sont reconnus',
  tables: {},
};

export const PROFILS_PRETS: readonly ProfilPret[] = [
  EXCEL,
  DOLIBARR,
  ODOO,
  HUBSPOT,
  PIPEDRIVE,
  ZOHO,
  INVOICE_NINJA,
  ...SANS_MODELE,
];

/** Le profil prêt de ce nom (`dolibarr`, `Invoice Ninja`) ; `null` si ce n'en est pas un. */
export function profilPret(nom: string): ProfilPret | null {
  const cherche = normaliser(nom);
  return (
    PROFILS_PRETS.find((p) => normaliser(p.nom) === cherche || normaliser(p.titre) === cherche) ??
    null
  );
}
