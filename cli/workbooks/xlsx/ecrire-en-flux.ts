import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Colonne } from '../../../src/classeur/colonne';
import { ecrireCellule } from '../../../src/classeur/ecrire-cellule';
import { lettreColonne } from '../../../src/classeur/source';
import { celluleXml, verifierTexte } from './cellule-xml';
import { refus } from '../../../src/classeur/erreur-classeur';
import { oter } from '../../fichiers/oter';
import { direEcriture } from './erreurs-disque';
import { MAX_LIGNES } from './plages';
import { voisinsDe } from './voisins';
import { DEBUT_FEUILLE, partiesNeuves, STYLE_ENTETE, styleDuGenre } from './parties-neuves';
import { ZipEnFlux } from './zip-flux';

/** Un onglet à écrire : ses lignes sont demandées au fur et à mesure, jamais gardées. */
export interface FeuilleEnFlux {
  readonly onglet: string;
  readonly colonnes: readonly Colonne[];
  /** Les valeurs d'un enregistrement, dans l'ordre des colonnes. */
  readonly lignes: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;
}

/** Caractères de XML remis d'un coup à la compression. */
const MORCEAU = 1 << 17;

/**
 * Écrit un classeur neuf, en-têtes et lignes, en mémoire constante quel qu'en soit le nombre
 * (S3-19, S1-10). Remplace `chemin` d'un coup, une fois complet ; rend le nombre de lignes écrites.
 * @throws ErreurClasseur si le fichier ne peut pas être écrit.
 */
export async function ecrireClasseurEnFlux(
  chemin: string,
  feuilles: readonly FeuilleEnFlux[],
): Promise<number> {
  const { temporaire } = voisinsDe(chemin);
  try {
    const fd = openSync(temporaire, 'w');
    let lignes = 0;
    try {
      const zip = new ZipEnFlux((octets) => {
        for (let p = 0; p < octets.length;) p += writeSync(fd, octets, p);
      });
      for (const [nom, xml] of partiesNeuves(feuilles.map((f) => f.onglet))) {
        await zip.ajouter(nom, [xml]);
      }
      for (const [i, feuille] of feuilles.entries()) {
        const compte = { lignes: 0 };
        await zip.ajouter(`xl/worksheets/sheet${i + 1}.xml`, xmlFeuille(feuille, compte));
        lignes += compte.lignes;
      }
      zip.finir();
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporaire, chemin);
    return lignes;
  } catch (erreur) {
    oter(temporaire);
    throw direEcriture(erreur, chemin);
  }
}

async function* xmlFeuille(
  { onglet, colonnes, lignes }: FeuilleEnFlux,
  compte: { lignes: number },
): AsyncGenerator<string> {
  const lettres = colonnes.map((_, rang) => lettreColonne(rang));
  const styles = colonnes.map((c) => styleDuGenre(c.genre));
  const largeurs = colonnes.map(
    (c, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${c.largeur + 0.7}" style="${styles[i]}" customWidth="1"/>`,
  );
  const entetes = colonnes.map((c, i) => celluleXml(c.entete, `${lettres[i]}1`, STYLE_ENTETE));
  let xml =
    `${DEBUT_FEUILLE}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${largeurs.join('')}</cols><sheetData><row r="1">${entetes.join('')}</row>`;
  let numero = 1;
  for await (const valeurs of parLots(lignes)) {
    for (const ligne of valeurs) {
      numero++;
      if (numero > MAX_LIGNES) throw refus('ONGLET_PLEIN', { onglet });
      xml += `<row r="${numero}">`;
      for (let rang = 0; rang < colonnes.length; rang++) {
        const colonne = colonnes[rang] as Colonne;
        const { brut, genre } = ecrireCellule(colonne, ligne[rang]);
        if (brut === null || brut === '') continue;
        verifierTexte(brut, onglet, numero, rang);
        const style = colonne.genre === 'libre' ? styleDuGenre(genre) : (styles[rang] as number);
        xml += celluleXml(brut, `${lettres[rang]}${numero}`, style);
      }
      xml += '</row>';
      if (xml.length >= MORCEAU) {
        yield xml;
        xml = '';
      }
    }
  }
  compte.lignes = numero - 1;
  const derniere = `${lettres.at(-1) ?? 'A'}${numero}`;
  yield `${xml}</sheetData><autoFilter ref="A1:${derniere}"/></worksheet>`;
}

/** Une liste synchrone passe par lots : une promesse par ligne coûterait plus que la ligne. */
async function* parLots(
  lignes: FeuilleEnFlux['lignes'],
): AsyncGenerator<Iterable<readonly unknown[]>> {
  if (!(Symbol.iterator in lignes)) {
    for await (const ligne of lignes) yield [ligne];
    return;
  }
  yield lignes;
}
