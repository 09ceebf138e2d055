import { describe, expect, it } from 'vitest';
import { unClient, uneAffaire } from '../support/monde';
import { Bureau, resultatDe } from './bureau';
import { essayerPannes } from './essayer-pannes';

essayerPannes(['500 après']);

describe('verrou tenu par quelqu’un d’autre', () => {
  it('le panneau le dit, et rien n’est écrit ; libéré, la même demande aboutit', () => {
    const b = new Bureau({ clients: [unClient()], affaires: [uneAffaire()] });
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire');
    const autre = {};
    b.nuage.prendreVerrou(b.classeur.id, autre);
    b.remettreLesComptes();
    const refus = p.envoyer(panneau, { client: 'Sogea', objet: 'Audit' });
    expect(refus).toMatchObject({
      ok: false,
      message: expect.stringContaining('Une autre personne écrit'),
    });
    expect(b.compte.ecritures).toBe(0);
    expect(resultatDe(p.menu('preparerRevue')).message).toContain('Une autre personne écrit');
    b.nuage.rendreVerrou(b.classeur.id, autre);
    expect(p.envoyer(panneau, { client: 'Sogea', objet: 'Audit' }).ok).toBe(true);
  });
});
