import type { Depose, Message } from '../actions/messages-gmail';
import { EchecModule } from './echec-module';
import { statutDe } from './statut';

const MOI = 'me';

/** Le service avancé Gmail, réduit aux brouillons : c'est tout ce que `gmail.compose` permet. */
function brouillons(): GoogleAppsScript.Gmail.Collection.Users.DraftsCollection {
  const service = Gmail?.Users?.Drafts;
  if (!service) throw new Error('Le service avancé Gmail n’est pas activé.');
  return service;
}

/** Gmail est-il autorisé ? Faux : la personne l'a refusé. Une panne, elle, se lève. */
export function gmailAutorise(): boolean {
  try {
    brouillons().list(MOI, { maxResults: 1 });
    return true;
  } catch (erreur) {
    const statut = statutDe(erreur);
    if (statut === 401 || statut === 403) return false;
    throw erreur;
  }
}

/** L'adresse qui ouvre ce brouillon, dans la bonne boîte si plusieurs comptes sont ouverts. */
function adresseDe(boite: string, messageId: string): string {
  return `https://mail.google.com/mail/?authuser=${encodeURIComponent(boite)}#drafts/${encodeURIComponent(messageId)}`;
}

function chercher(messageId: string): GoogleAppsScript.Gmail.Schema.Draft | null {
  const { drafts = [] } = brouillons().list(MOI, { q: `rfc822msgid:${messageId}` });
  return drafts[0] ?? null;
}

function creer(mime: string): GoogleAppsScript.Gmail.Schema.Draft {
  const raw = Utilities.base64EncodeWebSafe(mime, Utilities.Charset.UTF_8);
  return brouillons().create({ message: { raw } }, MOI);
}

/** Un brouillon posé, et s'il vient d'être créé. */
export interface Pose extends Depose {
  readonly nouveau: boolean;
}

/**
 * Pose un brouillon, une seule fois : celui qu'un passage interrompu a laissé est retrouvé par son
 * Message-ID. `null` : Gmail n'a pas répondu, il se fera au prochain passage.
 */
export function poser({ brouillon, mime }: Message, boite: string): Pose | null {
  try {
    const present = chercher(brouillon.messageId);
    const { id = '', message } = present ?? creer(mime);
    const adresse = adresseDe(boite, message?.id ?? '');
    return { reference: brouillon.reference, id, adresse, nouveau: present === null };
  } catch {
    return null;
  }
}

/** Retire un brouillon que l'on vient de créer et qu'un autre passage avait déjà posé. */
export function retirer(id: string): void {
  try {
    brouillons().remove(MOI, id);
  } catch {
    return;
  }
}

/**
 * Pose tous ces messages, ou rend `null` si Gmail n'est pas autorisé. Chacun n'y est qu'une fois, même si
 * l'on recommence.
 * @throws EchecModule si Gmail ne répond pas : rien de ce qui devait suivre ne doit se faire.
 */
export function poserTous(messages: readonly Message[], boite: string): Depose[] | null {
  if (messages.length === 0) return [];
  if (!gmailAutorise()) return null;
  return messages.map((message) => {
    const pose = poser(message, boite);
    if (!pose) throw new EchecModule('GMAIL');
    return pose;
  });
}
