/** Une boîte aux lettres : une adresse, et le nom affiché s'il y en a un. */
export interface Boite {
  readonly adresse: string;
  readonly nom: string;
}

const ATOME = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADRESSE = new RegExp(`^${ATOME}(?:\\.${ATOME})*@(?:${LABEL}\\.)+${LABEL}$`);
/** C0, DEL, C1, séparateurs de ligne et de paragraphe : rien de cela n'entre dans un en-tête. */
const COMMANDE = /[\p{Cc}\u2028\u2029]/u;

/**
 * Lit `nom@exemple.fr` ou `Nom <nom@exemple.fr>` : **une** boîte, en ASCII ; `null` sinon (deux
 * adresses, caractère de commande, domaine sans point).
 */
export function parseBoite(texte: string): Boite | null {
  if (COMMANDE.test(texte)) return null;
  const t = texte.trim();
  const avecNom = /^([^<>]*)<([^<>]*)>$/.exec(t);
  const adresse = (avecNom?.[2] ?? t).trim();
  if (adresse.length > 254 || adresse.indexOf('@') > 64 || !ADRESSE.test(adresse)) return null;
  const nom = (avecNom?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  return { adresse, nom: nom.trim() };
}

/** Deux écritures de la même adresse désignent le même contact. */
export function cleContact(boite: Boite): string {
  return boite.adresse.toLowerCase();
}

/** Le domaine d'une adresse ; à défaut, un domaine qui n'existe pas (RFC 2606). */
export function domaineDe(adresse: string): string {
  const boite = parseBoite(adresse);
  return boite
    ? boite.adresse.slice(boite.adresse.indexOf('@') + 1).toLowerCase()
    : 'suivi.invalid';
}
