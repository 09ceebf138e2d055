import { describe, expect, it } from 'vitest';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { appliquerProfilPret } from '../../src/import/appliquer-profil-pret';
import { planImport } from '../../src/import/plan';
import { parseProfil } from '../../src/import/lire-profil';
import { PROFILS_PRETS, profilPret } from '../../src/import/profils-prets';
import { messageDe } from '../../src/messages/probleme';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

function importer(nom: string, table: TableEchangeable, texte: string) {
  const source = sourceCsv(texte);
  const pret = profilPret(nom);
  if (!pret) throw new Error(`Pas de profil ${nom}`);
  const { profil, problemes } = appliquerProfilPret(pret, table, source);
  const classeur = new ClasseurEnMemoire();
  const p = planImport(classeur.snapshot(), table, source, profil, contexte('2026-03-02'));
  classeur.appliquer(p.changements);
  return { profil, problemes, resultat: p.resultat, lignes: classeur.snapshot().tables[table] };
}

const modeles = PROFILS_PRETS.flatMap((p) =>
  TABLES_ECHANGEABLES.flatMap((t) => {
    const m = p.tables[t];
    return m ? [[p.nom, t, m] as const] : [];
  }),
);

describe('chaque profil prêt', () => {
  it.each(modeles)('%s, %s : ses colonnes et ses valeurs sont des nôtres', (nom, table, modele) => {
    const entetes = Object.values(modele.colonnes).map(([e]) => e ?? '');
    const { profil, problemes } = importer(nom, table, `${[...new Set(entetes)].join(';')}\n`);
    expect(problemes).toEqual([]);
    expect(Object.keys(profil?.colonnes ?? {})).toHaveLength(Object.keys(modele.colonnes).length);
    expect(parseProfil(profil, table).problemes.map(messageDe)).toEqual([]);
  });

  it('dit sur quoi il repose, et se trouve par son nom', () => {
    for (const p of PROFILS_PRETS) {
      expect(p.source).not.toBe('');
      expect(profilPret(p.titre)).toBe(p);
    }
    expect(profilPret('INVOICE NINJA')?.nom).toBe('invoice-ninja');
    expect(profilPret('dolibarr.json')).toBeNull();
  });
});

describe('un export', () => {
  it('de tiers Dolibarr : « Client » y est le statut, non le nom', () => {
    const { lignes } = importer(
      'dolibarr',
      'clients',
      'Id société;Raison sociale;Client;SIREN;SIRET;Ville\n1;Alpha;1;732829320;73282932000074;Lyon\n2;Bêta;2;;;Fès\n',
    );
    expect(lignes).toMatchObject([
      { organisation: 'Alpha', statut: 'Client', siret: '73282932000074', ville: 'Lyon' },
      { organisation: 'Bêta', statut: 'Prospect' },
    ]);
  });

  it('de propositions Dolibarr, à l’état chiffré', () => {
    const { lignes } = importer(
      'dolibarr',
      'devis',
      'Réf.;Raison sociale;Date;Date fin validité;Total HT;État\nPR2601-0001;Alpha;2026-01-05;2026-02-05;1200.5;2\n',
    );
    expect(lignes).toMatchObject([
      { numero: 'PR2601-0001', client: 'Alpha', montantHt: 120050, statut: 'Signé' },
    ]);
  });

  it('de Pipedrive, sous trois lignes de titre', () => {
    const { lignes } = importer(
      'pipedrive',
      'affaires',
      'Deals\n\nDeal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Status\n7,Étude,Alpha,1200,Won\n',
    );
    expect(lignes).toMatchObject([
      { numero: '7', objet: 'Étude', client: 'Alpha', etape: 'Commande à vérifier' },
    ]);
  });

  it('d’un autre logiciel, ou d’une autre table, est refusé clairement', () => {
    const autre = importer('hubspot', 'affaires', 'N°;Client\n1;A\n');
    expect(autre.problemes.map((p) => p.code)).toEqual(['PROFIL_PRET_SANS_COLONNE']);
    const table = importer('hubspot', 'devis', 'N°;Client\n1;A\n');
    expect(table.problemes.map(messageDe)[0]).toContain('seulement « Clients », « Affaires »');
  });

  it('sans modèle (Excel, Sellsy), les colonnes se reconnaissent à leur nom', () => {
    const { profil, problemes, resultat } = importer('sellsy', 'clients', 'Société;Ville\nA;L\n');
    expect({ profil, problemes }).toEqual({ profil: null, problemes: [] });
    expect(resultat).toMatchObject({ creees: 1 });
  });
});
