import { moisDe } from '../../src/commun/date-civile';
import { grouperPar } from '../../src/commun/grouper';
import { centimes } from '../../src/commun/montant';
import {
  accord,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
  INSECABLE,
} from '../../src/messages/formats';
import { PHRASES_BILAN } from '../../src/messages/bilan';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import type { Tableau } from '../../src/tableau-de-bord/calculer-tableau';
import { REGLE_ECART } from '../../src/tableau-de-bord/ecart';
import { CAS_SUFFISANTS } from '../../src/tableau-de-bord/indicateur';
import { planTableau } from '../../src/tableau-de-bord/plan-tableau';
import { tableauJson } from '../../src/tableau-de-bord/tableau-json';
import type { Executer } from '../declaration';
import { moisOption } from '../lire-options';
import { tauxOuTiret, TIRET } from '../rendu';
import { responsableOption } from '../responsable-option';
import type { Session } from '../session';
import { cloturer, motifOption, rouvrir } from './cloture';

const ALERTES_MONTREES = 3;

/** Un taux et son effectif ; sous dix cas, il est dit fragile. */
function tauxEtN({ taux, n }: { taux: number | null; n: number }): string {
  if (taux === null) return TIRET;
  return `${formatTaux(taux)} (n${INSECABLE}=${INSECABLE}${n}${n < CAS_SUFFISANTS ? ', peu de cas' : ''})`;
}

function jours(n: number | null): string {
  return n === null ? TIRET : accord(n, 'jour', 'jours');
}

function valeurObjectif(unite: string, valeur: number | null): string {
  if (valeur === null) return TIRET;
  if (unite === 'montant') return formatMontant(centimes(Math.round(valeur)));
  return unite === 'taux' ? formatTaux(valeur) : formatNombre(valeur);
}

function montrer(session: Session, t: Tableau): void {
  const { sortie } = session;
  const transfo = t.tauxTransformation;
  sortie.titre(
    `Tableau de bord, ${formatMois(t.mois)}${t.responsable ? `, ${t.responsable}` : ''}`,
  );
  sortie.tableau(
    [{ titre: 'Indicateur' }, { titre: 'Valeur', aDroite: true }],
    [
      ['Devis émis', `${t.devisEmis.nombre} pour ${formatMontant(t.devisEmis.montantHt)}`],
      ['CA signé', `${formatMontant(t.devisSignes.montantHt)} (${t.devisSignes.nombre})`],
      [
        'Taux de transformation, émis du mois',
        `${tauxEtN(transfo.cohorte)}, ${transfo.cohorte.ouverts} en cours`,
      ],
      ['Taux sur décidés, en nombre', tauxEtN(transfo.decides)],
      ['Taux sur décidés, en montant', tauxOuTiret(transfo.montant.taux)],
      ['CA facturé HT', formatMontant(t.caFactureHt)],
      ['Encaissé TTC', formatMontant(t.encaisseTtc)],
      ['Satisfaction', tauxEtN(t.satisfaction)],
      ['Délai de décision, signés', jours(t.delaiDecisionJours.signes)],
      ['Délai de décision, refusés', jours(t.delaiDecisionJours.refuses)],
      [
        'Portefeuille',
        `${t.portefeuille.nombre} devis, ${formatMontant(t.portefeuille.montantHt)}`,
      ],
      ['Portefeuille pondéré', formatMontant(t.portefeuille.pondereHt)],
      ['Expirent sous 7 jours', String(t.portefeuille.expirantSous7Jours)],
    ],
  );
  sortie.ligne();
  sortie.tableau(
    [
      { titre: 'Prévision' },
      { titre: 'Pessimiste', aDroite: true },
      { titre: 'Pondérée', aDroite: true },
      { titre: 'Optimiste', aDroite: true },
    ],
    t.previsions.map((p) => [
      `à ${p.horizonMois} mois`,
      formatMontant(p.pessimisteHt),
      formatMontant(p.pondereHt),
      formatMontant(p.optimisteHt),
    ]),
  );
  const suivis = t.objectifs.filter((o) => o.objectif !== null);
  if (suivis.length > 0) {
    sortie.ligne();
    sortie.tableau(
      [
        { titre: 'Objectif' },
        { titre: 'Visé', aDroite: true },
        { titre: 'Réalisé', aDroite: true },
        { titre: 'Atteint', aDroite: true },
        { titre: 'Nature de l’écart' },
        { titre: 'Mois précédent', aDroite: true },
        { titre: 'Un an avant', aDroite: true },
      ],
      suivis.map((o) => [
        LIBELLES_OBJECTIF[o.indicateur],
        valeurObjectif(o.unite, o.objectif),
        valeurObjectif(o.unite, o.realise),
        tauxOuTiret(o.atteinte),
        o.nature ?? TIRET,
        valeurObjectif(o.unite, o.moisPrecedent),
        valeurObjectif(o.unite, o.anPrecedent),
      ]),
    );
  }
  if (suivis.length > 0) sortie.ligne(REGLE_ECART);
  for (const o of t.objectifsIndividuels) {
    if (o.indicateur === 'caSigne') sortie.ligne(PHRASES_BILAN.individuels(o));
  }
  montrerAlertes(session, t.alertes);
}

/** Les premières alertes de chaque nature ; toutes sont dans le JSON. */
function montrerAlertes({ sortie }: Session, alertes: Tableau['alertes']): void {
  if (alertes.length === 0) return;
  sortie.ligne();
  sortie.titre(accord(alertes.length, 'alerte', 'alertes'));
  for (const memes of grouperPar(alertes, (a) => a.code)) {
    for (const a of memes.slice(0, ALERTES_MONTREES)) {
      sortie.ligne(`${a.lien ? `${sortie.attention(a.lien)} : ` : ''}${a.message}`);
    }
    const reste = memes.length - ALERTES_MONTREES;
    if (reste > 0) {
      sortie.ligne(`  … et ${accord(reste, 'autre', 'autres')} (toutes : « --json »)`);
    }
  }
}

/** `suivi tableau` : les indicateurs du mois, sans rien écrire ; `--cloturer` fige le mois, `--rouvrir` le rouvre. */
export const executer: Executer = async (args, session) => {
  const { contexte } = session;
  const mois = moisOption(args, 'mois') ?? moisDe(contexte.aujourdHui);
  if (args.options['cloturer'] === true) return cloturer(args, session, mois);
  const motif = motifOption(args);
  if (motif !== null) return rouvrir(session, mois, motif);
  const classeur = session.classeur();
  const snapshot = await classeur.lire();
  const responsable = responsableOption(args, snapshot);
  const { resultat: tableau } = planTableau(snapshot, { mois, responsable }, contexte);
  session.sortie.rendre(tableauJson(tableau), () => montrer(session, tableau));
  return 0;
};
