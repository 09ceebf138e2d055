import type { DateCivile } from '../commun/date-civile';
import type { TableEchangeable } from '../classeur/tables';
import type { StatutDevis } from '../classeur/tables/devis';
import { THEMES } from '../classeur/tables/satisfaction';
import { chiffresSiret } from '../clients/siret';
import { estAdresseEmail } from '../commun/adresse-email';
import { estSiretValide } from '../controle/siret';
import { centimes } from '../commun/montant';
import { DECIDES } from '../devis/decides';
import { manqueDeNumero } from '../devis/sans-numero';
import { probleme, type Probleme } from '../messages/probleme';
import { colonnesDe } from './noms-connus';

type Valeurs = Readonly<Record<string, unknown>>;

export interface Doute {
  readonly cle: string;
  readonly probleme: Probleme;
}

/** Avant l'envoi, ou sans lui : une date d'envoi vide n'y manque pas. */
const JAMAIS_ENVOYES: ReadonlySet<string> = new Set([
  'Brouillon',
  'En validation',
  'Validé',
  'Annulé',
]);

/** Une date ne précède pas celle dont elle découle. */
interface Ordre {
  readonly avant: string;
  readonly apres: string;
}

const ORDRES: { readonly [K in TableEchangeable]?: readonly Ordre[] } = {
  devis: [
    { avant: 'envoyeLe', apres: 'validite' },
    { avant: 'envoyeLe', apres: 'decideLe' },
  ],
  factures: [
    { avant: 'emiseLe', apres: 'echeance' },
    { avant: 'emiseLe', apres: 'payeLe' },
  ],
};

/** Les faits accomplis : leur date n'est pas à venir. */
const PASSES: { readonly [K in TableEchangeable]?: readonly string[] } = {
  devis: ['envoyeLe', 'decideLe', 'valideLe'],
  factures: ['payeLe', 'blLe'],
  satisfaction: ['date'],
};

/** Adresses vérifiées que l'on retient : les mêmes reviennent. */
const RETENUES = 4_096;

const AUCUN: readonly Doute[] = [];

/** Ce qui se lit mais ne se tient pas : importé, et listé (PRODUCT, « Data that people typed »). */
export function douteur(
  table: TableEchangeable,
  aujourdHui: DateCivile,
): (valeurs: Valeurs) => readonly Doute[] {
  const colonnes = colonnesDe(table);
  const nom = (cle: string): string => colonnes[cle]?.entete ?? cle;
  const ordres = ORDRES[table] ?? [];
  const passes = PASSES[table] ?? [];
  const emails = Object.keys(colonnes).filter((cle) => colonnes[cle]?.genre === 'email');
  const taux = Object.keys(colonnes).filter((cle) => colonnes[cle]?.genre === 'taux');
  const propres = PROPRES[table];
  const bonnes = new Set<string>();
  // Chaque ligne passe ici, et presque aucune n'est douteuse : rien n'est préparé d'avance.
  return (valeurs) => {
    let liste: Doute[] | null = null;
    for (const { avant, apres } of ordres) {
      const premiere = valeurs[avant];
      const suite = valeurs[apres];
      if (typeof premiere !== 'string' || typeof suite !== 'string' || suite >= premiere) continue;
      const p = probleme('IMPORT_DATES_INVERSEES', { colonne: nom(apres), avant: nom(avant) });
      (liste ??= []).push({ cle: apres, probleme: p });
    }
    for (const cle of passes) {
      const jour = valeurs[cle];
      if (typeof jour !== 'string' || jour <= aujourdHui) continue;
      const p = probleme('IMPORT_DATE_FUTURE', { colonne: nom(cle) });
      (liste ??= []).push({ cle, probleme: p });
    }
    for (const cle of emails) {
      const valeur = valeurs[cle];
      if (typeof valeur !== 'string' || bonnes.has(valeur)) continue;
      if (estAdresseEmail(valeur)) {
        if (bonnes.size < RETENUES) bonnes.add(valeur);
        continue;
      }
      const p = probleme('IMPORT_EMAIL_DOUTEUX', { colonne: nom(cle), valeur });
      (liste ??= []).push({ cle, probleme: p });
    }
    for (const cle of taux) {
      const valeur = valeurs[cle];
      if (typeof valeur !== 'number' || (valeur >= 0 && valeur <= 1)) continue;
      const p = probleme('IMPORT_TAUX_DEMESURE', { colonne: nom(cle), taux: valeur });
      (liste ??= []).push({ cle, probleme: p });
    }
    const autres = propres?.(valeurs) ?? AUCUN;
    return liste === null ? autres : [...liste, ...autres];
  };
}

/** Les doutes propres à une table. */
const PROPRES: { readonly [K in TableEchangeable]?: (valeurs: Valeurs) => readonly Doute[] } = {
  devis: doutesDevis,
  clients: doutesClient,
  satisfaction: doutesSatisfaction,
};

function doutesDevis(valeurs: Valeurs): readonly Doute[] {
  const { numero, montantHt, decideLe, envoyeLe } = valeurs;
  const statut = String(valeurs['statut']);
  const sansNumero =
    typeof numero === 'string' && manqueDeNumero({ numero, statut: statut as StatutDevis });
  const sansMontant = (montantHt ?? 0) === 0 && statut !== 'Brouillon';
  const sansDecision = (decideLe ?? null) === null && DECIDES.has(statut);
  const sansEnvoi = (envoyeLe ?? null) === null && !JAMAIS_ENVOYES.has(statut);
  const negatif = typeof montantHt === 'number' && montantHt < 0 ? montantHt : null;
  const sain = negatif === null && !sansNumero && !sansMontant && !sansDecision && !sansEnvoi;
  if (sain) return AUCUN;
  const liste: Doute[] = [];
  const signaler = (cle: string, p: Probleme): void => void liste.push({ cle, probleme: p });
  if (sansNumero) signaler('numero', probleme('IMPORT_REFERENCE_PROVISOIRE', { statut }));
  if (sansMontant) signaler('montantHt', probleme('IMPORT_DEVIS_SANS_MONTANT', { statut }));
  if (negatif !== null) {
    signaler('montantHt', probleme('IMPORT_DEVIS_NEGATIF', { montant: centimes(negatif) }));
  }
  if (sansDecision) signaler('decideLe', probleme('IMPORT_DECISION_SANS_DATE', { statut }));
  if (sansEnvoi) signaler('envoyeLe', probleme('IMPORT_ENVOI_SANS_DATE', { statut }));
  return liste;
}

function doutesClient({ siret }: Valeurs): readonly Doute[] {
  if (typeof siret !== 'string' || estSiretValide(siret)) return AUCUN;
  const code = chiffresSiret(siret) === null ? 'IMPORT_SIRET_DOUTEUX' : 'IMPORT_SIRET_CLE';
  return [{ cle: 'siret', probleme: probleme(code, { valeur: siret }) }];
}

function doutesSatisfaction(valeurs: Valeurs): readonly Doute[] {
  return [...THEMES, 'recommandation'].flatMap((cle) => {
    const note = valeurs[cle];
    if (typeof note !== 'number' || (note >= 0 && note <= 10)) return [];
    const p = probleme('IMPORT_NOTE_HORS_ECHELLE', {
      colonne: colonnesDe('satisfaction')[cle]?.entete ?? cle,
    });
    return [{ cle, probleme: p }];
  });
}

/** Ce qui nomme une chose tient sur une ligne. */
const NOMS = ['numero', 'organisation', 'client', 'code'];

/** Un nom sur plusieurs lignes : un guillemet y a peut-être réuni deux lignes du fichier. */
export function nomsSurPlusieursLignes(table: TableEchangeable, valeurs: Valeurs): Doute[] {
  return NOMS.flatMap((cle) => {
    const nom = valeurs[cle];
    if (typeof nom !== 'string' || !nom.includes('\n')) return [];
    const colonne = colonnesDe(table)[cle]?.entete ?? cle;
    return [{ cle, probleme: probleme('IMPORT_NOM_SUR_PLUSIEURS_LIGNES', { colonne }) }];
  });
}
