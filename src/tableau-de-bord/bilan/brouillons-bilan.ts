import type { Snapshot } from '../../classeur/snapshot';
import type { Contexte } from '../../commun/contexte';
import type { Mois } from '../../commun/date-civile';
import { messageEnHtml } from '../../courrier/en-html';
import { messageEnTexte } from '../../courrier/en-texte';
import { typographier } from '../../messages/formats';
import { PHRASES_BILAN } from '../../messages/bilan';
import { domaineDe } from '../../relances/adresse';
import type { Brouillon } from '../../relances/brouillon';
import { codeReference } from '../../relances/reference';
import type { Index } from '../index-commercial';
import { calculerBilan, type Bilan } from './bilan';
import { destinataires, type Destinataire } from './destinataires';
import { imagesJointes, type Illustrer } from './images-bilan';
import { messageBilan } from './message-bilan';

/** Un bilan préparé : pour l'équipe (`responsable` `null`) ou pour une personne. */
export interface BilanPrepare {
  readonly responsable: string | null;
  readonly destinataires: readonly string[];
  readonly objet: string;
  readonly reference: string;
}

export interface BrouillonsBilan {
  readonly bilans: readonly BilanPrepare[];
  readonly brouillons: readonly Brouillon[];
  readonly ecartes: readonly BilanEcarte[];
}

/** Une personne dont le mois est figé et à qui rien n'est préparé. */
export interface BilanEcarte {
  readonly responsable: string;
  /** Hors d'Équipe, inactive ou sans adresse ; ou sans chiffre ni objectif, donc rien à lui dire. */
  readonly raison: 'SANS_ADRESSE' | 'SANS_CHIFFRE';
}

/**
 * Les messages d'une clôture : un à l'équipe, une fiche à chacun de ceux dont le mois est figé
 * (S3-6). Rien n'est envoyé. `rang` : combien de fois le mois a été rouvert ; chaque bilan a sa
 * référence, donc le même mois clos donne les mêmes brouillons, jamais deux.
 */
export function brouillonsBilan(
  index: Index,
  mois: Mois,
  personnes: readonly string[],
  rang: number,
  contexte: Contexte,
  illustrer: Illustrer = () => ({}),
): BrouillonsBilan {
  const equipe = destinataires(index.snapshot);
  const [premier, ...autres] = equipe;
  const bilans: BilanPrepare[] = [];
  const brouillons: Brouillon[] = [];
  const ecartes: BilanEcarte[] = [];
  const preparer = (bilan: Bilan, a: Destinataire, aussi: readonly Destinataire[]): void => {
    const brouillon = rediger(bilan, rang, [a, ...aussi], illustrer, index.snapshot, contexte);
    brouillons.push(brouillon);
    const { objet, reference } = brouillon;
    const boites = [a, ...aussi].map((d) => d.boite);
    bilans.push({ responsable: bilan.responsable, destinataires: boites, objet, reference });
  };
  if (premier) preparer(calculerBilan(index, mois, null), premier, autres);
  for (const responsable of personnes) {
    const membre = equipe.find((d) => d.cle === responsable);
    const bilan = calculerBilan(index, mois, responsable);
    if (!membre) ecartes.push({ responsable, raison: 'SANS_ADRESSE' });
    else if (!aDesChiffres(bilan)) ecartes.push({ responsable, raison: 'SANS_CHIFFRE' });
    else preparer(bilan, membre, []);
  }
  return { bilans, brouillons, ecartes };
}

/** Quelque chose à dire à la personne : un chiffre, un objectif, un devis perdu ou un retard. */
function aDesChiffres({ figures, pertes, retards }: Bilan): boolean {
  const chiffre = figures.some((f) => (f.valeur ?? 0) !== 0 || (f.objectif ?? null) !== null);
  return chiffre || pertes.length > 0 || retards.nombre > 0;
}

function rediger(
  bilan: Bilan,
  rang: number,
  [premier, ...autres]: readonly [Destinataire, ...Destinataire[]],
  illustrer: Illustrer,
  { parametres }: Snapshot,
  { aujourdHui, utilisateur }: Contexte,
): Brouillon {
  const { mois, responsable, nom } = bilan;
  const images = imagesJointes(bilan, illustrer(bilan));
  const message = messageBilan(bilan, images);
  const reference = referenceBilan(mois, responsable, rang);
  return {
    reference,
    destinataire: premier.boite,
    ...(autres.length === 0 ? {} : { aussi: autres.map((d) => d.boite) }),
    copie: [],
    objet: PHRASES_BILAN.objet({ mois, nom, rang, entreprise: parametres.entreprise }),
    corps: typographier(messageEnTexte(message)),
    html: typographier(messageEnHtml(message)),
    images: [images.ca, images.taux].filter((i) => i !== null),
    date: aujourdHui,
    messageId: `bilan.${codeReference(reference)}@${domaineDe(utilisateur)}`,
    enReponseA: null,
  };
}

/** `bilan-2026-02-equipe`, `bilan-2026-02-lea@exemple.fr`, `bilan-2026-02-equipe-rectifie-1`. */
function referenceBilan(mois: Mois, responsable: string | null, rang: number): string {
  return `bilan-${mois}-${responsable ?? 'equipe'}${rang === 0 ? '' : `-rectifie-${rang}`}`;
}
