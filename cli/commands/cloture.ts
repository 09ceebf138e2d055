import { join } from 'node:path';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Mois } from '../../src/commun/date-civile';
import { estRefuse } from '../../src/messages/avertissements';
import {
  accord,
  formatDuMois,
  formatMois,
  formatMontant,
  INSECABLE,
} from '../../src/messages/formats';
import { formatEcart, formatFigure, PHRASES_BILAN } from '../../src/messages/bilan';
import { LIBELLES_OBJECTIF } from '../../src/messages/tableau';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import { REGLE_ECART } from '../../src/tableau-de-bord/ecart';
import { planCloturer, type Cloture } from '../../src/tableau-de-bord/plan-cloturer';
import { planRouvrir } from '../../src/tableau-de-bord/plan-rouvrir';
import {
  convertir,
  enEurosSiMontant,
  FIGURES_OBJECTIF,
} from '../../src/tableau-de-bord/tableau-json';
import type { Arguments } from '../declaration';
import { texteOption } from '../lire-options';
import { dossierBrouillons } from '../outbox/dossier-brouillons';
import { ecrireBrouillons } from '../outbox/eml';
import { rendreDecision, tauxOuTiret, TIRET } from '../rendu';
import type { Session } from '../session';

/** Le motif tel qu'il est donné : vide, il est refusé, non ignoré. */
export function motifOption(args: Arguments): string | null {
  const motif = args.options['rouvrir'];
  return typeof motif === 'string' ? motif : null;
}

/**
 * `suivi tableau --cloturer` : fige le mois et prépare les bilans en `.eml` ; avec `--rouvrir MOTIF`,
 * un mois clos est refait d'un seul geste. Rien n'est envoyé.
 */
export async function cloturer(args: Arguments, session: Session, mois: Mois) {
  const { contexte, simulation } = session;
  const motif = motifOption(args);
  const classeur = session.classeur();
  const dossier = dossierBrouillons(classeur, texteOption(args, 'sortie'));
  const plan = await classeur.modifier('clôture', async (snapshot) => {
    if (simulation) return planCloturer(snapshot, mois, contexte, { motif });
    // Le dessin des graphiques ne se charge qu'ici : les autres commandes n'en paient rien.
    const { chargerIllustrateur } = await import('../outbox/graphiques/illustrer');
    const illustrer = await chargerIllustrateur();
    const prepare = planCloturer(snapshot, mois, contexte, { motif, illustrer });
    if (estRefuse(prepare)) return prepare;
    // Le brouillon d'abord, comme pour les relances : interrompu ici, le même fichier est retrouvé.
    const { problemes } = await ecrireBrouillons(dossier, prepare.brouillons);
    if (problemes.length > 0) throw new ErreurClasseur(problemes);
    return prepare;
  });
  const cloture = plan.resultat;
  return rendreDecision(
    session,
    plan,
    () => cloture && montrer(session, cloture, dossier),
    cloture === null
      ? { mois, figes: [], objectifs: [] }
      : clotureJson(cloture, (reference) => join(dossier, nomFichierBrouillon(reference))),
  );
}

/** `suivi tableau --rouvrir MOTIF` : le mois clos attend d'être figé de nouveau. */
export async function rouvrir(session: Session, mois: Mois, motif: string) {
  const plan = await session
    .classeur()
    .modifier('réouverture', (snapshot) => planRouvrir(snapshot, mois, motif, session.contexte));
  return rendreDecision(
    session,
    plan,
    () => {
      if (plan.changements.length === 0) return;
      session.sortie.succes(
        `Le mois ${formatDuMois(mois)} est rouvert : corrigez, puis clôturez-le de nouveau.`,
      );
    },
    plan.resultat ?? { mois, rouvertes: [] },
  );
}

function clotureJson(c: Cloture, fichier: (reference: string) => string) {
  const { mois, figes, refiges, objectifs, previsions, bilans, ecartes } = c;
  return {
    mois,
    figes,
    objectifs: objectifs.map((o) =>
      Object.assign({}, o, { suivi: enEurosSiMontant(o.suivi, FIGURES_OBJECTIF) }),
    ),
    refiges,
    previsions: convertir(previsions),
    brouillons: bilans.map((b) => Object.assign({}, b, { fichier: fichier(b.reference) })),
    ecartes,
  };
}

function montrer(session: Session, c: Cloture, dossier: string): void {
  const { sortie } = session;
  montrerObjectifs(session, c);
  montrerPrevisions(session, c);
  if (c.bilans.length > 0) {
    sortie.tableau(
      [{ titre: 'Bilan' }, { titre: 'À', souple: 18 }, { titre: 'Objet', souple: 18 }],
      c.bilans.map((b) => [
        b.responsable === null ? 'équipe' : 'personnel',
        b.destinataires.length === 1
          ? (b.destinataires[0] ?? TIRET)
          : accord(b.destinataires.length, 'destinataire', 'destinataires'),
        b.objet,
      ]),
    );
  }
  for (const { responsable, raison } of c.ecartes) {
    sortie.ligne(sortie.attention(PHRASES_BILAN.ecarte({ responsable, raison })));
  }
  const refait = c.refiges.length > 0;
  sortie.succes(
    `Le mois ${formatDuMois(c.mois)} est clos : il est ${refait ? 'figé de nouveau' : 'figé'} dans « Historique ».`,
  );
  if (c.bilans.length > 0) {
    sortie.ligne(`Les bilans sont dans ${dossier} : ouvrez-les, relisez-les, envoyez-les.`);
  }
}

/** Les objectifs de l'entreprise, et la règle qui dit si un écart est de fond. */
function montrerObjectifs({ sortie }: Session, { objectifs }: Cloture): void {
  const siens = objectifs.filter((o) => o.responsable === null);
  if (siens.length === 0) return;
  sortie.tableau(
    [
      { titre: 'Objectif' },
      { titre: 'Visé', aDroite: true },
      { titre: 'Réalisé', aDroite: true },
      { titre: 'Atteint', aDroite: true },
      { titre: 'Écart', aDroite: true },
      { titre: 'Nature' },
    ],
    siens.map(({ suivi: s }) => [
      LIBELLES_OBJECTIF[s.indicateur],
      formatFigure(s.objectif, s.unite),
      formatFigure(s.realise, s.unite),
      tauxOuTiret(s.atteinte),
      s.ecart === null ? TIRET : formatEcart(s.ecart, s.unite),
      s.nature ?? TIRET,
    ]),
  );
  sortie.ligne(REGLE_ECART);
  sortie.ligne();
}

/** Ce que les prévisions échues ont donné (S4-18). */
function montrerPrevisions({ sortie }: Session, { previsions }: Cloture): void {
  if (previsions.passees.length === 0) return;
  sortie.tableau(
    [
      { titre: 'Prévision échue' },
      { titre: 'Prévu', aDroite: true },
      { titre: 'Facturé', aDroite: true },
      { titre: 'Écart', aDroite: true },
      { titre: 'Écart moyen', aDroite: true },
    ],
    previsions.passees.map((p) => {
      const moyen = previsions.ecartsMoyens.find((e) => e.horizonMois === p.horizonMois);
      const moyenne = moyen?.ecartMoyenHt ?? null;
      return [
        `à ${p.horizonMois} mois, fin ${formatMois(p.annonceeEn)}`,
        formatMontant(p.prevueHt),
        formatMontant(p.factureeHt),
        formatEcart(p.ecartHt, 'montant'),
        moyenne === null
          ? TIRET
          : `${formatEcart(moyenne, 'montant')} (n${INSECABLE}=${INSECABLE}${moyen?.n ?? 0})`,
      ];
    }),
  );
  sortie.ligne();
}
