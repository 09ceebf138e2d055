import { describe, expect, it } from 'vitest';
import { aideCommande, aideGenerale, aideGroupe, usage } from '../../cli/aide';
import { COMMANDES } from '../../cli/catalogue';
import { suivi } from '../support/suivi';

describe('aide', () => {
  it('toute l’aide, telle qu’on la lit', async () => {
    const pages = [
      aideGenerale(100),
      aideGroupe('devis', 100),
      ...COMMANDES.map((c) => aideCommande(c, 100)),
    ];
    await expect(pages.join(`${'—'.repeat(40)}\n`)).toMatchFileSnapshot('../golden/aide.txt');
  });

  it('aucune espace ordinaire devant une ponctuation double, ni dans des guillemets', () => {
    for (const largeur of [100, 60]) {
      const pages = [
        aideGenerale(largeur),
        aideGroupe('devis', largeur),
        ...COMMANDES.map((c) => aideCommande(c, largeur)),
      ];
      expect(pages.join('').match(/.*(?: [:;!?%€»](?!\w)|« |«\n|\n *[:;!?»]).*/g)).toBeNull();
    }
  });

  it.each([80, 60])('ne dépasse pas une fenêtre de %i colonnes, exemples mis à part', (largeur) => {
    const lignes = COMMANDES.flatMap((c) => aideCommande(c, largeur).split('\n'));
    const longues = lignes.filter((l) => l.length > largeur && !/suivi |Usage|^ {2}\S/.test(l));
    expect(longues).toEqual([]);
  });

  it.each(COMMANDES.map((c) => [usage(c), c] as const))(
    '%s : des exemples qui s’analysent',
    (_, c) => {
      expect(c.exemples.length).toBeGreaterThan(0);
      for (const exemple of c.exemples)
        expect(exemple).toMatch(new RegExp(`^suivi ${c.chemin.join(' ')}`));
    },
  );

  it.each([
    [['--help'], 0],
    [['-h'], 0],
    [['aide'], 0],
    [[], 2],
    [['devis'], 2],
    [['devis', '--help'], 0],
    [['devis', 'valider', '--help'], 0],
    [['revue', '-h'], 0],
  ])('suivi %j rend de l’aide, sortie %i', async (argv, code) => {
    const r = await suivi(...argv);
    expect(r.code).toBe(code);
    expect(r.stdout).toContain('Usage\u00a0: suivi');
  });

  it('--version', async () => {
    expect((await suivi('--version')).stdout).toMatch(/^suivi \d+\.\d+\.\d+\n$/);
  });
});
