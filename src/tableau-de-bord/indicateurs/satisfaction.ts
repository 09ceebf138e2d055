import { quotient } from '../calculs/mesures';
import { THEMES, type ReponseSatisfaction, type Theme } from '../../classeur/tables/satisfaction';
import { dansTranche, taux, valeur, type Indicateur, type Tranche } from '../indicateur';
import type { Index } from '../index-commercial';

/** Une note hors de 0–10 n'en est pas une : elle est dans Anomalies, pas dans la moyenne. */
const estNote = (note: number | null): note is number => note !== null && note >= 0 && note <= 10;

export function reponsesDe(index: Index, tranche: Tranche): ReponseSatisfaction[] {
  return dansTranche(index.reponses, tranche).map((r) => r.ligne);
}

export function notesDe(
  reponses: readonly ReponseSatisfaction[],
  themes: readonly Theme[] = THEMES,
): number[] {
  return reponses.flatMap((r) => themes.map((theme) => r[theme]).filter(estNote));
}

export function partSatisfaite(notes: readonly number[], seuil: number): number | null {
  return taux(notes.filter((n) => n >= seuil).length, notes.length).valeur;
}

export function moyenne(notes: readonly number[]): number | null {
  return notes.length === 0 ? null : notes.reduce((a, b) => a + b, 0) / notes.length;
}

export const SATISFACTION_TAUX: Indicateur = {
  cle: 'satisfaction',
  libelle: 'Satisfaction',
  definition:
    'Part des notes de thème qui atteignent le seuil de satisfaction (onglet Paramètres), sur les réponses du mois.',
  unite: 'taux',
  calculer(index, tranche) {
    const reponses = reponsesDe(index, tranche);
    const part = partSatisfaite(notesDe(reponses), index.snapshot.parametres.seuilSatisfaction);
    return { valeur: part, n: reponses.length };
  },
  formule: (m) => quotient(m('satisfaites'), m('notes')),
  formuleN: (m) => m('reponses'),
};

export const SATISFACTION_MOYENNE: Indicateur = {
  cle: 'satisfactionMoyenne',
  libelle: 'Note moyenne (sur 10)',
  definition: 'Moyenne de toutes les notes de thème du mois.',
  unite: 'nombre',
  calculer: (index, tranche) => valeur(moyenne(notesDe(reponsesDe(index, tranche)))),
  formule: (m) => quotient(m('sommeNotes'), m('notes')),
};

export const NPS: Indicateur = {
  cle: 'nps',
  libelle: 'NPS',
  definition: 'Recommandation : pourcentage de 9 et 10 moins pourcentage de 0 à 6. De −100 à +100.',
  unite: 'nombre',
  calculer(index, tranche) {
    const notes = reponsesDe(index, tranche)
      .map((r) => r.recommandation)
      .filter(estNote);
    if (notes.length === 0) return valeur(null);
    const promoteurs = notes.filter((n) => n >= 9).length;
    const detracteurs = notes.filter((n) => n <= 6).length;
    return valeur(((promoteurs - detracteurs) / notes.length) * 100);
  },
  formule: (m) => quotient(`(${m('promoteurs')}-${m('detracteurs')})*100`, m('recommandations')),
};

export const REPONSES: Indicateur = {
  cle: 'reponses',
  libelle: 'Réponses aux enquêtes',
  definition: 'Nombre de réponses datées du mois.',
  unite: 'nombre',
  calculer: (index, tranche) => valeur(dansTranche(index.reponses, tranche).length),
  formule: (m) => m('reponses'),
};
