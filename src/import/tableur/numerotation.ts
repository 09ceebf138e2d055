/** Un texte entre guillemets, ou un signe échappé. */
const LITTERAL = /"([^"]*)"|\\(.)/g;
const MONNAIE = /^(?:EUR|USD|GBP|CHF)$/i;

/**
 * Ce que montre un nombre entier dont le format fait un code : `00000`, `0# ## ## ## ##`,
 * `"DEV-2026-"0000`. Un montant, une quantité (`0" jours"`), une date n'en sont pas : `null`.
 */
export function montrerCode(valeur: number, format: string): string | null {
  const positifs = format.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (!Number.isSafeInteger(valeur) || valeur < 0 || !estNumerotation(positifs)) return null;
  return ecrire(valeur, positifs);
}

function estNumerotation(positifs: string): boolean {
  const masque = positifs.replace(LITTERAL, (lu) => ' '.repeat(lu.length));
  if (!/^[0#][0# -]*$/.test(masque.trim())) return false;
  const prefixe = sansGuillemets(positifs.slice(0, masque.search(/[0#]/))).trim();
  const nomme = /[\p{L}\p{N}]/u.test(prefixe) && !MONNAIE.test(prefixe);
  return nomme || /0.*0|^0#/.test(masque.trim());
}

const sansGuillemets = (texte: string): string =>
  texte.replace(LITTERAL, (_, cite = '', echappe = '') => `${cite}${echappe}`);

/** Les chiffres prennent les places du format depuis la droite ; la première reçoit ceux qui débordent. */
function ecrire(valeur: number, positifs: string): string {
  const signes = Array.from(positifs.matchAll(/"([^"]*)"|\\(.)|[^]/g), ([lu, cite, echappe]) => ({
    place: lu === '0' || lu === '#',
    texte: cite ?? echappe ?? lu,
  }));
  const premiere = signes.findIndex((s) => s.place);
  let chiffres = valeur === 0 ? '' : String(valeur);
  for (let i = signes.length - 1; i >= premiere; i--) {
    const signe = signes[i];
    if (!signe?.place) continue;
    const debut = i === premiere ? 0 : Math.max(0, chiffres.length - 1);
    const pris = chiffres.slice(debut);
    chiffres = chiffres.slice(0, debut);
    signe.texte = pris !== '' ? pris : signe.texte === '0' ? '0' : '';
  }
  return signes.map((s) => s.texte).join('');
}
