import type { TableEchangeable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import type { ColonneSource } from './colonnes-source';
import type { TableSource } from './entete';
import { releverNature, type Nature } from './nature-valeurs';
import { colonnesDe } from './noms-connus';
import type { LigneSource } from './source';

/** Lignes dont les valeurs suffisent à reconnaître une colonne. */
const LIGNES_OBSERVEES = 200;

/** Une seule de nos colonnes peut recevoir de telles valeurs : elle est remplie, et c'est dit. */
const SURES: { readonly [K in TableEchangeable]?: Partial<Record<Nature, string>> } = {
  clients: { siret: 'siret', email: 'email', telephone: 'telephone', codePostal: 'codePostal' },
};

/** Plusieurs de nos colonnes pourraient les recevoir : rien n'est lu, la personne choisit. */
const POSSIBLES: { readonly [K in TableEchangeable]?: Partial<Record<Nature, readonly string[]>> } =
  {
    affaires: { date: ['signaturePrevue'], montant: ['montantEstime'] },
    devis: {
      date: ['envoyeLe', 'creeLe', 'decideLe', 'validite'],
      montant: ['montantHt', 'montantTtc'],
      email: ['envoyeA', 'responsable'],
    },
    actions: { date: ['date', 'echeance'] },
    factures: { date: ['emiseLe', 'echeance', 'payeLe'], montant: ['montantHt', 'montantTtc'] },
    satisfaction: { date: ['date'] },
  };

export interface ReconnuesAuxValeurs {
  readonly colonnes: ReadonlyMap<string, ColonneSource>;
  readonly avertissements: readonly Probleme[];
}

/**
 * Les colonnes au nom inconnu, d'après leurs valeurs : un SIRET, un e-mail se reconnaissent. Une
 * colonne n'est remplie que si elle seule convient, et la nôtre aussi ; sinon elle est proposée.
 */
export function reconnaitreAuxValeurs(
  table: TableEchangeable,
  source: TableSource,
  dejaRemplies: ReadonlyMap<string, ColonneSource>,
  estLibre: (colonne: ColonneSource) => boolean,
): ReconnuesAuxValeurs {
  const parNature = new Map<Nature, ColonneSource[]>();
  const libres = source.colonnes.filter((c) => !c.sansContenu && estLibre(c));
  const lignes = libres.length === 0 ? [] : premiersEnregistrements(source);
  for (const colonne of libres) {
    const nature = natureDe(lignes, colonne);
    if (nature !== null) parNature.set(nature, [...(parNature.get(nature) ?? []), colonne]);
  }
  const declarees = colonnesDe(table);
  const nom = (cle: string): string => declarees[cle]?.entete ?? cle;
  const colonnes = new Map<string, ColonneSource>();
  const avertissements: Probleme[] = [];
  for (const [nature, candidates] of parNature) {
    const sure = SURES[table]?.[nature];
    const [seule, ...autres] = candidates;
    if (sure !== undefined && seule && autres.length === 0 && !dejaRemplies.has(sure)) {
      colonnes.set(sure, seule);
      avertissements.push(
        probleme('IMPORT_COLONNE_RECONNUE', { entete: seule.entete, nature, colonne: nom(sure) }),
      );
      continue;
    }
    const possibles = sure === undefined ? (POSSIBLES[table]?.[nature] ?? []) : [sure];
    // si la première est remplie, la colonne n'est qu'un renseignement de plus
    const [principale] = possibles;
    if (principale === undefined || dejaRemplies.has(principale)) continue;
    const entetes = candidates.map((c) => c.entete);
    const vides = possibles.filter((cle) => !dejaRemplies.has(cle)).map(nom);
    avertissements.push(probleme('IMPORT_COLONNE_PROPOSEE', { entetes, nature, colonnes: vides }));
  }
  return { colonnes, avertissements };
}

function premiersEnregistrements({ suite, trier }: TableSource): LigneSource[] {
  const lignes: LigneSource[] = [];
  for (const ligne of suite) {
    if (trier(ligne) === null && lignes.push(ligne) === LIGNES_OBSERVEES) break;
  }
  return lignes;
}

function natureDe(lignes: readonly LigneSource[], { rang }: ColonneSource): Nature | null {
  const releve = releverNature();
  for (const { cellules } of lignes) releve.observer(cellules[rang]);
  return releve.conclure();
}
