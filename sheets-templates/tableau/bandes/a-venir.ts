import { HORIZONS } from '../../../src/tableau-de-bord/prevision';
import { nomDe } from '../chiffres';
import {
  ENTIER,
  EUROS,
  LIGNES,
  POURCENT,
  TABLE_AGES,
  TABLE_PREVISIONS,
  bloc,
  tableau,
} from '../grille';
import type { CelluleLibre } from '../page-libre';
import { GRAS, de } from './commun';

const AGES = ['0 à 30 jours', '31 à 60 jours', '61 à 90 jours', 'Plus de 90 jours', 'Âge inconnu'];
const MARCHES = [
  ['contactes', 'Contactés'],
  ['qualifies', 'Qualifiés'],
  ['rencontres', 'Rencontrés'],
  ['devis', 'Avec un devis'],
  ['signes', 'Signés'],
] as const;

/** Ce qui vient : prévision, portefeuille par âge, entonnoir. */
export function bandeB(): CelluleLibre[] {
  const l = LIGNES.bandeB;
  return [
    ...bloc(
      l,
      0,
      2,
      'Que va-t-il se signer ?',
      'À ce jour : reste à facturer des commandes, plus les devis dont la signature est prévue d’ici là. Pessimiste : devis sûrs à 80 % ou plus ; pondérée : × probabilité ; optimiste : en entier.',
    ),
    ...tableau(
      TABLE_PREVISIONS.ligne - 1,
      TABLE_PREVISIONS.colonne,
      [
        { titre: 'Horizon' },
        { titre: 'Pessimiste', format: EUROS },
        { titre: 'Pondérée', format: EUROS, style: GRAS },
        { titre: 'Optimiste', format: EUROS },
      ],
      HORIZONS.map((h) => [
        `"à ${h} mois"`,
        nomDe(`previsions_${h}_pessimisteHt`),
        nomDe(`previsions_${h}_pondereHt`),
        nomDe(`previsions_${h}_optimisteHt`),
      ]),
    ),
    ...bloc(
      l,
      2,
      2,
      'De quand datent nos devis en cours ?',
      'À ce jour : jours depuis le premier envoi, sinon la création. Un devis qui vieillit se signe moins.',
    ),
    ...tableau(
      TABLE_AGES.ligne - 1,
      TABLE_AGES.colonne,
      [
        { titre: 'Âge', largeur: 2 },
        { titre: 'Devis', format: ENTIER },
        { titre: 'Montant HT', format: EUROS },
      ],
      AGES.map((age, i) => [
        `"${age}"`,
        nomDe(`portefeuilleParAge_${i}_nombre`),
        nomDe(`portefeuilleParAge_${i}_montantHt`),
      ]),
    ),
    ...bloc(
      l,
      4,
      1,
      'Où nos clients s’arrêtent-ils ?',
      'Clients distincts, douze mois ; part de la marche d’avant.',
    ),
    ...tableau(
      l + 2,
      de(4),
      [
        { titre: 'Marche', largeur: 2 },
        { titre: 'Clients', format: ENTIER },
        { titre: 'Part', format: POURCENT },
      ],
      MARCHES.map(([cle, dit], i) => [
        `"${dit}"`,
        nomDe(`entonnoir_${cle}_clients`),
        i === 0 ? '""' : nomDe(`entonnoir_${cle}_tauxEtape`),
      ]),
    ),
  ];
}
