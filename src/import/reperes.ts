import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { lireNomOrganisation } from '../clients/nom-organisation';
import { indexClients } from '../clients/trouver-client';
import { chiffresSiret } from '../clients/siret';
import type { Correspondance } from './correspondance';
import { empreinteDe, empreinteNumero, Empreintes } from './empreintes';
import { lecteurDeTexte } from './lecture-colonne';
import type { Profil } from './profil';
import { texteDeLigne, type LigneSource } from './source';

/** Quelles lignes de la source peuvent décrire le même enregistrement, sans en garder aucune. */
export interface Reperes {
  noter(ligne: LigneSource): void;
  voir(ligne: LigneSource): Vue;
}

interface Vue {
  /** Empreinte de l'identité de la ligne ; `null` si rien ne l'identifie. */
  readonly empreinte: number | null;
  /** Nombre de lignes (ou de suites de lignes) qui peuvent être le même enregistrement que celle-ci. */
  readonly combien: number;
}

/** Une ligne qu'aucune autre de la source ne rejoint. */
const UNIQUE: Vue = { empreinte: null, combien: 1 };

type Empreinte = (ligne: LigneSource) => number | null;

export function reperer(
  snapshot: Snapshot,
  table: TableEchangeable,
  correspondance: Correspondance,
  profil: Profil | null,
): Reperes {
  const lire = (cle: string, empreinte: (texte: string) => number | null): Empreinte => {
    const texte = lecteurDeTexte(table, cle, correspondance, profil);
    return (ligne) => {
      const lu = texte(ligne);
      return lu === null ? null : empreinte(lu);
    };
  };
  switch (table) {
    case 'clients':
      return parLignes([
        lire('organisation', (nom) => empreinteDe(lireNomOrganisation(nom).base)),
        lire('siret', (siret) => {
          const chiffres = chiffresSiret(siret);
          return chiffres === null ? null : Number(chiffres.slice(0, 9));
        }),
        lire('email', (email) => empreinteDe(email.toLowerCase())),
        ...clientDuClasseur(snapshot, correspondance, profil),
      ]);
    case 'devis':
    case 'affaires':
    case 'factures':
      return parSuites(lire('numero', empreinteNumero));
    case 'tarifs':
      return parSuites(lire('code', empreinteNumero));
    case 'objectifs':
      // Un mois se lit selon sa colonne : toutes les lignes sont rapprochées, elles sont peu.
      return parSuites(() => 0);
    default:
      // Rien n'identifie une action, une réponse : deux lignes pareilles le sont mot pour mot.
      return parLignes([({ cellules }) => empreinteDe(texteDeLigne(cellules))]);
  }
}

/** Un nom et un SIRET différents peuvent désigner le même client du classeur. */
function clientDuClasseur(
  snapshot: Snapshot,
  correspondance: Correspondance,
  profil: Profil | null,
): Empreinte[] {
  if (snapshot.tables.clients.length === 0) return [];
  const connus = indexClients(snapshot.tables.clients);
  const nom = lecteurDeTexte('clients', 'organisation', correspondance, profil);
  const siret = lecteurDeTexte('clients', 'siret', correspondance, profil);
  return [(ligne) => connus.trouver(nom(ligne) ?? '', siret(ligne))?.valeur.ligne ?? null];
}

/** Des lignes qui se suivent sous un même numéro (une par article) ne comptent que pour une. */
function parSuites(empreinte: Empreinte): Reperes {
  const vues = new Empreintes();
  let derniere: number | null = null;
  let suites = false;
  return {
    noter(ligne) {
      const vue = empreinte(ligne);
      if (vue !== null && vue === derniere) suites = true;
      else if (vue !== null) vues.noter(vue);
      derniere = vue;
    },
    voir(ligne) {
      if (!suites && vues.toutesUniques()) return UNIQUE;
      const vue = empreinte(ligne);
      return { empreinte: vue, combien: vue === null ? 1 : vues.combien(vue) };
    },
  };
}

/** Une ligne se rapproche d'une autre par l'une de ses empreintes. */
function parLignes(empreintes: readonly Empreinte[]): Reperes {
  const vues = empreintes.map((empreinte) => ({ empreinte, vues: new Empreintes() }));
  return {
    noter(ligne) {
      for (const v of vues) {
        const vue = v.empreinte(ligne);
        if (vue !== null) v.vues.noter(vue);
      }
    },
    voir(ligne) {
      let combien = 1;
      for (const v of vues) {
        if (v.vues.toutesUniques()) continue;
        const vue = v.empreinte(ligne);
        if (vue !== null) combien = Math.max(combien, v.vues.combien(vue));
      }
      return { empreinte: null, combien };
    },
  };
}
