import { FIN, LecteurXml, OUVRE } from './xml-scan';
import { decoderXml } from './xml-texte';

/** Un nom du classeur, et la plage ou la formule qu'il désigne (sans `=`). */
export interface NomLu {
  readonly nom: string;
  readonly reference: string;
}

/** Les noms que quelqu'un a donnés ; ceux d'un seul onglet, ou du tableur lui-même, n'en sont pas. */
export function lireNoms(classeurXml: string): NomLu[] {
  const noms: NomLu[] = [];
  const x = new LecteurXml(classeurXml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE || x.nom !== 'definedName') continue;
    const nom = x.attribut('name') ?? '';
    const local = x.attribut('localSheetId') !== null;
    const reference = decoderXml(x.texte());
    if (nom !== '' && !local && !nom.startsWith('_xlnm')) noms.push({ nom, reference });
  }
  return noms;
}
