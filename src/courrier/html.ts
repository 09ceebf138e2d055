/** Du HTML sûr : ce qui n'en est pas y entre protégé, sans que l'on ait à y penser. */
export class Html {
  constructor(readonly source: string) {}
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function proteger(texte: string): string {
  return texte
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[&<>"']/g, (c) => ENTITES[c] ?? c);
}

type Morceau = Html | string | number | readonly Html[];

function ecrire(morceau: Morceau): string {
  if (morceau instanceof Html) return morceau.source;
  if (typeof morceau === 'string') return proteger(morceau);
  if (typeof morceau === 'number') return String(morceau);
  return morceau.map((m) => m.source).join('');
}

/** `balises\`<td>${nom}</td>\`` : `nom` est protégé. (Nommé `html`, prettier refermerait ses balises.) */
export function balises(gabarit: TemplateStringsArray, ...morceaux: readonly Morceau[]): Html {
  const source = gabarit.reduce((deja, fixe, i) => deja + ecrire(morceaux[i - 1] ?? '') + fixe);
  return new Html(source);
}
