import type { PanneauVu } from '../protocole';
import { creer, parId } from './dom';

/** Ce que le cadre du panneau demande à la page ; vérifié, car rien n'oblige un message à être le sien. */
type Demande =
  | {
      readonly suivi: 'appel';
      readonly rang: number;
      readonly fonction: string;
      readonly args: readonly unknown[];
    }
  | { readonly suivi: 'lien'; readonly adresse: string }
  | { readonly suivi: 'fermer' | 'grille' };

export type Issue =
  { readonly ok: true; readonly valeur: unknown } | { readonly ok: false; readonly erreur: string };

export interface Reactions {
  /** `google.script.run.<fonction>(…)`. */
  appeler(fonction: string, args: readonly unknown[]): Promise<Issue>;
  ouvrirLien(adresse: string): void;
  /** Rend le clavier à la grille. */
  grille(): void;
}

/** Le panneau de 300 px : un cadre sans droit sur la page, relié par des messages. */
export class PanneauLateral {
  private readonly element = parId('panneau');
  private cadre: HTMLIFrameElement | null = null;

  constructor(private readonly reactions: Reactions) {
    parId('fermer-panneau').addEventListener('click', () => this.fermer());
    this.element.addEventListener('keydown', (e) => e.key === 'Escape' && this.fermer());
    addEventListener('message', (e: MessageEvent<unknown>) => {
      if (this.cadre && e.source === this.cadre.contentWindow) this.recevoir(e.data);
    });
  }

  ouvrir({ titre, adresse }: PanneauVu): void {
    this.cadre = creer('iframe', {
      src: adresse,
      title: titre,
      sandbox: 'allow-scripts allow-forms',
      referrerpolicy: 'no-referrer',
    });
    const { cadre } = this;
    cadre.addEventListener('load', () => cadre.focus());
    parId('titre-panneau').textContent = titre;
    parId('cadre').replaceChildren(cadre);
    this.element.hidden = false;
  }

  fermer(): void {
    this.element.hidden = true;
    parId('cadre').replaceChildren();
    this.cadre = null;
    this.reactions.grille();
  }

  private recevoir(donnees: unknown): void {
    const demande = donnees as Demande | null;
    if (typeof demande !== 'object' || demande === null) return;
    if (demande.suivi === 'fermer') this.fermer();
    else if (demande.suivi === 'grille') this.reactions.grille();
    else if (demande.suivi === 'lien') this.reactions.ouvrirLien(String(demande.adresse));
    else if (demande.suivi === 'appel') void this.repondre(demande);
  }

  private async repondre(demande: Extract<Demande, { suivi: 'appel' }>): Promise<void> {
    const { cadre } = this;
    const issue = await this.reactions.appeler(String(demande.fonction), demande.args);
    cadre?.contentWindow?.postMessage({ suivi: 'reponse', rang: demande.rang, ...issue }, '*');
  }
}
