import { ajouter, modifier, type Changement } from '../../src/classeur/changements';
import type { CleTable, ValeursDe } from '../../src/classeur/tables';
import type { DateCivile } from '../../src/commun/date-civile';
import { parametresInitiaux } from '../parametres-initiaux';
import { casChoisis } from './cas-choisis';
import { Fabrique } from './fabrique';
import { facturation } from './facturation';
import { Hasard } from './hasard';
import { histoire } from './histoire';
import { lignesActions } from './lignes-actions';
import { lignesAffaires } from './lignes-affaires';
import { contactsInventes, lignesClients } from './lignes-clients';
import { lignesDevis } from './lignes-devis';
import { lignesFactures } from './lignes-factures';
import { lignesObjectifs } from './lignes-objectifs';
import { lignesSatisfaction } from './lignes-satisfaction';
import { numeroter } from './numeros';
import { ENTREPRISE, MEMBRES } from './personnes';
import { TARIFS_EXEMPLE } from './tarifs';

const GRAINE = 2026;
/** Onglets remplis, dans l'ordre du classeur. */
const REMPLIS = [
  'clients',
  'affaires',
  'devis',
  'actions',
  'factures',
  'satisfaction',
  'objectifs',
  'tarifs',
  'equipe',
  'registre',
] as const satisfies readonly CleTable[];

export type Exemple = { readonly [K in (typeof REMPLIS)[number]]: readonly ValeursDe<K>[] };

/**
 * Dix-huit mois d'une entreprise inventée, jusqu'à `aujourdHui` compris, par onglet. Pur : la même
 * graine et le même jour donnent les mêmes lignes ; un autre jour décale toute l'histoire.
 */
export function lignesExemple(aujourdHui: DateCivile, graine = GRAINE): Exemple {
  const fabrique = new Fabrique(aujourdHui, graine);
  const dossiers = [...histoire(fabrique), ...casChoisis(fabrique)];
  const hasard = new Hasard(graine + 1);
  const contacts = contactsInventes(hasard);
  const numeros = numeroter(dossiers);
  const factures = facturation(dossiers, hasard, aujourdHui);
  const noms = contacts.map((c) => c.nom);
  const actions = lignesActions(dossiers, { aujourdHui, hasard, numeros, contacts: noms });
  return {
    clients: lignesClients(dossiers, contacts, actions, hasard),
    affaires: lignesAffaires(dossiers, numeros, factures, hasard, aujourdHui),
    devis: lignesDevis(
      dossiers,
      numeros,
      contacts.map((c) => c.email),
      hasard,
    ),
    actions,
    factures: lignesFactures(factures, numeros, aujourdHui),
    satisfaction: lignesSatisfaction(factures, numeros, hasard, aujourdHui),
    objectifs: lignesObjectifs(aujourdHui),
    tarifs: TARIFS_EXEMPLE,
    equipe: MEMBRES,
    registre: numeros.registre,
  };
}

/** Ce qui transforme le classeur neuf en exemple (`suivi init --exemple`). */
export function genererExemple(aujourdHui: DateCivile, graine = GRAINE): Changement[] {
  const lignes = lignesExemple(aujourdHui, graine);
  const [entreprise] = parametresInitiaux();
  const nommer = entreprise
    ? modifier('parametres', { ...entreprise, ligne: 2 }, entreprise.reglage ?? '', {
        valeur: ENTREPRISE,
      })
    : [];
  return [
    ...nommer,
    ...REMPLIS.flatMap((cle) => lignes[cle].map((valeurs) => ajouter(cle, valeurs))),
  ];
}
