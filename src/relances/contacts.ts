import type { Snapshot } from '../classeur/snapshot';
import type { Action } from '../classeur/tables/actions';
import type { Devis } from '../classeur/tables/devis';
import { lireNomOrganisation } from '../clients/nom-organisation';
import { joursEntre, type DateCivile } from '../commun/date-civile';
import { normaliser } from '../commun/texte';
import { designer, parseDesignation } from '../devis/designation';
import type { Probleme } from '../messages/probleme';
import { cleContact, parseBoite } from './adresse';
import { cellulesIllisibles } from './cellules-illisibles';
import { parseReferenceRelance } from './reference';

/** Les relances déjà faites, par contact : pour ne pas écrire deux fois de suite à la même personne. */
export interface Contacts {
  /** La relance la plus récente à ce contact, si elle est trop proche pour lui écrire. */
  recente(contact: string, client: string): DateCivile | null;
  /** Les cellules illisibles d'actions qui pourraient être une telle relance. */
  doutes(contact: string, client: string): readonly Probleme[];
  noter(contact: string, le: DateCivile): void;
}

const cleClient = (client: string): string => `client ${lireNomOrganisation(client).base}`;

/**
 * À qui s'adressait une relance du journal : « Envoyé à » du devis qu'elle nomme (toutes ses versions
 * si elle n'en dit pas) ; sans devis connu, tous les contacts de son client.
 */
function clesDe(
  action: Action,
  adresses: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const designation =
    parseReferenceRelance(action.reference ?? '')?.designation ?? action.devis ?? '';
  const trouvees =
    adresses.get(normaliser(designation)) ??
    adresses.get(normaliser(parseDesignation(designation).numero));
  if (trouvees && trouvees.length > 0) return trouvees;
  return action.client === null ? [] : [cleClient(action.client)];
}

function adressesParDevis(devis: readonly Devis[]): Map<string, string[]> {
  const adresses = new Map<string, string[]>();
  for (const d of devis) {
    const boite = d.envoyeA === null ? null : parseBoite(d.envoyeA);
    if (!boite || d.numero === null) continue;
    for (const nom of new Set([normaliser(d.numero), normaliser(designer(d))])) {
      const liste = adresses.get(nom);
      if (liste) liste.push(cleContact(boite));
      else adresses.set(nom, [cleContact(boite)]);
    }
  }
  return adresses;
}

/** « Trop proche » : à moins de `jours` jours de `le` (réglage « Jours entre deux relances… »). */
export function relancesParContact(snapshot: Snapshot, le: DateCivile, jours: number): Contacts {
  const adresses = adressesParDevis(snapshot.tables.devis);
  const dates = new Map<string, DateCivile>();
  const doutes = new Map<string, Probleme[]>();
  const noter = (cle: string, date: DateCivile): void => {
    const connue = dates.get(cle);
    if (connue === undefined || date > connue) dates.set(cle, date);
  };
  for (const { envoyeA, derniereRelance } of snapshot.tables.devis) {
    const boite = envoyeA === null ? null : parseBoite(envoyeA);
    if (boite && derniereRelance !== null) noter(cleContact(boite), derniereRelance);
  }
  for (const action of snapshot.tables.actions) {
    const { date, ligne } = action;
    const typeIllisible = snapshot.estIllisible('actions', ligne, 'type');
    if (action.type !== 'Relance' && !typeIllisible) continue;
    const lointaine = date !== null && joursEntre(date, le) >= jours;
    const illisibles = lointaine
      ? []
      : cellulesIllisibles(snapshot, 'actions', ligne, ['type', 'date']);
    for (const cle of clesDe(action, adresses)) {
      if (illisibles.length > 0) doutes.set(cle, [...(doutes.get(cle) ?? []), ...illisibles]);
      else if (date !== null) noter(cle, date);
    }
  }
  return {
    recente(contact, client) {
      for (const cle of [contact, cleClient(client)]) {
        const date = dates.get(cle);
        if (date !== undefined && joursEntre(date, le) < jours) return date;
      }
      return null;
    },
    doutes: (contact, client) => [
      ...(doutes.get(contact) ?? []),
      ...(doutes.get(cleClient(client)) ?? []),
    ],
    noter,
  };
}
