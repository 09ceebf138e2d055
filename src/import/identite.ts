import type { TableEchangeable } from '../classeur/tables';
import { cleObjectif } from '../classeur/tables/objectifs';
import { parseDesignation } from '../devis/designation';
import { plierNumero } from '../commun/texte';
import { probleme } from '../messages/probleme';
import type { Lecture, LigneLue } from './lire-lignes';
import { colonnesDe } from './noms-connus';
import { remarque } from './remarques';

type Valeurs = Readonly<Record<string, unknown>>;

const plier = (valeur: unknown): string => plierNumero(String(valeur));

/**
 * Ce qui nomme un enregistrement dans sa table ; `null` s'il n'a pas d'identité (actions,
 * satisfaction, facture à émettre) : son contenu entier en tient lieu. Les clients se reconnaissent
 * par `creerIndexOrganisations`.
 */
export function cleIdentite(table: TableEchangeable, valeurs: Valeurs): string | null {
  // Lire une clé absente coûte cher : chaque table ne lit que les siennes.
  switch (table) {
    case 'devis': {
      const { numero, version } = valeurs;
      return typeof numero === 'string' ? cleDevis(numero, version) : null;
    }
    case 'affaires':
    case 'factures': {
      const { numero } = valeurs;
      return typeof numero === 'string' ? plier(numero) : null;
    }
    case 'tarifs': {
      const { code } = valeurs;
      return typeof code === 'string' ? plier(code) : null;
    }
    case 'objectifs': {
      const { mois } = valeurs;
      return typeof mois === 'string' ? plier(cleObjectif(valeurs)) : null;
    }
    default:
      return null;
  }
}

/** La colonne dont le texte donne son identité à une ligne ; sans elle, `cleIdentite` est nulle. */
const COLONNE_CLE: { readonly [K in TableEchangeable]?: string } = {
  devis: 'numero',
  affaires: 'numero',
  factures: 'numero',
  tarifs: 'code',
  objectifs: 'mois',
};

/** `cleIdentite` n'est pas nulle ; sans la calculer. */
export function aIdentite(table: TableEchangeable, valeurs: Valeurs): boolean {
  const cle = COLONNE_CLE[table];
  return cle !== undefined && typeof valeurs[cle] === 'string';
}

/** `DEV-1-V2` sans version, ou avec la version 2, est la version 2 de `DEV-1`. */
function cleDevis(texte: string, version: unknown): string {
  const lu = parseDesignation(texte);
  const numero = lu.version === (version ?? lu.version) ? lu.numero : texte;
  return `${plier(numero)}|${String(version ?? lu.version ?? 1)}`;
}

/** Colonnes sans lesquelles une table ne peut pas être rapprochée du classeur. */
export const COLONNES_IDENTITE: { readonly [K in TableEchangeable]: readonly string[] } = {
  clients: ['organisation'],
  affaires: ['numero'],
  devis: ['numero'],
  actions: [],
  factures: [],
  satisfaction: [],
  objectifs: ['mois'],
  tarifs: ['code'],
};

/** Les colonnes sans lesquelles rien n'est créé ; la version vient du numéro (`separerVersion`). */
export function requisesDe(table: TableEchangeable): { cle: string; entete: string }[] {
  return Object.entries(colonnesDe(table)).flatMap(([cle, { requis, entete }]) =>
    requis && cle !== 'version' ? [{ cle, entete }] : [],
  );
}

/** `DEV-2026-0042-V2` → numéro et version ; sans version, la première. */
export function separerVersion(lue: LigneLue, lecture: Lecture): void {
  const { numero, version } = lue.valeurs;
  if (typeof numero !== 'string') return;
  const lu = parseDesignation(numero);
  if (lu.version !== null && typeof version === 'number' && version !== lu.version) {
    lue.rejets.push(
      remarque(
        lue.ligne,
        lecture.entete('version'),
        String(version),
        probleme('IMPORT_VERSION_CONTRADICTOIRE', { numero, version }),
      ),
    );
    return;
  }
  lue.valeurs['numero'] = lu.numero;
  lue.valeurs['version'] = version ?? lu.version ?? 1;
}
