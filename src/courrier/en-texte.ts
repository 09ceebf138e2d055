import type { Bloc, Message } from './message';

/** Le même message en texte brut, complet : pour qui n'affiche ni HTML ni images. */
export function messageEnTexte(m: Message): string {
  const sections = m.sections.flatMap(({ titre, blocs }) => [
    `${titre.toUpperCase()}\n${blocs.map(bloc).join('\n\n')}`,
  ]);
  return [
    `${m.titre}\n${m.sousTitre}`,
    m.salutation,
    m.resume,
    ...sections,
    `${['--', ...m.pied].join('\n')}\n`,
  ].join('\n\n');
}

const titrer = (titre: string | null, lignes: readonly string[]): string =>
  [...(titre === null ? [] : [titre]), ...lignes].join('\n');

function bloc(b: Bloc): string {
  switch (b.genre) {
    case 'chiffres':
      return b.chiffres
        .map(({ libelle, valeur, details }) => {
          const suite = details.map((d) => d.texte).join(' · ');
          return `- ${libelle} : ${valeur}${suite === '' ? '' : `\n  ${suite}`}`;
        })
        .join('\n');
    case 'image':
      return b.image.alt;
    case 'phrase':
      return b.texte;
    case 'liste':
      return titrer(
        b.titre,
        b.textes.map((t) => `- ${t}`),
      );
    case 'tableau': {
      const [premier, ...entetes] = b.entetes;
      // Une seule valeur se passe de son en-tête ; plusieurs, non.
      const valeur = (v: string, i: number): string =>
        entetes.length === 1 ? v : `${entetes[i] ?? ''} ${v}`;
      return titrer(
        b.titre ?? premier ?? null,
        b.lignes.map(([nom = '', ...valeurs]) => `- ${nom} : ${valeurs.map(valeur).join(', ')}`),
      );
    }
  }
}
