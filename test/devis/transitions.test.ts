import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/devis/cas';
import { STATUTS_DEVIS, type StatutDevis } from '../../src/classeur/tables/devis';
import { planGeste } from '../../src/devis/plan-geste';
import { GESTES, type Geste } from '../../src/devis/transitions';
import { messageDe } from '../../src/messages/probleme';
import { apres, codes, unDevis, unMonde } from '../support/monde';
import { contexte, jour } from '../support/valeurs';

const LE = contexte('2026-03-20');
const OPTIONS: Partial<Record<Geste, Options>> = {
  renvoyer: { motif: 'Prix à revoir' },
  envoyer: { a: 'achats@lyon.example' },
  signer: { forme: 'bon de commande' },
  refuser: { motif: 'Prix' },
  classer: { motif: 'Sans réponse' },
  annuler: { motif: 'Doublon' },
  attendre: { le: jour('2026-04-01') },
};

/** PRODUCT, « Devis: states and guards » : d'où chaque geste part, et où il mène. */
const PERMIS: Record<Geste, Partial<Record<StatutDevis, StatutDevis>>> = {
  soumettre: { Brouillon: 'En validation' },
  renvoyer: { 'En validation': 'Brouillon' },
  valider: { 'En validation': 'Validé' },
  envoyer: { Validé: 'Envoyé' },
  signer: { Envoyé: 'Signé' },
  refuser: { Envoyé: 'Refusé' },
  classer: { Envoyé: 'Sans suite' },
  reviser: { Envoyé: 'Envoyé', Refusé: 'Refusé', 'Sans suite': 'Sans suite' },
  annuler: {
    Brouillon: 'Annulé',
    'En validation': 'Annulé',
    Validé: 'Annulé',
    Envoyé: 'Annulé',
  },
  rouvrir: { Signé: 'Envoyé', Refusé: 'Envoyé', 'Sans suite': 'Envoyé' },
  relancer: { Envoyé: 'Envoyé' },
  attendre: { Envoyé: 'Envoyé' },
};

const CAS = STATUTS_DEVIS.flatMap((statut) => GESTES.map((geste) => ({ statut, geste })));

describe('chaque état × chaque geste', () => {
  it.each(CAS)('$statut : $geste', ({ statut, geste }) => {
    const monde = unMonde({ devis: [unDevis(statut)] });
    const reference =
      statut === 'Brouillon' || statut === 'En validation' ? 'PROV-1' : 'DEV-2026-0001';
    const p = planGeste(monde.snapshot(), geste, { reference, ...OPTIONS[geste] }, LE);
    const vers = PERMIS[geste][statut];
    expect(codes(p)).toEqual(vers ? [] : ['ETAT_REFUSE']);
    expect(p.resultat.problemes.map((x) => x.code)).toEqual(codes(p));
    expect(p.changements.length > 0).toBe(vers !== undefined);
    expect(apres(monde, p).tables.devis[0]?.statut).toBe(vers ?? statut);
    expect(p.resultat.statut).toBe(vers && geste === 'reviser' ? 'Brouillon' : (vers ?? statut));
  });

  it('un refus dit l’état, ce que l’on peut faire, et l’autre version visée', () => {
    const monde = unMonde({
      devis: [unDevis('Envoyé'), unDevis('Brouillon', { numero: 'DEV-2026-0001', version: 2 })],
    });
    const p = planGeste(
      monde.snapshot(),
      'signer',
      { reference: 'DEV-2026-0001', forme: 'verbale' },
      LE,
    );
    expect(p.problemes.map(messageDe)).toEqual([
      'Le devis DEV-2026-0001-V2 est « Brouillon » : on ne peut pas enregistrer la signature.' +
        ' On peut : soumettre à validation, annuler. Pour l’autre version, nommez DEV-2026-0001-V1.',
    ]);
  });

  it('un état final n’offre rien, un statut vide se dit', () => {
    const monde = unMonde({
      devis: [unDevis('Annulé'), { ...unDevis('Envoyé'), numero: 'D-2', statut: null }],
    });
    const dire = (reference: string) =>
      planGeste(monde.snapshot(), 'soumettre', { reference }, LE).problemes.map(messageDe);
    expect(dire('DEV-2026-0001')).toEqual([
      'Le devis DEV-2026-0001 est « Annulé » : on ne peut pas soumettre à validation. Il n’y a plus rien à y faire.',
    ]);
    expect(dire('D-2')[0]).toContain('est sans statut');
  });

  it('un statut illisible se dit à sa cellule', () => {
    const monde = unMonde({ devis: [unDevis()] }).ecrire('devis', 2, 'statut', 'En cours');
    const p = planGeste(monde.snapshot(), 'signer', { reference: 'DEV-2026-0001' }, LE);
    expect(p.problemes.map(messageDe)[0]).toContain('Onglet « Devis », cellule L2 : « En cours »');
  });
});
