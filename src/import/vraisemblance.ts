import type { DateCivile } from '../commun/date-civile';
import type { TableEchangeable } from '../classeur/tables';
import type { StatutDevis } from '../classeur/tables/devis';
import { THEMES } from '../classeur/tables/satisfaction';
import { chiffresSiret } from '../clients/siret';
import { estAdresseEmail } from '../commun/adresse-email';
import { estSiretValide } from '../controle/siret';
import { centimes } from '../commun/montant';
import { manqueDeNumero } from '../devis/sans-numero';
import { probleme, type Probleme } from '../messages/probleme';
import { colonnesDe } from './noms-connus';

type Valeurs = Readonly<Record<string, unknown>>;

export interface Doute {
  readonly cle: string;
  readonly probleme: Probleme;
}

const DECIDES: ReadonlySet<string> = new Set(['Signé', 'Refusé', 'Sans suite']);

/** Avant l'envoi, ou sans lui : une date d'envoi vide n'y manque pas. */
const JAMAIS_ENVOYES: ReadonlySet<string> = new Set([
  'Brouillon',
  'En validation',
  'Validé',
  'Annulé',
]);

/** Une date ne précède pas celle dont elle découle : [colonne, colonne qui doit venir avant]. */
const ORDRES: { readonly [K in TableEchangeable]?: readonly (readonly [string, string])[] } = {
  devis: [
    ['validite', 'envoyeLe'],
    ['decideLe', 'envoyeLe'],
  ],
  factures: [
    ['echeance', 'emiseLe'],
    ['payeLe', 'emiseLe'],
  ],
};

/** Les faits accomplis : leur date n'est pas à venir. */
const PASSES: { readonly [K in TableEchangeable]?: readonly string[] } = {
  devis: ['envoyeLe', 'decideLe', 'valideLe'],
  factures: ['payeLe', 'blLe'],
  satisfaction: ['date'],
};

/** Ce qui se lit mais ne se tient pas : importé, et listé (PRODUCT, « Data that people typed »). */
export function doutes(table: TableEchangeable, valeurs: Valeurs, aujourdHui: DateCivile): Doute[] {
  const liste: Doute[] = [];
  const colonnes = colonnesDe(table);
  const nom = (cle: string): string => colonnes[cle]?.entete ?? cle;
  const signaler = (cle: string, p: Probleme): void => void liste.push({ cle, probleme: p });
  for (const [apres, avant] of ORDRES[table] ?? []) {
    const [a, b] = [valeurs[apres], valeurs[avant]];
    if (typeof a === 'string' && typeof b === 'string' && a < b) {
      signaler(
        apres,
        probleme('IMPORT_DATES_INVERSEES', { colonne: nom(apres), avant: nom(avant) }),
      );
    }
  }
  for (const cle of PASSES[table] ?? []) {
    const jour = valeurs[cle];
    if (typeof jour === 'string' && jour > aujourdHui) {
      signaler(cle, probleme('IMPORT_DATE_FUTURE', { colonne: nom(cle) }));
    }
  }
  for (const cle of colonnesEmail(table)) {
    const valeur = valeurs[cle];
    if (typeof valeur === 'string' && !estAdresseEmail(valeur))
      signaler(cle, probleme('IMPORT_EMAIL_DOUTEUX', { colonne: nom(cle), valeur }));
  }
  const { numero, statut, montantHt, decideLe, siret } = valeurs;
  if (table === 'devis') {
    if (typeof numero === 'string' && manqueDeNumero({ numero, statut: statut as StatutDevis })) {
      signaler('numero', probleme('IMPORT_REFERENCE_PROVISOIRE', { statut: String(statut) }));
    }
    if (
      statut !== 'Brouillon' &&
      (montantHt === 0 || montantHt === null || montantHt === undefined)
    ) {
      signaler('montantHt', probleme('IMPORT_DEVIS_SANS_MONTANT', { statut: String(statut) }));
    }
    if (typeof montantHt === 'number' && montantHt < 0) {
      const montant = centimes(montantHt);
      signaler('montantHt', probleme('IMPORT_DEVIS_NEGATIF', { montant }));
    }
    if (DECIDES.has(String(statut)) && (decideLe ?? null) === null) {
      signaler('decideLe', probleme('IMPORT_DECISION_SANS_DATE', { statut: String(statut) }));
    }
    if (!JAMAIS_ENVOYES.has(String(statut)) && (valeurs['envoyeLe'] ?? null) === null) {
      signaler('envoyeLe', probleme('IMPORT_ENVOI_SANS_DATE', { statut: String(statut) }));
    }
  }
  if (table === 'clients' && typeof siret === 'string') {
    if (chiffresSiret(siret) === null)
      signaler('siret', probleme('IMPORT_SIRET_DOUTEUX', { valeur: siret }));
    else if (!estSiretValide(siret))
      signaler('siret', probleme('IMPORT_SIRET_CLE', { valeur: siret }));
  }
  if (table === 'satisfaction') {
    for (const cle of [...THEMES, 'recommandation']) {
      const note = valeurs[cle];
      if (typeof note === 'number' && (note < 0 || note > 10)) {
        signaler(cle, probleme('IMPORT_NOTE_HORS_ECHELLE', { colonne: nom(cle) }));
      }
    }
  }
  return liste;
}

const parTable = new Map<TableEchangeable, readonly string[]>();

function colonnesEmail(table: TableEchangeable): readonly string[] {
  let cles = parTable.get(table);
  if (!cles) {
    const colonnes = Object.entries(colonnesDe(table));
    cles = colonnes.flatMap(([cle, { genre }]) => (genre === 'email' ? [cle] : []));
    parTable.set(table, cles);
  }
  return cles;
}
