import { refus } from '../../../src/classeur/erreur-classeur';
import { FIN, LecteurXml, OUVRE } from './xml-scan';
import { versOctets } from './xml-texte';
import { lirePartie, ouvrirZip, type Zip } from './zip-lire';

export interface Feuille {
  readonly nom: string;
  readonly partie: string;
  readonly masquee: boolean;
  /** Rang parmi tous les onglets : celui des noms définis. */
  readonly rang: number;
}

export interface Relation {
  readonly id: string;
  /** Dernier mot du type : `worksheet`, `styles`… (les adresses varient selon la norme). */
  readonly type: string;
  readonly cible: string;
}

/** Les parties d'un classeur et leurs liens ; chaque partie n'est décompressée qu'au besoin. */
export class Paquet {
  private readonly lues = new Map<string, string | null>();
  readonly partieClasseur: string;
  readonly relations: readonly Relation[];
  readonly feuilles: readonly Feuille[];
  readonly date1904: boolean;

  private constructor(readonly zip: Zip) {
    const { chemin } = zip;
    const principal = this.relationsDe('').find((r) => r.type === 'officeDocument');
    if (zip.entrees.has('mimetype')) {
      throw refus('PAS_UN_CLASSEUR', { chemin, nature: 'c’est un fichier OpenDocument (.ods ?)' });
    }
    if (!principal) throw refus('PAS_UN_CLASSEUR', { chemin, nature: 'c’est une archive .zip' });
    this.partieClasseur = principal.cible;
    if (/\.bin$/i.test(principal.cible)) {
      throw refus('PAS_UN_CLASSEUR', { chemin, nature: 'c’est un classeur binaire (.xlsb)' });
    }
    this.relations = this.relationsDe(principal.cible);
    const lu = lireClasseurXml(this.exiger(principal.cible), this.relations);
    if (!lu)
      throw refus('PAS_UN_CLASSEUR', {
        chemin,
        nature: 'c’est un document Office d’une autre sorte',
      });
    this.feuilles = lu.feuilles;
    this.date1904 = lu.date1904;
  }

  static ouvrir(octets: Buffer, chemin: string): Paquet {
    return new Paquet(ouvrirZip(octets, chemin));
  }

  /** Octets d'une partie ; `null` si elle n'existe pas. */
  lire(nom: string): string | null {
    let lue = this.lues.get(nom);
    if (lue === undefined) {
      const partie = lirePartie(this.zip, nom);
      lue = partie && versOctets(partie);
      this.lues.set(nom, lue);
    }
    return lue;
  }

  exiger(nom: string): string {
    const lue = this.lire(nom);
    if (lue !== null) return lue;
    throw refus('CLASSEUR_TRONQUE', {
      chemin: this.zip.chemin,
      detail: `la partie « ${nom} » manque`,
    });
  }

  partieDe(type: string): string | null {
    return this.relations.find((r) => r.type === type)?.cible ?? null;
  }

  /** Les liens d'une partie (`''` : ceux du paquet), vers des parties du fichier seulement. */
  relationsDe(partie: string): Relation[] {
    const xml = this.lire(cheminRelations(partie));
    if (xml === null) return [];
    const relations: Relation[] = [];
    const x = new LecteurXml(xml);
    for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
      if (k !== OUVRE || x.nom !== 'Relationship') continue;
      if (x.attribut('TargetMode') === 'External') continue;
      relations.push({
        id: x.attribut('Id') ?? '',
        type: (x.attribut('Type') ?? '').split('/').pop() ?? '',
        cible: resoudre(partie, x.attribut('Target') ?? ''),
      });
    }
    return relations;
  }
}

export function cheminRelations(partie: string): string {
  const barre = partie.lastIndexOf('/') + 1;
  return `${partie.slice(0, barre)}_rels/${partie.slice(barre)}.rels`;
}

function resoudre(partie: string, cible: string): string {
  if (cible.startsWith('/')) return cible.slice(1);
  const dossiers = partie.split('/').slice(0, -1);
  for (const morceau of cible.split('/')) {
    if (morceau === '..') dossiers.pop();
    else if (morceau !== '.') dossiers.push(morceau);
  }
  return dossiers.join('/');
}

function lireClasseurXml(
  xml: string,
  relations: readonly Relation[],
): { feuilles: Feuille[]; date1904: boolean } | null {
  const parId = new Map(relations.map((r) => [r.id, r]));
  const feuilles: Feuille[] = [];
  let date1904 = false;
  let rang = 0;
  const x = new LecteurXml(xml);
  let racine = '';
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE) continue;
    const nom = x.nom;
    racine ||= nom;
    if (nom === 'workbookPr') date1904 = /^(?:1|true)$/.test(x.attribut('date1904') ?? '');
    if (nom !== 'sheet') continue;
    const relation = parId.get(x.attribut('id') ?? '');
    if (relation?.type === 'worksheet') {
      const masquee = (x.attribut('state') ?? 'visible') !== 'visible';
      feuilles.push({ nom: x.attribut('name') ?? '', partie: relation.cible, masquee, rang });
    }
    rang++;
  }
  return racine === 'workbook' ? { feuilles, date1904 } : null;
}
