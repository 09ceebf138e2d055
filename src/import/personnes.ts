import type { Snapshot } from '../classeur/snapshot';
import { normaliser } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';

/** Les membres de l'équipe que le fichier nomme (responsable, auteur…). */
export interface PersonnesNommees {
  /** L'adresse d'un membre, à la place de son nom ou de ses initiales ; un autre nom est gardé tel quel. */
  nommer(nom: string): string;
  /** Ceux que l'équipe, si elle est remplie, ne connaît pas ou ne distingue pas. */
  inconnues(): Probleme[];
}

export function personnesNommees(snapshot: Snapshot): PersonnesNommees {
  /** `null` : deux membres le portent, aucun n'est choisi. */
  const connues = new Map<string, string | null>();
  const noter = (cle: string, email: string): void => {
    const connue = connues.get(cle);
    connues.set(cle, connue === undefined || connue === email ? email : null);
  };
  for (const { email, nom, initiales } of snapshot.tables.equipe) {
    if (email === null) continue;
    noter(email.trim().toLowerCase(), email);
    if (nom !== null) noter(motsDe(nom), email);
    if (initiales !== null) noter(lettresDe(initiales), email);
  }
  const parNom = (nom: string): string | null | undefined => {
    const entier = connues.get(motsDe(nom));
    return entier === undefined ? connues.get(lettresDe(nom)) : entier;
  };
  const autres = new Set<string>();
  const ambigues = new Set<string>();
  return {
    nommer(nom) {
      const trouvee = nom.includes('@') ? connues.get(nom.trim().toLowerCase()) : parNom(nom);
      if (trouvee === null) ambigues.add(nom);
      else if (connues.size > 0 && trouvee === undefined) autres.add(nom);
      return trouvee ?? nom;
    },
    inconnues: () => [
      ...(autres.size > 0 ? [probleme('PERSONNES_INCONNUES', { noms: [...autres] })] : []),
      ...(ambigues.size > 0 ? [probleme('PERSONNES_AMBIGUES', { noms: [...ambigues] })] : []),
    ],
  };
}

/** « MARTIN Hélène » et « Hélène Martin » : les mêmes mots. */
function motsDe(nom: string): string {
  const mots = normaliser(nom).split(/[^\p{L}\p{N}]+/u);
  return mots
    .filter((mot) => mot !== '')
    .sort()
    .join(' ');
}

/** « H.M. », « h m » : les mêmes initiales. */
const lettresDe = (nom: string): string => `initiales ${normaliser(nom).replace(/[^\p{L}]/gu, '')}`;
