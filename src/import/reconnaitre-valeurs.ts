import type { TableEchangeable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';
import type { ColonneSource } from './colonnes-source';
import type { TableSource } from './entete';
import { releverNature, type Nature, type ReleveNature } from './nature-valeurs';
import { colonnesDe, nomCompare } from './noms-connus';
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

/** Des noms qui ne désignent la nôtre que si les valeurs s'y accordent : « Décision », tenue par des dates. */
const SELON_VALEURS: {
  readonly [K in TableEchangeable]?: Readonly<Record<string, readonly [Nature, cle: string]>>;
} = { devis: { decision: ['date', 'decideLe'] } };

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
  const declarees = colonnesDe(table);
  const nom = (cle: string): string => declarees[cle]?.entete ?? cle;
  const colonnes = new Map<string, ColonneSource>();
  const avertissements: Probleme[] = [];
  const remplir = (cle: string, colonne: ColonneSource, nature: Nature): void => {
    colonnes.set(cle, colonne);
    avertissements.push(
      probleme('IMPORT_COLONNE_RECONNUE', { entete: colonne.entete, nature, colonne: nom(cle) }),
    );
  };
  const estRemplie = (cle: string): boolean => dejaRemplies.has(cle) || colonnes.has(cle);
  const semblentEmail: ColonneSource[] = [];
  const libres = source.colonnes.filter((c) => !c.sansContenu && estLibre(c));
  const lignes = libres.length === 0 ? [] : premiersEnregistrements(source);
  for (const colonne of libres) {
    const releve = releverValeurs(lignes, colonne);
    const [attendue, cle = ''] = SELON_VALEURS[table]?.[nomCompare(colonne.nom)] ?? [];
    if (attendue !== undefined && !estRemplie(cle) && releve.conclure(1) === attendue) {
      remplir(cle, colonne, attendue);
      continue;
    }
    const nature = releve.conclure();
    if (nature !== null) parNature.set(nature, [...(parNature.get(nature) ?? []), colonne]);
    else if (releve.sembleEmail()) semblentEmail.push(colonne);
  }
  for (const [nature, candidates] of parNature) {
    const sure = SURES[table]?.[nature];
    const [seule, ...autres] = candidates;
    if (sure !== undefined && seule && autres.length === 0 && !estRemplie(sure)) {
      remplir(sure, seule, nature);
      continue;
    }
    const possibles = sure === undefined ? (POSSIBLES[table]?.[nature] ?? []) : [sure];
    // si la première est remplie, la colonne n'est qu'un renseignement de plus
    const [principale] = possibles;
    if (principale === undefined || estRemplie(principale)) continue;
    const entetes = candidates.map((c) => c.entete);
    const vides = possibles.filter((cle) => !estRemplie(cle)).map(nom);
    avertissements.push(probleme('IMPORT_COLONNE_PROPOSEE', { entetes, nature, colonnes: vides }));
  }
  if (table === 'clients' && semblentEmail.length > 0 && !estRemplie('email')) {
    const entetes = semblentEmail.map((c) => c.entete);
    const p = { entetes, nature: 'email', colonnes: [nom('email')] } as const;
    avertissements.push(probleme('IMPORT_COLONNE_PROPOSEE', p));
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

function releverValeurs(lignes: readonly LigneSource[], { rang }: ColonneSource): ReleveNature {
  const releve = releverNature();
  for (const { cellules } of lignes) releve.observer(cellules[rang]);
  return releve;
}
