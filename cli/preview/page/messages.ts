import type { MessageVu } from '../protocole';
import { creer, parId } from './dom';
import { texteSur } from './texte-sur';

const TOAST_MS = 6000;
/** Messages montrés à la fois : les plus anciens cèdent la place, ceux qui passent d'abord. */
const TOASTS = 3;

/** Ce que le module ou l'aperçu dit : une alerte attend d'être lue, un toast passe. */
export function montrerMessages(messages: readonly MessageVu[]): void {
  for (const alerte of messages) if (alerte.sorte === 'alerte') alerter(alerte);
  const toasts = messages.filter(({ sorte }) => sorte !== 'alerte');
  const reste = toasts.length - TOASTS;
  if (reste <= 0) return toasts.forEach(toast);
  toasts.slice(0, TOASTS - 1).forEach(toast);
  const texte = `Et ${reste + 1} autres messages du même envoi : corrigez ceux-ci, puis recommencez.`;
  toast({ sorte: 'refus', titre: '', texte });
}

function alerter({ titre, texte }: MessageVu): void {
  const fermer = creer('button', { type: 'submit', class: 'principal' }, 'OK');
  const dialogue = creer(
    'dialog',
    { 'aria-labelledby': 'titre-alerte' },
    creer('h2', { id: 'titre-alerte' }, ...texteSur(titre || 'Suivi commercial')),
    creer('p', { class: 'texte' }, ...texteSur(texte)),
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
      ...(titre ? [creer('strong', {}, ...texteSur(titre))] : []),
      creer('p', { class: 'texte' }, ...texteSur(texte)),
    ),
    fermer,
  );
  fermer.addEventListener('click', () => boite.remove());
  const place = parId('messages');
  while (place.childElementCount >= TOASTS) {
    (place.querySelector('.toast:not(.refus)') ?? place.firstElementChild)?.remove();
  }
  place.append(boite);
  if (sorte !== 'refus') setTimeout(() => boite.remove(), TOAST_MS);
}
