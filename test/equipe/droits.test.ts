import { describe, expect, it } from 'vitest';
import { DROITS, peut, type Droit } from '../../src/equipe/droits';
import { memePersonne } from '../../src/equipe/membre';
import { messageDe } from '../../src/messages/probleme';
import { ROLES, type Role } from '../../src/classeur/tables/equipe';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { unDevis } from '../support/monde';
import { contexte } from '../support/valeurs';

const EQUIPE = [
  { email: 'gerant@exemple.fr', nom: 'Dominique', role: 'Gérant' as const },
  { email: 'resp@exemple.fr', role: 'Responsable' as const },
  { email: 'Camille@exemple.fr', nom: 'Camille É.', role: 'Consultant' as const, actif: true },
  { email: 'assist@exemple.fr', role: 'Assistante' as const },
  { email: 'raf@exemple.fr', role: 'RAF' as const },
  { email: 'parti@exemple.fr', role: 'Gérant' as const, actif: false },
  { email: 'vide@exemple.fr' },
];
const monde = () =>
  new ClasseurEnMemoire({
    equipe: EQUIPE,
    devis: [
      unDevis(),
      unDevis('Envoyé', { numero: 'D2', auteur: 'x@exemple.fr', responsable: null }),
    ],
  });
const QUI: Record<Role, string> = {
  Gérant: 'gerant@exemple.fr',
  Responsable: 'resp@exemple.fr',
  Consultant: 'camille@exemple.fr',
  Assistante: 'assist@exemple.fr',
  RAF: 'raf@exemple.fr',
};

/** Une ligne par droit : G gérant, R responsable, C consultant (c : ses devis seulement), A assistante, F RAF. */
const ATTENDU: Record<Droit, string> = {
  affaire: 'GRCA',
  gonogo: 'GRC',
  creer: 'GRCA',
  soumettre: 'GRcA',
  renvoyer: 'GRc',
  valider: 'GR',
  envoyer: 'GRcA',
  signer: 'GRcA',
  refuser: 'GRcA',
  classer: 'GRcA',
  reviser: 'GRcA',
  annuler: 'GRc',
  rouvrir: 'G',
  relance: 'GRCA',
  action: 'GRCAF',
  cloturer: 'G',
  rouvrirMois: 'G',
};
const LETTRE: Record<Role, string> = {
  Gérant: 'G',
  Responsable: 'R',
  Consultant: 'C',
  Assistante: 'A',
  RAF: 'F',
};

describe('droits', () => {
  const s = monde().snapshot();
  const [sien, autre] = s.tables.devis;
  it.each(DROITS.flatMap((droit) => ROLES.map((role) => ({ droit, role }))))(
    '$role : $droit',
    ({ droit, role }) => {
      const c = contexte('2026-03-20', QUI[role]);
      const permis = ATTENDU[droit];
      const partout = permis.includes(LETTRE[role]);
      const siens = permis.includes(LETTRE[role].toLowerCase());
      expect(peut(s, c, droit, autre)).toHaveLength(partout ? 0 : 1);
      expect(peut(s, c, droit, sien)).toHaveLength(partout || siens ? 0 : 1);
      expect(peut(s, c, droit)).toHaveLength(partout || siens ? 0 : 1);
    },
  );

  it('Équipe vide : chacun peut tout', () => {
    const vide = new ClasseurEnMemoire().snapshot();
    for (const droit of DROITS) expect(peut(vide, contexte('2026-03-20', '?'), droit)).toEqual([]);
  });

  it.each([
    ['gerand@exemple.fr', 'Est-ce « gerant@exemple.fr » ?'],
    ['quelqu.un@ailleurs.example', 'n’est pas dans l’onglet « Équipe ». Ajoutez'],
    ['parti@exemple.fr', 'n’est plus actif'],
    ['vide@exemple.fr', 'cellule D8 : le rôle'],
  ])('%s est refusé : %s', (utilisateur, dit) => {
    const [p] = peut(s, contexte('2026-03-20', utilisateur), 'affaire');
    expect(p && messageDe(p)).toContain(dit);
  });

  it.each([
    ['role', 'Patron', 'cellule D2 : le rôle'],
    ['actif', 'parfois', 'cellule G2 : « Actif »'],
  ])('%s illisible est refusé à sa cellule', (colonne, brut, dit) => {
    const flou = monde().ecrire('equipe', 2, colonne, brut).snapshot();
    const [p] = peut(flou, contexte('2026-03-20'), 'affaire');
    expect(p && messageDe(p)).toContain(dit);
  });

  const dire = (utilisateur: string, droit: Droit) =>
    peut(s, contexte('2026-03-20', utilisateur), droit, autre).map(messageDe);
  it('les refus disent à qui demander', () => {
    expect(dire('resp@exemple.fr', 'rouvrir')).toEqual([
      'Le rôle « Responsable » ne permet pas de rouvrir un devis. Demandez à : Gérant.',
    ]);
    expect(dire('Camille É.', 'signer')[0]).toContain('Le devis D2 est suivi par x@exemple.fr');
  });

  it('la même personne par son e-mail ou son nom', () => {
    expect(memePersonne(s, 'camille e.', 'CAMILLE@exemple.fr')).toBe(true);
    expect(memePersonne(s, 'inconnu', 'autre')).toBe(false);
    expect(memePersonne(s, null, 'autre')).toBe(false);
    expect(memePersonne(s, 'a@b.example', ' A@b.example')).toBe(true);
  });
});
