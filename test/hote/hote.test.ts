import { expect, it } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { creerHote } from '../../cli/preview/hote/hote';
import { HorlogeReglable } from '../../cli/preview/hote/horloge';
import { Nuage } from '../../cli/preview/hote/nuage';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';

it('le module construit pose son menu et contrôle un classeur', () => {
  const emulateur = new Emulateur();
  emulateur.creer('ID', {
    sheets: CLES_TABLES.map((cle) => ({
      properties: { title: TABLES[cle].onglet },
      data: [
        {
          rowData: [
            {
              values: Object.values(TABLES[cle].colonnes).map((c) => ({
                userEnteredValue: { stringValue: c.entete },
              })),
            },
          ],
        },
      ],
    })),
  });
  const nuage = new Nuage(emulateur, new HorlogeReglable('2026-03-02T08:00:00Z'));
  const hote = creerHote({ nuage, id: 'ID', utilisateur: 'a@b.fr', module: 'dist/apps-script' });
  hote.executer('onOpen');
  expect(hote.menu).toHaveLength(1);
  hote.executer('controler');
  expect(hote.panneau?.html).toContain('Contrôle du classeur');
});
