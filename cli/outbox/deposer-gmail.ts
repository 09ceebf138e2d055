import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { plan as planDe, type Plan } from '../../src/classeur/plan';
import { messageDe, probleme, type Probleme } from '../../src/messages/probleme';
import type { Brouillon } from '../../src/relances/brouillon';
import { planConfirmer, type BrouillonDepose } from '../../src/relances/depot';
import { planDuJour, type ResultatDuJour } from '../../src/relances/plan-du-jour';
import type { Google } from '../google/google';
import type { Session } from '../session';
import type { Classeur } from '../workbooks/classeur';
import type { BoiteGmail, Essai } from './boite-gmail';
import { messageOuProbleme } from './message';
import { direRefusGmail, estPassager } from './refus-gmail';

const ATTENTES_MS = [1_000, 2_000, 4_000, 8_000];

export interface DepotGmail {
  readonly plan: Plan<ResultatDuJour>;
  /** Référence de la relance → identifiant du brouillon. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Les relances du jour dans la boîte Gmail de la personne connectée (voir `src/relances/depot.ts`) :
 * l'intention, puis chaque brouillon cherché avant d'être créé, puis leurs identifiants.
 * @throws ErreurClasseur si rien n'a été écrit.
 */
export async function deposerDansGmail(
  { contexte, simulation, google, sortie }: Session,
  classeur: Classeur,
): Promise<DepotGmail> {
  const boite = await google.gmail();
  const adresse = await insister(google.attendre, () => boite.adresse());
  if (!adresse.ok) throw direRefusGmail(adresse);
  const messages = new Map<string, string>();
  const plan = await classeur.modifier('relances', (snapshot) => {
    const prepare = planDuJour(snapshot, contexte, { depot: 'gmail', boite: adresse.valeur });
    preparerMessages(prepare.brouillons, messages);
    return prepare;
  });
  if (simulation || plan.brouillons.length === 0) return { plan, ids: new Map() };

  const poses: (BrouillonDepose & { readonly cree: boolean })[] = [];
  const problemes: Probleme[] = [];
  for (const brouillon of plan.brouillons) {
    sortie.progression(`Brouillon ${poses.length + 1} sur ${plan.brouillons.length}…`);
    const pose = await poser(
      google.attendre,
      boite,
      brouillon,
      messages.get(brouillon.reference) ?? '',
    );
    if (!pose.ok) {
      const restants = plan.brouillons.length - poses.length;
      problemes.push(probleme('GMAIL_DEPOT_INTERROMPU', { restants, cause: pose.message }));
      break;
    }
    poses.push({ reference: brouillon.reference, ...pose.valeur });
  }
  problemes.push(...(await confirmer(classeur, boite, poses)));
  const ids = new Map(poses.map(({ reference, id }) => [reference, id]));
  return { plan: { ...plan, problemes: [...plan.problemes, ...problemes] }, ids };
}

/** Un message que les règles refusent arrête tout avant l'intention : elle resterait sans suite. */
function preparerMessages(brouillons: readonly Brouillon[], messages: Map<string, string>): void {
  const problemes: Probleme[] = [];
  for (const b of brouillons) {
    const message = messageOuProbleme(b, { deposable: false });
    if (typeof message === 'string') messages.set(b.reference, message);
    else problemes.push(message);
  }
  if (problemes.length > 0) throw new ErreurClasseur(problemes);
}

/** Un brouillon et un seul : après un essai sans réponse, il est cherché avant d'être recréé. */
function poser(
  attendre: Google['attendre'],
  boite: BoiteGmail,
  { messageId }: Brouillon,
  mime: string,
): Promise<Essai<{ id: string; cree: boolean }>> {
  return insister<{ id: string; cree: boolean }>(attendre, async () => {
    const trouve = await boite.chercher(messageId);
    if (!trouve.ok) return trouve;
    if (trouve.valeur !== null) return { ok: true, valeur: { id: trouve.valeur, cree: false } };
    const cree = await boite.creer(mime);
    return cree.ok ? { ok: true, valeur: { id: cree.valeur, cree: true } } : cree;
  });
}

async function confirmer(
  classeur: Classeur,
  boite: BoiteGmail,
  poses: readonly (BrouillonDepose & { readonly cree: boolean })[],
): Promise<Probleme[]> {
  if (poses.length === 0) return [];
  let fin: ReturnType<typeof planConfirmer> = planDe({ confirmes: [], enTrop: [] });
  try {
    const deposes = poses.map(({ reference, id }) => ({ reference, id }));
    fin = await classeur.modifier('relances : dépôt', (s) => planConfirmer(s, deposes));
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    // Les intentions, elles, sont écrites.
    const cause = erreur.problemes.map(messageDe).join(' ').replaceAll(' Rien n’a été écrit.', '');
    return [probleme('GMAIL_NON_CONFIRME', { brouillons: poses.length, cause })];
  }
  const enTrop = new Set(fin.resultat.enTrop.map((b) => b.id));
  for (const { id, cree } of poses) if (cree && enTrop.has(id)) await boite.retirer(id);
  return [];
}

/** Recommence tant que l'échec est passager, en espaçant ; rend le dernier essai. */
async function insister<T>(
  attendre: Google['attendre'],
  essai: () => Promise<Essai<T>>,
): Promise<Essai<T>> {
  let dernier = await essai();
  for (const ms of ATTENTES_MS) {
    if (dernier.ok || !estPassager(dernier)) break;
    await attendre(ms);
    dernier = await essai();
  }
  return dernier;
}
