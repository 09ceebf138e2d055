/** Un texte entre guillemets, ou un signe échappé. */
const LITTERAL = /"([^"]*)"|\\(.)/g;
const MONNAIE = /^(?:EUR|USD|GBP|CHF)$/i;

/**
 * Un format de tableur qui fait d'un nombre entier un code : `00000`, `0# ## ## ## ##`,
 * `"DEV-2026-"0000`. Ce que la cellule montre n'est alors pas son nombre. Un montant, une quantité
 * (`0" jours"`), une date n'en sont pas.
 */
export function estNumerotation(format: string): boolean {
  const [positifs = ''] = format.replace(/\[[^\]]*\]/g, '').split(';');
  const masque = positifs.replace(LITTERAL, (lu) => ' '.repeat(lu.length));
  if (!/^[0#][0# /-]*$/.test(masque.trim())) return false;
  const prefixe = positifs
    .slice(0, masque.search(/[0#]/))
    .replace(LITTERAL, (_, cite = '', echappe = '') => `${cite}${echappe}`)
    .trim();
  const nomme = /[\p{L}\p{N}]/u.test(prefixe) && !MONNAIE.test(prefixe);
  return nomme || /0.*0|^0#/.test(masque.trim());
}
