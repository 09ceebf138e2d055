import { parseDateCivile, type DateCivile } from '../../src/commun/date-civile';

/** Qui a mis les automatismes en marche, et quand. Les propriétés du document ne suivent pas une copie. */
export interface Proprietaire {
  readonly adresse: string;
  readonly depuis: DateCivile;
}

const CLE = 'automatismes';
const COPIE = 'copie';

const proprietes = () => PropertiesService.getDocumentProperties();

export function lireProprietaire(): Proprietaire | null {
  const texte = proprietes().getProperty(CLE);
  if (texte === null) return null;
  const [adresse = '', jour = ''] = texte.split(' ');
  const depuis = parseDateCivile(jour);
  return adresse !== '' && depuis ? { adresse, depuis } : null;
}

export function inscrireProprietaire({ adresse, depuis }: Proprietaire): void {
  proprietes().setProperty(CLE, `${adresse} ${depuis}`);
}

/** Ce classeur est né d'une copie : rien n'y sera programmé sans qu'on le demande. */
export const inscrireCopie = (): void => void proprietes().setProperty(CLE, COPIE);

export const vientDUneCopie = (): boolean => proprietes().getProperty(CLE) === COPIE;

export const memeAdresse = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
