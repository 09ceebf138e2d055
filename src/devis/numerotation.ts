import { ajouter, modifier, type Changement } from '../classeur/changements';
import { REGLAGES } from '../classeur/parametres';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { trouverMembre } from '../equipe/membre';
import { probleme, type Probleme } from '../messages/probleme';
import { rangProvisoire } from './designation';
import { jetonsManquants, parseMasque, serieDe, type Serie } from './masque';
import { manqueDeNumero } from './sans-numero';
import { inscrireNumeros, tireMaintenant, type NumeroPorte } from './registre';

/** Ce qui se numérote, et le réglage qui porte son masque. */
export type Numerote = 'devis' | 'affaires';
const MASQUES = { devis: 'masqueDevis', affaires: 'masqueAffaire' } as const;

/** Pour qui et pour quoi un numéro est tiré. */
export interface Demande {
  readonly client: string | null;
  readonly objet: string | null;
  /** Dont les initiales peuvent figurer dans le masque. */
  readonly personne: string | null;
  /** `PROV-7` : restera lisible dans Registre, pour retrouver le devis sous ce nom. */
  readonly provisoire: string | null;
}

export type Tirage =
  | { readonly numero: string; readonly changements: Changement[]; readonly problemes: [] }
  | { readonly numero: null; readonly changements: []; readonly problemes: Probleme[] };

export function lireMasque(snapshot: Snapshot, quoi: Numerote): ReturnType<typeof parseMasque> {
  const reglage = MASQUES[quoi];
  return parseMasque(snapshot.parametres[reglage], REGLAGES[reglage].libelle);
}

/**
 * Tire le numéro suivant de la série du jour : un de plus que le plus grand connu, dans Registre
 * **ou** dans une ligne (un numéro importé fait avancer le compteur, un numéro effacé ne ressert
 * pas). Registre est d'abord complété des numéros écrits sans lui.
 */
export function tirerNumero(
  snapshot: Snapshot,
  contexte: Contexte,
  quoi: Numerote,
  demande: Demande,
): Tirage {
  const lu = lireMasque(snapshot, quoi);
  if (!lu.masque) return { numero: null, changements: [], problemes: lu.problemes };
  const valeurs = {
    date: contexte.aujourdHui,
    initiales: trouverMembre(snapshot, demande.personne)?.initiales ?? null,
    client: demande.client,
  };
  const problemes = jetonsManquants(lu.masque, valeurs).map((jeton) =>
    probleme('JETON_SANS_VALEUR', { jeton, personne: demande.personne }),
  );
  if (problemes.length > 0) return { numero: null, changements: [], problemes };
  const serie = serieDe(lu.masque, valeurs);
  const compteur = plusGrand(snapshot, serie) + 1;
  if (String(compteur).length > serie.largeur) {
    const plein = probleme('COMPTEUR_PLEIN', {
      serie: serie.nom,
      largeur: serie.largeur,
      reglage: REGLAGES[MASQUES[quoi]].libelle,
    });
    return { numero: null, changements: [], problemes: [plein] };
  }
  const numero = serie.prefixe + String(compteur).padStart(serie.largeur, '0') + serie.suffixe;
  return {
    numero,
    problemes: [],
    changements: [
      ...inscrireNumeros(snapshot, contexte, lu.masque, portes(snapshot, quoi)),
      ...expliquerInterrompus(snapshot, contexte, demande.provisoire, numero),
      ajouter('registre', {
        numero,
        serie: serie.nom,
        compteur,
        ...tireMaintenant(contexte),
        pour: pourQui(demande),
      }),
    ],
  };
}

/** `PROV-7 · Mairie de Lyon · Étude de sol`. */
function pourQui(demande: Omit<Demande, 'personne'>): string {
  return [demande.provisoire, demande.client, demande.objet].filter((t) => t).join(' · ');
}

/** Les numéros que portent les lignes : Registre doit tous les connaître. */
function portes(snapshot: Snapshot, quoi: Numerote): NumeroPorte[] {
  return snapshot.tables[quoi].map(({ numero, client, objet }) => ({
    numero,
    pour: pourQui({ client, objet, provisoire: null }),
  }));
}

function plusGrand(snapshot: Snapshot, serie: Serie): number {
  const { registre, devis, affaires } = snapshot.tables;
  let max = 0;
  for (const { numero } of [...registre, ...devis, ...affaires]) {
    const compteur = numero === null ? null : serie.compteurDe(numero);
    if (compteur !== null && compteur > max) max = compteur;
  }
  for (const r of registre) {
    if (r.serie === serie.nom && r.compteur !== null && r.compteur > max) max = r.compteur;
  }
  return max;
}

/**
 * Un numéro tiré pour ce même devis et que sa ligne n'a jamais porté : un arrêt brutal. Il ne
 * ressert pas ; Registre dit pourquoi il manque.
 */
function expliquerInterrompus(
  snapshot: Snapshot,
  contexte: Contexte,
  provisoire: string | null,
  remplacant: string,
): Changement[] {
  if (provisoire === null) return [];
  const portes = new Set(snapshot.tables.devis.map((d) => d.numero));
  return snapshot.tables.registre
    .filter((r) => provisoireDe(r.pour) === provisoire && !portes.has(r.numero) && !r.annuleLe)
    .flatMap((r) =>
      modifier('registre', r, r.numero ?? '', {
        annuleLe: contexte.aujourdHui,
        motif: `Tirage interrompu, remplacé par ${remplacant}`,
      }),
    );
}

/**
 * `PROV-8` : la référence provisoire suivante ; celles déjà changées en numéro ne resservent pas.
 * Un `PROV-99` importé « Envoyé » est une anomalie : il n'avance pas le compteur, on l'enjambe.
 */
export function referenceProvisoire(snapshot: Snapshot): string {
  let max = 0;
  const enjambes = new Set<number>();
  for (const devis of snapshot.tables.devis) {
    const rang = rangProvisoire(devis.numero ?? '') ?? 0;
    if (manqueDeNumero(devis)) enjambes.add(rang);
    else max = Math.max(max, rang);
  }
  for (const { pour } of snapshot.tables.registre) {
    max = Math.max(max, rangProvisoire(provisoireDe(pour) ?? '') ?? 0);
  }
  let suivant = max + 1;
  while (enjambes.has(suivant)) suivant += 1;
  return `PROV-${suivant}`;
}

/** La référence provisoire dont parle une ligne de Registre, `null` si elle n'en a pas. */
export function provisoireDe(pour: string | null): string | null {
  return /^PROV-\d+(?= ·|$)/i.exec(pour ?? '')?.[0] ?? null;
}
