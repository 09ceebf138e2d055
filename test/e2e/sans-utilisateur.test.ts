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

describe('un classeur neuf, sans équipe ni --utilisateur', () => {
  it('chaque geste dit le suivant, et le contrôle ne trouve rien à redire au compte de la machine', async () => {
    const classeur = join(await dossierTemporaire(), 'suivi.xlsx');
    await suivi('init', classeur);
    const la = ['-c', classeur, '--le', '2026-03-02'];
    const faire = async (...mots: string[]) => {
      const { code, stdout, stderr } = await suivi(...mots, ...la);
      expect(code, `${mots.join(' ')}\n${stderr}`).toBe(0);
      return stdout;
    };
    await faire('affaire', 'nouvelle', '--client', 'Mairie', '--objet', 'Étude');
    const criteres = ['--decision', 'go', '--delai', 'oui', '--competence', 'oui'];
    await faire('affaire', 'gonogo', 'AFF-2026-0001', ...criteres);
    const objet = ['--objet', 'Étude', '--montant', '1000'];
    await faire('devis', 'nouveau', '--affaire', 'AFF-2026-0001', ...objet);
    const soumis = await faire('devis', 'soumettre', 'PROV-1');
    expect(soumis).toContain(': suivi devis valider PROV-1\n');
    const valide = await faire('devis', 'valider', 'PROV-1', '--utilisateur', 'gerant@exemple.fr');
    expect(valide).toContain(': suivi devis envoyer DEV-2026-0001 --a ADRESSE\n');
    const envoye = await faire('devis', 'envoyer', 'DEV-2026-0001', '--a', 'm@exemple.fr');
    expect(envoye).toContain(': suivi relances\n');
    expect(await faire('controler')).toContain('0 anomalie,');
  });
});
