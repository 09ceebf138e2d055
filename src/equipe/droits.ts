import type { Snapshot } from '../classeur/snapshot';
import type { Devis } from '../classeur/tables/devis';
import type { Role } from '../classeur/tables/equipe';
import type { Contexte } from '../commun/contexte';
import { plusProche } from '../commun/texte';
import { designer } from '../devis/designation';
import { probleme, type Probleme } from '../messages/probleme';
import { memePersonne, trouverMembre } from './membre';

/** Ce qui se demande : tenir une affaire, chaque geste d'un devis, noter une action, clore un mois ou le rouvrir. Le reste s'ouvre avec le fichier. */
export const DROITS = [
  'affaire',
  'gonogo',
  'creer',
  'soumettre',
  'renvoyer',
  'valider',
  'envoyer',
  'signer',
  'refuser',
  'classer',
  'reviser',
  'annuler',
  'rouvrir',
  'relance',
  'action',
  'cloturer',
  'rouvrirMois',
] as const;
export type Droit = (typeof DROITS)[number];

/** Ce qu'un rôle peut faire : partout, ou seulement sur ses devis (auteur ou responsable). */
interface Permis {
  readonly tous: ReadonlySet<Droit>;
  readonly siens: ReadonlySet<Droit>;
}

function permis(tous: readonly Droit[], siens: readonly Droit[] = []): Permis {
  return { tous: new Set(tous), siens: new Set(siens) };
}

/** Qui fait quoi (S2-13, S3-7). */
const PERMIS: Readonly<Record<Role, Permis>> = {
  Gérant: permis(DROITS),
  Responsable: permis(
    DROITS.filter((d) => d !== 'rouvrir' && d !== 'cloturer' && d !== 'rouvrirMois'),
  ),
  Consultant: permis(
    ['affaire', 'gonogo', 'creer', 'relance', 'action'],
    ['soumettre', 'renvoyer', 'envoyer', 'reviser', 'signer', 'refuser', 'classer', 'annuler'],
  ),
  Assistante: permis([
    'affaire',
    'creer',
    'soumettre',
    'envoyer',
    'signer',
    'refuser',
    'classer',
    'reviser',
    'relance',
    'action',
  ]),
  RAF: permis(['action']),
};

/**
 * Ce qui empêche l'utilisateur d'agir ; vide s'il le peut. Tant qu'Équipe est vide, chacun peut
 * tout faire. Sans `devis`, un droit limité aux siens est accordé.
 */
export function peut(
  snapshot: Snapshot,
  contexte: Contexte,
  droit: Droit,
  devis: Devis | null = null,
): Probleme[] {
  const { equipe } = snapshot.tables;
  if (equipe.length === 0) return [];
  const { utilisateur } = contexte;
  const membre = trouverMembre(snapshot, utilisateur);
  if (!membre) {
    const proche = plusProche(
      utilisateur,
      equipe.flatMap((m) => m.email ?? []),
    );
    return [probleme('UTILISATEUR_INCONNU', { utilisateur, proche })];
  }
  for (const colonne of ['role', 'actif'] as const) {
    if (
      snapshot.estIllisible('equipe', membre.ligne, colonne) ||
      (colonne === 'role' && !membre.role)
    ) {
      const cellule = snapshot.adresse('equipe', membre.ligne, colonne) ?? '';
      return [probleme('MEMBRE_MAL_DECRIT', { utilisateur, cellule, colonne })];
    }
  }
  if (membre.actif === false) return [probleme('UTILISATEUR_INACTIF', { utilisateur })];
  const { tous, siens } = PERMIS[membre.role as Role];
  if (tous.has(droit)) return [];
  const role = membre.role as Role;
  if (!siens.has(droit)) return [probleme('DROIT_REFUSE', { role, droit, a: rolesAyant(droit) })];
  const estSien =
    devis === null ||
    memePersonne(snapshot, devis.auteur, utilisateur) ||
    memePersonne(snapshot, devis.responsable, utilisateur);
  if (estSien) return [];
  return [
    probleme('DEVIS_D_UN_AUTRE', {
      numero: designer(devis),
      responsable: devis.responsable ?? devis.auteur,
    }),
  ];
}

function rolesAyant(droit: Droit): Role[] {
  return (Object.keys(PERMIS) as Role[]).filter((role) => PERMIS[role].tous.has(droit));
}
