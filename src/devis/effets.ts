import { avancer } from '../affaires/etapes';
import { ajouter, modifier, type Changement } from '../classeur/changements';
import type { ValeursDe } from '../classeur/tables';
import { FORMES_COMMANDE } from '../classeur/tables/affaires';
import { trouverClient } from '../clients/trouver-client';
import { choisir } from '../commun/choisir';
import { ajouterJours, type DateCivile } from '../commun/date-civile';
import { probleme, type Probleme } from '../messages/probleme';
import { prochaineRelanceApres } from '../relances/calendrier';
import type { Cas } from './cas';
import { designer, estProvisoire } from './designation';
import { estExpire } from './expire';
import { tirerNumero } from './numerotation';
import { montantTtc } from './ttc';

/** Ce qu'un geste accepté écrit. */
interface Ecriture {
  /** Sur la ligne du devis, outre son nouveau statut. */
  readonly champs?: Partial<ValeursDe<'devis'>>;
  /** Ailleurs. */
  readonly changements?: readonly Changement[];
  /** Avertissements ; ou refus, s'il en est un qui ne soit pas un avertissement. */
  readonly problemes?: readonly Probleme[];
  /** Version dont parle le résultat, si ce n'est pas celle de la commande. */
  readonly version?: number;
}
export type Effet = (cas: Cas) => Ecriture;

export function modifierAffaire(
  { affaire }: Cas,
  champs: Partial<ValeursDe<'affaires'>>,
): Changement[] {
  return affaire ? modifier('affaires', affaire, affaire.numero, champs) : [];
}

export function premiereRelance({ snapshot }: Cas, envoyeLe: DateCivile, faites: number) {
  const { parametres, tables } = snapshot;
  return prochaineRelanceApres(envoyeLe, faites, tables.modeles, parametres.alsaceMoselle);
}

/** Un mot dans le journal commercial, quand le motif n'a pas de colonne à lui. */
export function noter(cas: Cas, compteRendu: string): Changement {
  const { devis, contexte } = cas;
  return ajouter('actions', {
    date: contexte.aujourdHui,
    type: 'Autre',
    client: devis.client,
    affaire: devis.affaire,
    devis: designer(devis),
    auteur: contexte.utilisateur,
    compteRendu,
    fait: true,
  });
}

export const soumettre: Effet = ({ devis, contexte }) => ({
  champs: {
    soumisLe: contexte.aujourdHui,
    montantTtc: montantTtc(devis.montantHt, devis.tauxTva),
  },
});

export const renvoyer: Effet = (cas) => ({
  champs: { soumisLe: null },
  changements: [noter(cas, `Renvoyé en brouillon : ${cas.options.motif?.trim()}`)],
});

/**
 * C'est ici que le numéro est tiré ; une version suivante garde celui de sa chaîne. Les actions
 * notées sous la référence provisoire suivent.
 */
export const valider: Effet = ({ snapshot, devis, contexte }) => {
  const champs = {
    validePar: contexte.utilisateur,
    valideLe: contexte.aujourdHui,
    montantTtc: montantTtc(devis.montantHt, devis.tauxTva),
  };
  const { numero, client, objet } = devis;
  if (!estProvisoire(numero)) return { champs };
  const tirage = tirerNumero(snapshot, contexte, 'devis', {
    client,
    objet,
    personne: devis.responsable ?? devis.auteur,
    provisoire: numero.toUpperCase(),
  });
  if (tirage.numero === null) return { problemes: tirage.problemes };
  const renommees = snapshot.tables.actions
    .filter((a) => a.devis?.toUpperCase() === numero.toUpperCase())
    .flatMap((a) => modifier('actions', a, numero, { devis: tirage.numero }));
  return {
    champs: { ...champs, numero: tirage.numero },
    changements: [...tirage.changements, ...renommees],
  };
};

/** L'envoi ouvre la validité et les relances, et remplace la version que le client avait. */
export const envoyer: Effet = (cas) => {
  const { snapshot, devis, versions, affaire, options, le } = cas;
  const envois = versions.flatMap((v) =>
    v.statut === 'Annulé' ? [] : [v.premierEnvoi ?? le, v.envoyeLe ?? le],
  );
  const remplacees = versions.filter(
    (v) =>
      v !== devis && (v.statut === 'Envoyé' || v.statut === 'Refusé' || v.statut === 'Sans suite'),
  );
  const validite =
    devis.validite !== null && devis.validite >= le
      ? devis.validite
      : ajouterJours(le, snapshot.parametres.validiteJours);
  const revient = affaire?.etape === 'Perdue' || affaire?.etape === 'Abandonnée';
  return {
    champs: {
      envoyeLe: le,
      envoyeA: (options.a ?? devis.envoyeA)?.trim() ?? null,
      premierEnvoi: envois.reduce((a, b) => (b < a ? b : a), le),
      validite,
      relancesFaites: 0,
      prochaineRelance: premiereRelance(cas, le, 0),
    },
    changements: [
      ...remplacees.flatMap((v) =>
        modifier('devis', v, designer(v), { statut: 'Remplacé', prochaineRelance: null }),
      ),
      ...modifierAffaire(cas, {
        etape: avancer(affaire?.etape ?? null, 'Devis en cours'),
        ...(revient ? { recontacterLe: null } : {}),
      }),
    ],
  };
};

/** Le prospect devient client, et l'affaire attend la vérification de sa commande (S0-22). */
export const signer: Effet = (cas) => {
  const { snapshot, devis, affaire, options, le } = cas;
  const client = devis.client && trouverClient(snapshot.tables.clients, devis.client);
  const forme = choisir(FORMES_COMMANDE, options.forme ?? '');
  const etape = avancer(affaire?.etape ?? null, 'Commande à vérifier');
  const premiere = etape !== affaire?.etape;
  return {
    champs: { decideLe: le, prochaineRelance: null, motif: null, concurrent: null },
    changements: [
      ...(client && client.statut !== 'Client'
        ? modifier('clients', client, client.organisation ?? '', { statut: 'Client' })
        : []),
      ...modifierAffaire(cas, {
        etape,
        formeCommande: premiere ? forme : (affaire?.formeCommande ?? forme),
        commandeLe: premiere ? le : (affaire?.commandeLe ?? le),
        recontacterLe: null,
      }),
    ],
    problemes:
      devis.validite !== null && estExpire(devis, le)
        ? [
            probleme('SIGNATURE_APRES_VALIDITE', {
              numero: designer(devis),
              validite: devis.validite,
            }),
          ]
        : [],
  };
};
