import { describe, expect, it } from 'vitest';
import { planActionNouvelle, type CommandeAction } from '../../src/actions/nouvelle';
import { codes, unClient, uneAffaire, unDevis, unMonde } from '../support/monde';
import { contexte, jour } from '../support/valeurs';

const AUJOURDHUI = '2026-03-20';
const ctx = contexte(AUJOURDHUI, 'camille@exemple.fr');

const monde = () =>
  unMonde({
    clients: [
      unClient(),
      unClient({ organisation: 'Sogea SA', dernierContact: jour('2026-03-21') }),
    ],
    affaires: [uneAffaire(), uneAffaire({ numero: 'AFF-2026-0002', client: 'Sogea SA' })],
    devis: [unDevis(), unDevis('Envoyé', { version: 2 })],
  });

const commande = (c: Partial<CommandeAction> = {}): CommandeAction => ({
  date: jour(AUJOURDHUI),
  type: 'Appel',
  fait: true,
  ...c,
});

const ajoutee = (c: Partial<CommandeAction>) => {
  const { changements } = planActionNouvelle(monde().snapshot(), commande(c), ctx);
  const action = changements.find((x) => x.type === 'ajouter' && x.table === 'actions');
  return action?.type === 'ajouter' ? action.valeurs : null;
};

describe('noter une action', () => {
  it('le devis donne l’affaire et le client, sous leurs noms exacts', () => {
    expect(ajoutee({ devis: 'dev-2026-0001', duree: 1.5, compteRendu: ' Rappeler. ' })).toEqual({
      date: AUJOURDHUI,
      type: 'Appel',
      client: 'Mairie de Lyon',
      affaire: 'AFF-2026-0001',
      devis: 'DEV-2026-0001-V2',
      auteur: 'camille@exemple.fr',
      duree: 1.5,
      compteRendu: 'Rappeler.',
      suite: null,
      echeance: null,
      fait: true,
    });
  });

  it('l’affaire donne le client', () => {
    expect(ajoutee({ affaire: 'AFF-2026-0002' })).toMatchObject({
      client: 'Sogea SA',
      affaire: 'AFF-2026-0002',
      devis: null,
    });
  });

  it('« Dernier contact » avance, et ne recule jamais', () => {
    const dernierContact = (c: Partial<CommandeAction>) =>
      planActionNouvelle(monde().snapshot(), commande(c), ctx).changements.filter(
        (x) => x.table === 'clients',
      );
    expect(dernierContact({ client: 'mairie de lyon' })).toMatchObject([
      { nom: 'Mairie de Lyon', apres: { dernierContact: AUJOURDHUI } },
    ]);
    expect(dernierContact({ client: 'Sogea' })).toEqual([]);
    expect(dernierContact({ client: 'Mairie de Lyon', fait: false })).toEqual([]);
    expect(dernierContact({ client: 'Mairie de Lyon', type: 'Revue' })).toEqual([]);
  });

  it('une date illisible du client est laissée à qui l’a tapée', () => {
    const classeur = monde().ecrire('clients', 2, 'dernierContact', 'la semaine dernière');
    const { changements } = planActionNouvelle(
      classeur.snapshot(),
      commande({ client: 'Mairie de Lyon' }),
      ctx,
    );
    expect(changements.map((c) => c.table)).toEqual(['actions']);
  });

  it.each<[string, Partial<CommandeAction>, string[]]>([
    ['un client inconnu', { client: 'Marie de Lion' }, ['ACTION_CLIENT_INCONNU']],
    ['un devis inconnu', { devis: 'DEV-2026-0009' }, ['DEVIS_INCONNU']],
    ['une affaire inconnue', { affaire: 'AFF-2026-0009' }, ['AFFAIRE_INCONNUE']],
    [
      'le client d’une autre affaire',
      { affaire: 'AFF-2026-0001', client: 'Sogea SA' },
      ['ACTION_CLIENT_DIFFERENT'],
    ],
    [
      'un devis d’une autre affaire',
      { affaire: 'AFF-2026-0002', devis: 'DEV-2026-0001' },
      ['ACTION_AFFAIRE_DIFFERENTE'],
    ],
    ['ni sujet ni compte rendu', {}, ['ACTION_SANS_SUJET']],
    ['faite demain', { client: 'Sogea', date: jour('2026-03-21') }, ['ACTION_PAS_ENCORE_FAITE']],
    [
      'une échéance avant l’action',
      { client: 'Sogea', echeance: jour('2026-03-19') },
      ['ACTION_ECHEANCE_AVANT'],
    ],
    [
      'deux textes qui ne tiendraient pas dans leur cellule',
      { client: 'Sogea', compteRendu: 'x'.repeat(40_000), suite: 'y'.repeat(40_000) },
      ['VALEUR_TROP_LONGUE', 'VALEUR_TROP_LONGUE'],
    ],
  ])('refuse %s, sans rien écrire', (_, c, attendus) => {
    const plan = planActionNouvelle(monde().snapshot(), commande(c), ctx);
    expect(codes(plan)).toEqual(attendus);
    expect(plan.changements).toEqual([]);
  });

  it('une visite prévue, pas encore faite, se note', () => {
    expect(ajoutee({ client: 'Sogea', date: jour('2026-03-27'), fait: false })).toMatchObject({
      date: '2026-03-27',
      fait: false,
    });
  });

  it('qui n’est pas de l’équipe ne note rien', () => {
    const classeur = unMonde({ equipe: [{ email: 'gerant@exemple.fr', role: 'Gérant' }] });
    const plan = planActionNouvelle(
      classeur.snapshot(),
      commande({ client: 'Mairie de Lyon' }),
      ctx,
    );
    expect(codes(plan)).toEqual(['UTILISATEUR_INCONNU']);
  });
});
