import { expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { Bureau, reussite, formulaireDe, resultatDe } from './bureau';

it('essai', () => {
  const b = new Bureau({
    clients: [unClient()],
    affaires: [uneAffaire()],
    devis: [unDevis('En validation')],
  });
  const p = b.personne();
  p.hote.executer('onOpen');
  console.log(JSON.stringify(p.hote.menu).slice(0, 300));
  b.remettreLesComptes();
  const panneau = p.menu('nouvelleAffaire', 'clients', 2);
  console.log(JSON.stringify(panneau), b.compte);
  b.remettreLesComptes();
  const r = reussite(p.envoyer(panneau, { objet: 'Audit', montantEstime: '1 234,5' }));
  console.log(JSON.stringify(r, null, 1), b.compte);
  b.remettreLesComptes();
  const v = p.menu('validerDevis', 'devis', 2);
  console.log(JSON.stringify(v, null, 1), b.compte);
  const w = reussite(p.envoyer(v));
  console.log(JSON.stringify(w, null, 1), b.compte);
  for (const f of [
    'controler',
    'actualiserTableau',
    'preparerRevue',
    'appliquerRevue',
    'installer',
    'aide',
    'cloturerMois',
    'preparerRelances',
  ]) {
    b.remettreLesComptes();
    const r = p.menu(f);
    console.log(f, JSON.stringify(r).slice(0, 700), b.compte);
  }
});
