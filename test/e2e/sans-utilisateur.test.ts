import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

/** Équipe remplie, personne nommé : préparer, lire et échanger ne demandent rien ; décider, si. */
describe('un classeur d’équipe, sans --utilisateur', () => {
  it('tout ce qui prépare ou lit marche', async () => {
    const dossier = await dossierTemporaire();
    const classeur = join(dossier, 'suivi.xlsx');
    expect((await suivi('init', classeur, '--exemple', '--le', '2026-03-02')).code).toBe(0);
    const la = ['-c', classeur, '--le', '2026-03-02'];
    const tarifs = join(dossier, 'tarifs.csv');
    await writeFile(tarifs, 'Code;Libellé;Prix HT\nT-ESSAI;Journée d’essai;800\n');
    const commandes = [
      ['revue'],
      ['relances', '-o', join(dossier, 'brouillons')],
      ['tableau'],
      ['controler'],
      ['importer', 'tarifs', tarifs],
      ['exporter', 'devis', '-o', join(dossier, 'devis.csv')],
      ['devis', 'lister'],
      ['affaire', 'lister'],
    ];
    for (const commande of commandes) {
      const { code, stdout, stderr } = await suivi(...commande, ...la);
      expect(code, `${commande.join(' ')}\n${stderr}`).toBe(0);
      expect(stderr + stdout, commande.join(' ')).not.toMatch(/n’est pas dans l’onglet « Équipe »/);
    }
    const nouvelle = await suiviJson<{ erreur: { code: string } }>(
      ...['affaire', 'nouvelle', '--client', 'X', '--objet', 'Y', ...la],
    );
    expect(nouvelle).toMatchObject({ code: 1, json: { erreur: { code: 'UTILISATEUR_INCONNU' } } });
  });
});
