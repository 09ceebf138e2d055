import type { DateCivile } from '../../src/commun/date-civile';
import type { ValeursDe } from '../../src/classeur/tables';
import { CLASSES, ORIGINES } from '../../src/classeur/tables/clients';
import { estSigne, versionPorteuse, type Dossier } from './dossier';
import { PROFORMA_VAUT_BL } from './facturation';
import type { Hasard } from './hasard';
import { ROLES_CLIENTS } from './histoire';
import { ORGANISATIONS } from './noms-clients';
import { nomInvente, sansAccent, VENDEURS } from './personnes';

export interface Contact {
  readonly nom: string;
  readonly email: string;
}

/** Un contact inventé par organisation. */
export function contactsInventes(hasard: Hasard): Contact[] {
  return ORGANISATIONS.map(({ domaine }) => {
    const nom = nomInvente(hasard);
    return { nom, email: `${sansAccent(nom).replace(' ', '.')}@${domaine}` };
  });
}

function temperature(dossiers: readonly Dossier[]): 'Froid' | 'Tiède' | 'Chaud' {
  if (dossiers.some((d) => versionPorteuse(d)?.statut === 'Envoyé')) return 'Chaud';
  return dossiers.some((d) => versionPorteuse(d) === null) ? 'Tiède' : 'Froid';
}

/** L'onglet Clients : un prospect n'a rien signé, un client a signé, un ancien n'y revient plus. */
export function lignesClients(
  dossiers: readonly Dossier[],
  contacts: readonly Contact[],
  actions: readonly ValeursDe<'actions'>[],
  hasard: Hasard,
): ValeursDe<'clients'>[] {
  const muets: ReadonlySet<number> = new Set(ROLES_CLIENTS.jamaisContactes);
  const anciens: ReadonlySet<number> = new Set(ROLES_CLIENTS.anciens);
  const derniers = new Map<string, DateCivile>();
  for (const { client, date } of actions) if (client && date) derniers.set(client, date);
  return ORGANISATIONS.map((organisation, rang) => {
    const siens = dossiers.filter((d) => d.client === rang);
    const signe = siens.some(estSigne);
    return {
      organisation: organisation.nom,
      siret: null,
      statut: signe ? (anciens.has(rang) ? 'Ancien' : 'Client') : 'Prospect',
      classe: hasard.choisir(CLASSES),
      temperature: temperature(siens),
      secteur: organisation.secteur,
      contact: contacts[rang]?.nom ?? null,
      email: contacts[rang]?.email ?? null,
      telephone: `01 99 00 ${String(20 + rang)} ${String(hasard.entier(10, 99))}`,
      adresse: `${hasard.entier(1, 80)} rue de l’Exemple`,
      codePostal: `00${String(100 + rang)}`,
      ville: organisation.ville,
      responsable: siens[0]?.responsable ?? hasard.choisir(VENDEURS),
      origine: siens[0]?.origine ?? hasard.choisir(ORIGINES),
      dossier: null,
      npai: rang === ROLES_CLIENTS.npai ? true : null,
      nePasRelancer: rang === ROLES_CLIENTS.nePasRelancer ? true : null,
      proformaVautBl: PROFORMA_VAUT_BL.has(rang) ? true : null,
      dernierContact: derniers.get(organisation.nom) ?? null,
      notes: muets.has(rang) ? 'Repéré sur un salon, jamais appelé.' : null,
    };
  });
}
