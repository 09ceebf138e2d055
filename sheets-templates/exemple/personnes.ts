import { eurosVersCentimes } from '../../src/commun/montant';
import type { ValeursDe } from '../../src/classeur/tables';
import type { Role } from '../../src/classeur/tables/equipe';
import type { Hasard } from './hasard';

/** Une entreprise inventée : aucun nom d'ici n'existe, et `.example` n'est à personne. */
export const ENTREPRISE = 'Val-Exemple Ingénierie';
const DOMAINE = 'valex.example';

function membre(nom: string, initiales: string, role: Role, cout: number, poste: number) {
  const [prenom = '', famille = ''] = nom.split(' ');
  return {
    email: `${sansAccent(prenom)}.${sansAccent(famille)}@${DOMAINE}`,
    nom,
    initiales,
    role,
    telephone: `01 99 00 10 ${poste}`,
    coutJournalier: eurosVersCentimes(cout),
    actif: true,
  } satisfies ValeursDe<'equipe'>;
}

export function sansAccent(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export const MEMBRES = [
  membre('Hélène Marsacq', 'HM', 'Gérant', 640, 10),
  membre('Bastien Corvolle', 'BC', 'Responsable', 520, 11),
  membre('Inès Delormeau', 'ID', 'Consultant', 430, 12),
  membre('Youri Tanguelle', 'YT', 'Consultant', 410, 13),
  membre('Maud Perrichonne', 'MP', 'Assistante', 280, 14),
  membre('Gilles Aubertinot', 'GA', 'RAF', 380, 15),
] as const;

/** Qui valide, qui vend. */
export const GERANTE = MEMBRES[0].email;
export const VENDEURS: readonly string[] = [MEMBRES[1].email, MEMBRES[2].email, MEMBRES[3].email];

const PRENOMS = [
  'Agathe',
  'Armand',
  'Blandine',
  'Cédric',
  'Clémence',
  'Damien',
  'Élodie',
  'Étienne',
  'Fabienne',
  'Ghislain',
  'Honorine',
  'Jocelyn',
  'Karima',
  'Loïc',
  'Mélanie',
  'Nadège',
  'Octave',
  'Pascaline',
  'Quentin',
  'Rachida',
  'Sylvain',
  'Tiphaine',
  'Ulysse',
  'Viviane',
  'Wilfried',
  'Xavière',
  'Yannick',
  'Zoé',
];
const NOMS = [
  'Aubrelin',
  'Bercevaux',
  'Chantegrive',
  'Dormillac',
  'Escandolle',
  'Fauvernier',
  'Grisolange',
  'Hautvent',
  'Islandrac',
  'Jolimard',
  'Kervadoul',
  'Lamproie',
  'Montcalvet',
  'Noirefontaine',
  'Orvelin',
  'Pontrevault',
  'Quincerot',
  'Roquemaure',
  'Sauvterre',
  'Tournelune',
  'Vaudrillon',
];

/** Un nom de personne inventé. */
export function nomInvente(hasard: Hasard): string {
  return `${hasard.choisir(PRENOMS)} ${hasard.choisir(NOMS)}`;
}
