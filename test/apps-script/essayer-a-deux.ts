import { describe, expect, it } from 'vitest';
import type { Panneau } from '../../apps-script/panneau/contrat';
import { modifier } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { planAffaireNouvelle } from '../../src/affaires/nouvelle';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { contexte } from '../support/valeurs';
import { Bureau, CAMILLE, envoiDe, GERANT, type Personne } from './bureau';

/** Agit une fois, au k-ième appel de service de `p` (avant ou après lui). */
function auAppel(
  p: Personne,
  rang: number,
  quand: 'avant' | 'apres',
  agir: () => void,
): () => boolean {
  let vus = -1;
  let fait = false;
  p.hote.surService = (_, moment) => {
    if (moment === 'avant') vus += 1;
    if (fait || vus !== rang || moment !== quand) return;
    fait = true;
    agir();
  };
  return () => fait;
}

/** Envoie jusqu'à ce que le verrou soit libre : ce que ferait une personne. */
function insister(p: Personne, texte: string): void {
  for (let essai = 0; essai < 3; essai += 1) {
    if (p.envoyerTexte(texte).ok) return;
  }
  throw new Error('Toujours refusé.');
}

const demande = (panneau: Panneau, valeurs: Record<string, string> = {}): string =>
  JSON.stringify(envoiDe(panneau, valeurs));

/** Quelqu'un d'autre agit pendant un appel sur `pas`, le premier compris, jusqu'au dernier. */
export function essayerADeux(pas: number): void {
  describe.each(['avant', 'apres'] as const)('une autre personne agit %s chaque appel', (quand) => {
    it('deux affaires à la fois : deux numéros, deux lignes', { timeout: 120_000 }, () => {
      const b = new Bureau({ clients: [unClient()] });
      const [a, c] = [b.personne(GERANT), b.personne(CAMILLE)];
      for (let rang = 0; ; rang += pas) {
        const avant = b.lire().tables.affaires.length;
        const deA = demande(a.menu('nouvelleAffaire'), { client: 'Sogea', objet: `A${rang}` });
        const deC = demande(c.menu('nouvelleAffaire'), { client: 'Sogea', objet: `C${rang}` });
        const agi = auAppel(a, rang, quand, () => void c.envoyerTexte(deC));
        insister(a, deA);
        a.hote.surService = null;
        insister(c, deC);
        const { affaires, registre, clients } = b.lire().tables;
        expect(affaires.length - avant, `appel ${rang}`).toBe(2);
        expect(new Set(affaires.map((x) => x.numero)).size, `appel ${rang}`).toBe(affaires.length);
        expect(registre.map((r) => r.numero)).toEqual(affaires.map((x) => x.numero));
        expect(clients.filter((x) => x.organisation === 'Sogea')).toHaveLength(1);
        if (!agi()) break;
      }
    });

    it('deux validations à la fois : deux numéros qui se suivent', { timeout: 120_000 }, () => {
      const b = new Bureau({ clients: [unClient()], affaires: [uneAffaire()] });
      const [a, c] = [b.personne(GERANT), b.personne('autre@exemple.fr')];
      for (let rang = 0; ; rang += pas) {
        const n = b.lire().tables.devis.length;
        b.ajouter({
          devis: [1, 2].map((i) => unDevis('En validation', { numero: `PROV-${n + i}` })),
        });
        const deA = demande(a.menu('validerDevis', 'devis', n + 2));
        const deC = demande(c.menu('validerDevis', 'devis', n + 3));
        const agi = auAppel(a, rang, quand, () => void c.envoyerTexte(deC));
        insister(a, deA);
        a.hote.surService = null;
        insister(c, deC);
        const numeros = b.lire().tables.devis.map((d) => d.numero ?? '');
        expect([...numeros].sort(), `appel ${rang}`).toEqual(
          numeros.map((_, i) => `DEV-2026-${String(i + 1).padStart(4, '0')}`),
        );
        if (!agi()) break;
      }
    });

    it(
      'la commande écrit à chaque appel, sans verrou : rien ne se perd ni ne se double',
      { timeout: 120_000 },
      () => {
        const b = new Bureau({ clients: [unClient()] });
        const a = b.personne(GERANT);
        for (let rang = 0; ; rang += pas) {
          const avant = b.lire().tables.affaires.length;
          const deA = demande(a.menu('nouvelleAffaire'), { client: 'Sogea', objet: `A${rang}` });
          const agi = auAppel(a, rang, quand, () => {
            b.classeur.modifier((s) =>
              planAffaireNouvelle(
                s,
                { client: 'Mairie de Lyon', objet: `commande ${rang}` },
                contexte('2026-03-20'),
              ),
            );
          });
          insister(a, deA);
          a.hote.surService = null;
          const { affaires } = b.lire().tables;
          expect(affaires.length - avant, `appel ${rang}`).toBe(agi() ? 2 : 1);
          expect(new Set(affaires.map((x) => x.numero)).size).toBe(affaires.length);
          if (!agi()) break;
        }
      },
    );
  });

  describe('relances, deux personnes à la fois', () => {
    it(
      'chaque relance a un brouillon et un seul, dans une seule boîte',
      { timeout: 120_000 },
      () => {
        for (let rang = 0; ; rang += pas) {
          const b = new Bureau({
            clients: [unClient({ contact: 'Mme Martin' })],
            affaires: [uneAffaire()],
            devis: [
              unDevis('Envoyé'),
              unDevis('Envoyé', { numero: 'DEV-2026-0002', envoyeA: 'b@c.example' }),
            ],
          });
          const [a, c] = [b.personne(GERANT), b.personne(CAMILLE)];
          const toutes = { pour: 'Celles de toute l’équipe' };
          const deA = demande(a.menu('preparerRelances'), toutes);
          const deC = demande(c.menu('preparerRelances'), toutes);
          const agi = auAppel(a, rang, 'avant', () => void c.envoyerTexte(deC));
          insister(a, deA);
          a.hote.surService = null;
          insister(c, deC);
          const poses = [...a.hote.brouillons, ...c.hote.brouillons];
          expect(poses, `appel ${rang}`).toHaveLength(2);
          const { actions } = b.lire().tables;
          expect(actions).toHaveLength(2);
          expect(actions.every((x) => x.brouillon?.startsWith('r-'))).toBe(true);
          if (!agi()) break;
        }
      },
    );
  });

  describe('la revue appliquée pendant que quelqu’un change un devis', () => {
    it(
      'la décision voit le devis tel qu’il est, ou reste sur sa ligne',
      { timeout: 120_000 },
      () => {
        for (let rang = 0; ; rang += pas) {
          const b = new Bureau({
            clients: [unClient()],
            affaires: [uneAffaire()],
            devis: [unDevis('Envoyé')],
          });
          const a = b.personne();
          a.menu('preparerRevue');
          b.classeur.modifier(({ tables }) =>
            plan(null, {
              changements: tables.revueHebdo.flatMap((l) =>
                modifier('revueHebdo', l, '', { decision: 'Refusé', motif: 'Prix' }),
              ),
            }),
          );
          const agi = auAppel(a, rang, 'avant', () => {
            b.classeur.modifier(({ tables }) =>
              plan(null, {
                changements: tables.devis.flatMap((d) =>
                  modifier('devis', d, '', { statut: 'Signé' }),
                ),
              }),
            );
          });
          a.menu('appliquerRevue');
          a.hote.surService = null;
          const [devis] = b.lire().tables.devis;
          const { actions } = b.lire().tables;
          // Signé par l'autre d'abord : la revue est refusée. Refusé d'abord : l'autre a écrit par-dessus.
          const revues = actions.filter((x) => x.type === 'Revue').length;
          expect(devis?.statut, `appel ${rang}`).toBe(agi() ? 'Signé' : 'Refusé');
          if (devis?.motif === 'Prix') expect(revues).toBe(1);
          if (!agi()) break;
        }
      },
    );
  });
}
