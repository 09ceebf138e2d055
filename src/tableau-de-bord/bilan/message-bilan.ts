import type { Bloc, Message, Section } from '../../courrier/message';
import { accord } from '../../messages/formats';
import {
  formatEuros,
  formatFigure,
  PHRASES_BILAN as P,
  SECTIONS_BILAN,
} from '../../messages/bilan';
import type { ImageJointe } from '../../relances/brouillon';
import { REGLE_ECART } from '../ecart';
import { CAS_SUFFISANTS } from '../indicateur';
import type { Bilan } from './bilan';
import { chiffreBilan } from './chiffre-bilan';

/** Un texte libre trop long ne fait pas enfler le message. */
const LONGUEUR_MAX = 160;
const ALERTES_MONTREES = 8;
const PERTES_MONTREES = 6;

interface Images {
  readonly ca: ImageJointe | null;
  readonly taux: ImageJointe | null;
}

/** Le bilan en message, pour l'équipe ou, s'il est celui d'une personne, pour elle (S3-6, S4-20). */
export function messageBilan(b: Bilan, images: Images): Message {
  const personnel = b.responsable !== null;
  const [signe, facture] = b.figures;
  const prenom = b.nom === null || b.nom.includes('@') ? null : (b.nom.split(' ')[0] ?? null);
  return {
    titre: P.titre(b),
    sousTitre: P.portee({ entreprise: b.entreprise, nom: b.nom, le: b.aujourdHui }),
    salutation: P.salutation({ nom: prenom, personnel }),
    resume: P.resume({
      mois: b.mois,
      signe: signe?.valeur ?? null,
      objectif: signe?.objectif ?? null,
      facture: facture?.valeur ?? null,
      personnel,
    }),
    sections: [
      section(SECTIONS_BILAN.comment, [
        { genre: 'chiffres', chiffres: b.figures.map(chiffreBilan) },
        ...ensemble(b),
        image(images.ca),
      ]),
      section(SECTIONS_BILAN.pourquoi, [taux(b), image(images.taux), pertes(b), retards(b)]),
      section(SECTIONS_BILAN.avenir, [previsions(b), fiabilite(b), modele(b)]),
      section(SECTIONS_BILAN.contrats, [contrats(b)]),
      section(SECTIONS_BILAN.alertes, [alertes(b)]),
    ],
    pied: [
      REGLE_ECART,
      P.regleTaux({ suffisants: CAS_SUFFISANTS }),
      P.reglePrevision,
      P.provenance,
    ],
  };
}

function section(titre: string, blocs: readonly (Bloc | null)[]): Section {
  return { titre, blocs: blocs.filter((b) => b !== null) };
}

const image = (i: ImageJointe | null): Bloc | null =>
  i === null ? null : { genre: 'image', image: i };
const phrase = (texte: string): Bloc => ({ genre: 'phrase', texte });

function court(texte: string | null): string {
  if (texte === null || texte.trim() === '') return '?';
  return texte.length <= LONGUEUR_MAX ? texte : `${texte.slice(0, LONGUEUR_MAX - 1)}…`;
}

/** L'objectif commun en face de la somme des objectifs de chacun, pour le CA signé (S4-19). */
function ensemble({ individuels }: Bilan): Bloc[] {
  return individuels.filter((o) => o.indicateur === 'caSigne').map((o) => phrase(P.individuels(o)));
}

function taux(b: Bilan): Bloc {
  return {
    genre: 'tableau',
    titre: null,
    entetes: ['Taux du mois', 'Valeur (cas)'],
    lignes: b.taux.map((t) => [
      t.libelle,
      `${formatFigure(t.valeur, 'taux')} (${P.cas({ n: t.n, suffisants: CAS_SUFFISANTS })})`,
    ]),
  };
}

function pertes(b: Bilan): Bloc {
  if (b.pertes.length === 0) return phrase(P.sansPerte);
  return {
    genre: 'tableau',
    titre: null,
    entetes: ['Motifs de perte', 'Devis', 'Montant HT'],
    lignes: b.pertes
      .slice(0, PERTES_MONTREES)
      .map((p) => [p.motif ?? 'Motif non dit', String(p.nombre), formatEuros(p.montantHt)]),
  };
}

function retards({ retards: r }: Bilan): Bloc {
  if (r.nombre === 0) return phrase(P.sansRetard);
  return {
    genre: 'tableau',
    titre: P.retards(r),
    entetes: ['Client, facture', 'Retard', 'Reste dû'],
    lignes: r.premiers.map((f) => [
      `${court(f.client)}, ${court(f.facture)}`,
      accord(f.joursRetard, 'jour', 'jours'),
      formatFigure(f.resteDu, 'montant'),
    ]),
  };
}

function previsions(b: Bilan): Bloc {
  return {
    genre: 'tableau',
    titre: null,
    entetes: ['Prévision', 'Pessimiste', 'Pondérée', 'Optimiste'],
    lignes: b.previsions.map((p) => [
      `à ${p.horizonMois} mois`,
      formatEuros(p.pessimisteHt),
      formatEuros(p.pondereHt),
      formatEuros(p.optimisteHt),
    ]),
  };
}

/** Ce que valaient les prévisions d'avant : sans cela, on ne sait pas quoi penser de celles-ci. */
function fiabilite(b: Bilan): Bloc {
  if (b.previsionsPassees.length === 0) return phrase(P.sansPrevision);
  return {
    genre: 'liste',
    titre: 'Ce que valaient nos prévisions',
    textes: b.previsionsPassees.map((p) => {
      const moyen = b.ecartsMoyens.find((e) => e.horizonMois === p.horizonMois);
      const suite =
        moyen && moyen.ecartMoyenHt !== null && moyen.n > 1
          ? ` ${P.ecartMoyen({ ...moyen, ecartMoyenHt: moyen.ecartMoyenHt })}`
          : '';
      return P.previsionPassee(p) + suite;
    }),
  };
}

function modele({ modele: m }: Bilan): Bloc | null {
  if (m.resteHt === null) return null;
  return { genre: 'liste', titre: 'De l’objectif aux appels, d’ici décembre', textes: m.etapes };
}

function contrats(b: Bilan): Bloc {
  if (b.contrats.length === 0) return phrase(P.sansContrat);
  return {
    genre: 'tableau',
    titre: null,
    entetes: ['Client, objet', 'Montant HT'],
    lignes: b.contrats.map((c) => [
      `${court(c.client)}, ${court(c.objet ?? c.numero)}`,
      formatEuros(c.montantHt),
    ]),
  };
}

function alertes(b: Bilan): Bloc {
  if (b.alertes.length === 0) return phrase(P.sansAlerte);
  const textes = b.alertes.slice(0, ALERTES_MONTREES).map((a) => P.alerte(a));
  return { genre: 'liste', titre: null, textes };
}
