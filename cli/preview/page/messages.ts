import type { MessageVu } from '../protocole';
import { creer, parId } from './dom';

const TOAST_MS = 6000;

/** Ce que le module ou l'aperçu dit : une alerte attend d'être lue, un toast passe. */
export function montrerMessages(messages: readonly MessageVu[]): void {
  for (const message of messages) {
    if (message.sorte === 'alerte') alerter(message);
    else toast(message);
  }
}

function alerter({ titre, texte }: MessageVu): void {
  const fermer = creer('button', { type: 'submit', class: 'principal' }, 'OK');
  const dialogue = creer(
    'dialog',
    { 'aria-labelledby': 'titre-alerte' },
    creer('h2', { id: 'titre-alerte' }, titre || 'Suivi commercial'),
    creer('p', { class: 'texte' }, texte),
    creer('form', { method: 'dialog' }, fermer),
  );
  dialogue.addEventListener('close', () => dialogue.remove());
  document.body.append(dialogue);
  dialogue.showModal();
}

/** Un refus reste jusqu'à ce qu'on le ferme. */
function toast({ sorte, titre, texte }: MessageVu): void {
  const fermer = creer('button', { type: 'button', 'aria-label': 'Fermer ce message' }, '✕');
  const boite = creer(
    'div',
    { class: `toast ${sorte}`, role: sorte === 'refus' ? 'alert' : 'status' },
    creer(
      'div',
      {},
      ...(titre ? [creer('strong', {}, titre)] : []),
      creer('p', { class: 'texte' }, texte),
    ),
    fermer,
  );
  fermer.addEventListener('click', () => boite.remove());
  parId('messages').append(boite);
  if (sorte !== 'refus') setTimeout(() => boite.remove(), TOAST_MS);
}
