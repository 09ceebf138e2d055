import { COLONNES_PERSONNE, lignePersonne } from '../../../sheets-templates/tableau/personnes';
import { PERSONNES } from '../../../sheets-templates/tableau/cadre-chiffres';
import type { Snapshot } from '../../../src/classeur/snapshot';
import type { Tableau } from '../../../src/tableau-de-bord/calculer-tableau';
import type { Place } from './pages-vivantes';

type Personne = Tableau['parResponsable'][number];

const CHIFFRES: readonly (readonly [keyof typeof COLONNES_PERSONNE, (p: Personne) => number])[] = [
  ['emis', (p) => p.devisEmis.nombre],
  ['signes', (p) => p.devisSignes.nombre],
  ['signeHt', (p) => p.devisSignes.montantHt / 100],
  [
    'emisSignes',
    ({ tauxTransformation: { cohorte } }) => Math.round((cohorte.taux ?? 0) * cohorte.n),
  ],
  ['factureHt', (p) => p.caFactureHt / 100],
  ['portefeuilleHt', (p) => p.portefeuille.montantHt / 100],
];

/** Les chiffres de chacun, à leur place dans « Chiffres » : l'équipe dans son ordre, personne, les autres. */
export function chiffresDeChacun(
  { tables }: Snapshot,
  { parResponsable }: Tableau,
): (readonly [Place, number])[] {
  const rangs = new Map<string, number>();
  for (const { email, ligne } of tables.equipe) {
    const rang = ligne - 2;
    if (email !== null && rang < PERSONNES - 2) rangs.set(email.trim().toLowerCase(), rang);
  }
  const rangDe = ({ responsable }: Personne): number =>
    responsable === null
      ? PERSONNES - 2
      : (rangs.get(responsable.trim().toLowerCase()) ?? PERSONNES - 1);
  return Array.from({ length: PERSONNES }, (_, rang) => rang).flatMap((rang) => {
    const siennes = parResponsable.filter((p) => rangDe(p) === rang);
    return CHIFFRES.map(([cle, lire]) => {
      const place = { ligne: lignePersonne(rang), rang: COLONNES_PERSONNE[cle] - 1 };
      return [place, siennes.reduce((somme, p) => somme + lire(p), 0)] as const;
    });
  });
}
