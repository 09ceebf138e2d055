import type { Snapshot } from '../classeur/snapshot';
import type { Facture } from '../classeur/tables/factures';
import { fichesClient } from '../clients/trouver-client';
import { joursEntre, type DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import type { Probleme } from '../messages/probleme';
import { controlerFacture } from './controler-facture';
import { prochaineEtape, type EtapeFacture, type FaitFacture } from './echelle';
import { resteDu } from './reste-du';

/** Une facture, sa prochaine étape, et ce qui empêche de la connaître. */
export interface FactureSuivie {
  readonly facture: Facture;
  readonly etape: EtapeFacture | null;
  readonly problemes: readonly Probleme[];
}

/**
 * Ce que le journal commercial dit des factures : une action d'une facture la nomme (son numéro dans
 * le compte rendu, la suite ou la référence). Une relance de devis n'en est pas une.
 */
function faitsParFacture(snapshot: Snapshot): (numero: string | null) => readonly FaitFacture[] {
  const actions = snapshot.tables.actions.flatMap(({ devis, date, type, ...a }) => {
    if (devis !== null || date === null || type === null) return [];
    const texte = ` ${normaliser([a.compteRendu, a.suite, a.reference].join(' '))} `;
    return [
      {
        texte: texte.replace(/[^\p{L}\p{N}]+/gu, ' '),
        fait: { parTelephone: type === 'Appel', le: date },
      },
    ];
  });
  return (numero) => {
    const cherche = normaliser(numero ?? '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (cherche === '') return [];
    return actions.filter((a) => a.texte.includes(` ${cherche} `)).map((a) => a.fait);
  };
}

/** Chaque facture et sa prochaine étape (S0-27 à S0-35). */
export function suivreFactures(snapshot: Snapshot, aujourdHui: DateCivile): FactureSuivie[] {
  const faits = faitsParFacture(snapshot);
  const { joursBl, alsaceMoselle } = snapshot.parametres;
  return snapshot.tables.factures.map((facture) => {
    const fichesDuClient = fichesClient(snapshot.tables.clients, facture.client ?? '');
    const problemes = controlerFacture(snapshot, facture, fichesDuClient);
    if (problemes.length > 0) return { facture, etape: null, problemes };
    const proformaVautBl = fichesDuClient.some((c) => c.proformaVautBl === true);
    const regles = { joursBl, alsaceMoselle, proformaVautBl };
    const ouverte = facture.emiseLe !== null && resteDu(facture) !== 0;
    const notes = ouverte ? faits(facture.numero) : [];
    const etape = prochaineEtape(facture, aujourdHui, regles, notes);
    return { facture, etape, problemes };
  });
}

export interface FactureEnRetard {
  readonly facture: Facture;
  readonly echeance: DateCivile;
  /** Jours écoulés depuis l'échéance, au moins 1. */
  readonly joursRetard: number;
  /** Reste à recevoir TTC ; `null` si le montant de la facture manque. */
  readonly resteDu: Centimes | null;
  readonly etape: EtapeFacture;
}

/**
 * Les factures échues et pas soldées, la plus en retard d'abord (S0-35 ; alertes du tableau de bord).
 * Celles qu'une cellule illisible empêche de juger n'y sont pas : `planEcheancier` les signale.
 */
export function facturesEnRetard(snapshot: Snapshot, aujourdHui: DateCivile): FactureEnRetard[] {
  return suivreFactures(snapshot, aujourdHui)
    .flatMap(({ facture, etape }) => {
      const { echeance, emiseLe } = facture;
      if (etape === null || emiseLe === null || echeance === null) return [];
      const joursRetard = joursEntre(echeance, aujourdHui);
      if (joursRetard <= 0) return [];
      return [{ facture, echeance, joursRetard, resteDu: resteDu(facture), etape }];
    })
    .sort((a, b) => b.joursRetard - a.joursRetard || a.facture.ligne - b.facture.ligne);
}
