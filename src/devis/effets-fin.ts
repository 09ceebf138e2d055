import { estCommandee } from '../affaires/etapes';
import { ajouter, modifier, type Changement } from '../classeur/changements';
import { MOTIFS, type Devis } from '../classeur/tables/devis';
import { choisir } from '../commun/choisir';
import { normaliser } from '../commun/texte';
import type { Cas } from './cas';
import { designer } from './designation';
import { modifierAffaire, noter, premiereRelance, type Effet } from './effets';

/** Tant qu'un devis de l'affaire est ainsi, elle n'est pas perdue. */
const VIVANTS = new Set(['Brouillon', 'En validation', 'Validé', 'Envoyé', 'Signé']);

/** Les autres devis de la même affaire, toutes chaînes confondues. */
function freres({ snapshot, devis }: Cas): Devis[] {
  if (devis.affaire === null) return [];
  const cherche = normaliser(devis.affaire);
  return snapshot.tables.devis.filter(
    (d) => d.ligne !== devis.ligne && d.affaire !== null && normaliser(d.affaire) === cherche,
  );
}

function estVivant(cas: Cas, d: Devis): boolean {
  return d.statut === null
    ? cas.snapshot.estIllisible('devis', d.ligne, 'statut')
    : VIVANTS.has(d.statut);
}

/** Refus ou classement : l'affaire est perdue s'il ne lui reste aucun devis vivant. */
export const decliner: Effet = (cas) => {
  const { affaire, options, le } = cas;
  const perdue =
    !estCommandee(affaire?.etape ?? null) && !freres(cas).some((d) => estVivant(cas, d));
  return {
    champs: {
      decideLe: le,
      motif: choisir(MOTIFS, options.motif ?? ''),
      concurrent: options.concurrent?.trim() || null,
      prochaineRelance: null,
    },
    changements: modifierAffaire(cas, {
      ...(perdue ? { etape: 'Perdue' } : {}),
      ...(options.recontacterLe ? { recontacterLe: options.recontacterLe } : {}),
    }),
  };
};

/** Un numéro qui a servi reste : Registre dit pourquoi il est annulé. */
export const annuler: Effet = (cas) => {
  const numerote = cas.devis.statut === 'Validé' || cas.devis.statut === 'Envoyé';
  return {
    champs: { prochaineRelance: null },
    changements: numerote ? expliquer(cas) : [],
  };
};

/** Le numéro est nul si aucune de ses versions ne vit plus ; sinon, seule cette version l'est. */
function expliquer({ snapshot, devis, versions, contexte, options }: Cas): Changement[] {
  const motif = options.motif?.trim() ?? '';
  const { numero, version } = devis;
  const reste = versions.some((v) => v !== devis && v.statut !== 'Annulé');
  const inscrit = snapshot.tables.registre.find(
    (r) => r.numero !== null && r.numero.toUpperCase() === numero.toUpperCase(),
  );
  const phrase = (version ?? 1) > 1 || reste ? `V${version ?? 1} annulée : ${motif}` : motif;
  const champs = {
    motif: [inscrit?.motif, phrase].filter((t) => t).join(' ; '),
    ...(reste ? {} : { annuleLe: contexte.aujourdHui }),
  };
  if (inscrit) return modifier('registre', inscrit, numero, champs);
  return [
    ajouter('registre', {
      numero,
      tireLe: contexte.maintenant,
      par: contexte.utilisateur,
      pour: [devis.client, devis.objet].filter((t) => t).join(' · '),
      ...champs,
    }),
  ];
}

/** La décision s'efface ; l'affaire redevient un devis en cours, sauf si un autre devis la tient. */
export const rouvrir: Effet = (cas) => {
  const { devis, affaire, options } = cas;
  const motif = options.motif?.trim();
  const autreSigne = freres(cas).some((d) => d.statut === 'Signé');
  const commandeDeCeDevis =
    devis.statut === 'Signé' && affaire?.commandeLe === devis.decideLe && !autreSigne;
  return {
    champs: {
      decideLe: null,
      motif: null,
      concurrent: null,
      prochaineRelance: devis.envoyeLe
        ? premiereRelance(cas, devis.envoyeLe, devis.relancesFaites ?? 0)
        : null,
    },
    changements: [
      ...modifierAffaire(cas, {
        ...(autreSigne ? {} : { etape: 'Devis en cours' }),
        ...(commandeDeCeDevis ? { formeCommande: null, commandeLe: null } : {}),
      }),
      ...(motif ? [noter(cas, `${designer(devis)} rouvert : ${motif}`)] : []),
    ],
  };
};

/** Prévoir une relance à un jour dit, même si l'on avait demandé d'attendre. */
export const relancer: Effet = ({ devis, le }) => ({
  champs: {
    prochaineRelance: le,
    ...(devis.pasDeRelanceAvant !== null && devis.pasDeRelanceAvant > le
      ? { pasDeRelanceAvant: null }
      : {}),
  },
});

export const attendre: Effet = ({ le }) => ({ champs: { pasDeRelanceAvant: le } });
