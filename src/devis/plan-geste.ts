import { illisible } from '../classeur/illisible';
import { modifier } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { StatutDevis } from '../classeur/tables/devis';
import type { Contexte } from '../commun/contexte';
import { peut } from '../equipe/droits';
import { estAvertissement } from '../messages/avertissements';
import { messageDe, probleme, type Probleme } from '../messages/probleme';
import { casDe, type Cas, type CommandeDevis } from './cas';
import { designer, type DevisNomme } from './designation';
import { gestesDepuis, TRANSITIONS, type Geste } from './transitions';
import { trouverDevis } from './trouver-devis';

/** Le résultat de `suivi devis <action>` : l'état du devis après la commande, et ce qui s'y oppose. */
export interface ResultatDevis {
  readonly numero: string;
  readonly version: number | null;
  readonly statut: StatutDevis | null;
  readonly problemes: readonly { readonly code: string; readonly message: string }[];
}

export function decrireProblemes(problemes: readonly Probleme[]): ResultatDevis['problemes'] {
  return problemes.map((p) => ({ code: p.code, message: messageDe(p) }));
}

/**
 * Décide d'un geste sur un devis. Refusé, il ne change rien et rend toutes ses raisons ; un simple
 * avertissement accompagne les changements.
 */
export function planGeste(
  snapshot: Snapshot,
  geste: Geste,
  commande: CommandeDevis,
  contexte: Contexte,
): Plan<ResultatDevis> {
  const trouve = trouverDevis(snapshot, commande.reference);
  if (!trouve.devis) return refuser(commande.reference, null, trouve.problemes);
  const { devis, versions } = trouve;
  const cas = casDe(snapshot, contexte, devis, versions, commande);
  const transition = TRANSITIONS[geste];
  const problemes = peut(snapshot, contexte, transition.droit, devis);
  const etat = verifierEtat(cas, geste);
  problemes.push(...etat);
  if (etat.length === 0) problemes.push(...transition.gardes.flatMap((garde) => garde(cas)));
  if (problemes.length > 0) return refuser(devis.numero, devis, problemes);

  const ecriture = transition.effet(cas);
  const avertissements = ecriture.problemes ?? [];
  if (avertissements.some((p) => !estAvertissement(p))) {
    return refuser(devis.numero, devis, avertissements);
  }
  const champs = { ...(transition.vers ? { statut: transition.vers } : {}), ...ecriture.champs };
  const nomme = { ...devis, ...champs, numero: champs.numero ?? devis.numero };
  const resultat: ResultatDevis = {
    numero: nomme.numero,
    version: ecriture.version ?? devis.version ?? 1,
    statut: ecriture.version === undefined ? nomme.statut : 'Brouillon',
    problemes: decrireProblemes(avertissements),
  };
  return plan(resultat, {
    changements: [
      ...(ecriture.changements ?? []),
      ...modifier('devis', devis, designer(nomme), champs),
    ],
    problemes: avertissements,
  });
}

function refuser(
  numero: string,
  devis: DevisNomme | null,
  problemes: readonly Probleme[],
): Plan<ResultatDevis> {
  return plan(
    {
      numero,
      version: devis ? (devis.version ?? 1) : null,
      statut: devis?.statut ?? null,
      problemes: decrireProblemes(problemes),
    },
    { problemes },
  );
}

/** Le geste part-il de cet état ? Sinon, dire où en est le devis et ce que l'on peut en faire. */
function verifierEtat({ snapshot, devis, versions }: Cas, geste: Geste): Probleme[] {
  const incompris = illisible(snapshot, 'devis', devis.ligne, 'statut', 'version');
  if (incompris.length > 0) return incompris;
  const { statut } = devis;
  if (statut !== null && TRANSITIONS[geste].de.includes(statut)) return [];
  const autre = versions.find(
    (v) => v !== devis && v.statut !== null && TRANSITIONS[geste].de.includes(v.statut),
  );
  return [
    probleme('ETAT_REFUSE', {
      numero: designer(devis),
      statut,
      geste,
      possibles: statut === null ? [] : gestesDepuis(statut),
      autre: autre ? `${autre.numero}-V${autre.version ?? 1}` : null,
    }),
  ];
}
