import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { ouvrirOctets } from '../../cli/fichiers/octets-relus';
import { limitesDepassees } from '../../cli/importer/limites';
import { DEPART } from '../../cli/workbooks/depart-copie';
import { ErreurClasseur, refus } from '../../src/classeur/erreur-classeur';
import { TABLES } from '../../src/classeur/tables';
import { lignesACopier, resteACopier } from '../../src/export/copie';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import * as a from './atelier';
import type { CasErreur } from './cas';

/** Ce qu'un import, un export ou une copie ne peut pas contenir, ou ne doit pas recouvrir. */

const CIBLE = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE';
const importer = (table: string, source: string) => ['importer', table, source, '-c', 'suivi.xlsx'];
const csv = (contenu: string) => async (dossier: string) => {
  await a.classeurJuste(dossier);
  a.texteBrut(dossier, 'source.csv', contenu);
};

/** Ce que dirait un import de tant de devis. */
const devisEnTrop = (nombre: number, google: boolean) => (): Promise<never> => {
  const vide = new ClasseurEnMemoire().snapshot();
  return Promise.reject(
    new ErreurClasseur(limitesDepassees(vide, new Map([['devis', nombre]]), google)),
  );
};

export const CAS_LIMITES: readonly CasErreur[] = [
  {
    nom: 'import-autre-table',
    titre: 'Un fichier d’une autre table',
    provoque: 'Une liste de clients, importée vers « Factures ».',
    preparer: csv('Raison sociale;E-mail;Ville\nMairie de Lunel;m@lunel.example;Lunel\n'),
    commande: importer('factures', 'source.csv'),
  },
  {
    nom: 'import-clients-contradictoires',
    titre: 'Deux SIRET pour un client',
    provoque: 'Deux lignes du même nom ont chacune leur SIRET.',
    preparer: csv('Raison sociale;SIRET\nAlpha;552 100 554 00013\nAlpha;73282932000074\n'),
    commande: importer('clients', 'source.csv'),
  },
  {
    nom: 'import-feuille-sans-objet',
    titre: 'Une feuille demandée à un CSV',
    provoque: '« --feuille » choisit la feuille d’un classeur ; un CSV n’en a pas.',
    preparer: csv('Raison sociale;Ville\nAlpha;Lunel\n'),
    commande: [...importer('clients', 'source.csv'), '--feuille', 'Clients'],
  },
  {
    nom: 'import-entete-trop-loin',
    titre: 'Un en-tête au-delà du fichier',
    provoque: '« --entete 99 », dans un fichier de deux lignes.',
    preparer: csv('Raison sociale;Ville\nAlpha;Lunel\n'),
    commande: [...importer('clients', 'source.csv'), '--entete', '99'],
  },
  {
    nom: 'import-json-plusieurs-listes',
    titre: 'Un JSON de plusieurs listes',
    provoque: 'Un objet contient deux listes, dont aucune ne porte le nom de la table.',
    preparer: async (d) => {
      await a.classeurJuste(d);
      a.texteBrut(d, 'source.json', '{"prospects":[{"nom":"A"}],"anciens":[{"nom":"B"}]}');
    },
    commande: importer('clients', 'source.json'),
  },
  {
    nom: 'source-trop-grosse',
    titre: 'Un JSON trop gros',
    provoque: 'Un fichier .json de 129 Mo : il faudrait le garder entier en mémoire.',
    preparer: async (d) => {
      await a.classeurJuste(d);
      a.texteBrut(d, 'source.json', `[${' '.repeat(1 << 18)}`);
      truncateSync(join(d, 'source.json'), 129 * 1_048_576);
    },
    commande: importer('clients', 'source.json'),
  },
  {
    nom: 'source-changee',
    titre: 'Le fichier change pendant sa lecture',
    provoque: 'Un autre logiciel écrit encore dans le fichier que l’on importe.',
    preparer: csv('Raison sociale\nAlpha\n'),
    commande: importer('clients', 'source.csv'),
    panne: async (d) => {
      const octets = ouvrirOctets(join(d, 'source.csv'));
      a.texteBrut(d, 'source.csv', 'Raison sociale\nAlpha\nBeta\n');
      return Promise.resolve([...octets.morceaux()]);
    },
  },
  {
    nom: 'import-onglet-trop-petit',
    titre: 'Plus de lignes qu’un onglet n’en contient',
    provoque: 'Un fichier de 1 048 576 devis.',
    preparer: a.classeurJuste,
    commande: importer('devis', 'source.csv'),
    panne: devisEnTrop(1_048_576, false),
  },
  {
    nom: 'import-google-trop-petit',
    titre: 'Plus de cellules qu’un classeur Google n’en contient',
    provoque: 'Un fichier de 400 000 devis, vers un classeur Google.',
    preparer: () => {},
    commande: ['importer', 'devis', 'source.csv', '-c', CIBLE],
    panne: devisEnTrop(400_000, true),
  },
  {
    nom: 'entrepot-occupe',
    titre: 'Un dossier d’entrepôt qui n’en est pas un',
    provoque: 'Le dossier choisi contient déjà autre chose.',
    preparer: async (d) => {
      await a.classeurJuste(d);
      mkdirSync(join(d, 'entrepot'));
      a.texteBrut(d, 'entrepot/lisez-moi.txt', 'à moi');
    },
    commande: ['exporter', 'tout', '--vers', 'parquet', 'entrepot', '-c', 'suivi.xlsx'],
  },
  {
    nom: 'copie-cible-occupee',
    titre: 'Une copie vers un classeur qui sert déjà',
    provoque: 'Le classeur Google où l’on copie a des clients et des numéros à lui.',
    preparer: a.classeurJuste,
    commande: ['init', CIBLE, '--depuis', 'suivi.xlsx'],
    panne: () => {
      const cible = new ClasseurEnMemoire({
        clients: [{ organisation: 'Valex' }],
        registre: [{ numero: 'DEV-2026-0009' }],
      });
      const voulu = lignesACopier(new ClasseurEnMemoire().snapshot(), DEPART);
      const { occupes } = resteACopier(cible.snapshot(), voulu, DEPART);
      const onglets = occupes.map((cle) => TABLES[cle].onglet);
      return Promise.reject(refus('COPIE_CIBLE_OCCUPEE', { cible: CIBLE, onglets }));
    },
  },
];
