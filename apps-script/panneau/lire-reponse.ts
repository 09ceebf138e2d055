import { messageEchec } from '../../src/messages/panneau';
import type { Arrivee, Panneau, ReponseEnvoi } from './contrat';
import { EchecPont } from './pont';

/** Le texte reçu du serveur, relu. Une page plus vieille que le script doit le dire, pas se figer. */

const incompris = (): EchecPont => new EchecPont(messageEchec('reponse', false));

function lireJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    throw incompris();
  }
}

function panneauDe(lu: unknown): Panneau {
  const panneau = lu as Partial<Panneau> | null | undefined;
  const sorte = panneau?.vue?.sorte;
  if (sorte !== 'formulaire' && sorte !== 'resultat') throw incompris();
  return panneau as Panneau;
}

export const lirePanneau = (texte: string): Panneau => panneauDe(lireJson(texte));

export function lireArrivee(texte: string): Arrivee {
  const message = (lireJson(texte) as Partial<Arrivee> | null)?.message;
  if (message !== null && typeof message !== 'string') throw incompris();
  return { message };
}

export function lireReponse(texte: string): ReponseEnvoi {
  const lu = lireJson(texte) as Partial<ReponseEnvoi> | null;
  if (lu?.ok === true) return { ok: true, panneau: panneauDe(lu.panneau) };
  if (lu?.ok !== false || typeof lu.message !== 'string') throw incompris();
  return { ok: false, message: lu.message, champs: lu.champs ?? {} };
}
