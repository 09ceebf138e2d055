import type { BrouillonVu } from '../protocole';
import { adresseAvecJeton, demander } from './api';
import { creer, parId } from './dom';

const champ = (nom: string, texte: string): HTMLElement[] =>
  texte === '' ? [] : [creer('dt', {}, nom), creer('dd', {}, texte)];

/** Les brouillons déposés, comme la boîte d'envoi d'un courrier : rien n'est jamais envoyé d'ici. */
export class BoiteDEnvoi {
  private readonly element = parId('brouillons');
  private readonly bouton = parId('ouvrir-brouillons');

  constructor() {
    this.bouton.addEventListener('click', () => {
      if (this.element.hidden) void this.ouvrir();
      else this.fermer();
    });
    this.element.addEventListener('keydown', (e) => e.key === 'Escape' && this.fermer());
  }

  /** Le nombre de brouillons ; s'il y en a de nouveaux, la liste ouverte les montre. */
  compter(nombre: number): void {
    const compte = parId('compte-brouillons');
    const neufs = compte.textContent !== String(nombre);
    compte.textContent = String(nombre);
    if (neufs && !this.element.hidden) void this.montrer(null);
  }

  /** Ouvre la liste, ou un brouillon. */
  async ouvrir(id: string | null = null): Promise<void> {
    await this.montrer(id);
    this.element.querySelector('button')?.focus();
  }

  private async montrer(id: string | null): Promise<void> {
    const tous = await demander<BrouillonVu[]>('/api/brouillons');
    const choisi = tous.find((b) => b.id === id);
    this.element.replaceChildren(...(choisi ? this.message(choisi) : this.liste(tous)));
    this.element.hidden = false;
    this.bouton.setAttribute('aria-expanded', 'true');
  }

  private fermer(): void {
    this.element.hidden = true;
    this.bouton.setAttribute('aria-expanded', 'false');
    this.bouton.focus();
  }

  private tete(titre: string, ...avant: readonly HTMLElement[]): HTMLElement {
    const fermer = creer('button', { type: 'button', 'aria-label': 'Fermer les brouillons' }, '✕');
    fermer.addEventListener('click', () => this.fermer());
    return creer('div', { class: 'tete-panneau' }, ...avant, creer('h2', {}, titre), fermer);
  }

  private liste(tous: readonly BrouillonVu[]): HTMLElement[] {
    const vide = creer(
      'p',
      { class: 'vide' },
      'Aucun brouillon. Ceux que le menu « Relances » prépare se rangent ici, à relire avant envoi.',
    );
    const lignes = tous.map((b) => {
      const bouton = creer(
        'button',
        { type: 'button', class: 'brouillon' },
        creer('span', { class: 'destinataire' }, b.destinataire),
        creer('span', { class: 'date' }, b.date),
        creer('span', { class: 'objet' }, b.objet),
      );
      bouton.addEventListener('click', () => void this.ouvrir(b.id));
      return creer('li', {}, bouton);
    });
    return [
      this.tete('Brouillons'),
      tous.length > 0 ? creer('ul', {}, ...lignes) : vide,
      creer('p', { class: 'note' }, 'Rien n’est envoyé : une personne relit et envoie.'),
    ];
  }

  private message(b: BrouillonVu): HTMLElement[] {
    const retour = creer('button', { type: 'button', 'aria-label': 'Tous les brouillons' }, '←');
    retour.addEventListener('click', () => void this.ouvrir());
    const lien = creer(
      'a',
      { href: adresseAvecJeton(`/brouillons/${b.id}.eml`), download: `${b.id}.eml` },
      'Télécharger le message (.eml)',
    );
    return [
      this.tete('Brouillon', retour),
      creer(
        'div',
        { class: 'message' },
        creer('h3', {}, b.objet),
        creer(
          'dl',
          {},
          ...champ('À', b.destinataire),
          ...champ('Copie', b.copie),
          ...champ('Date', b.date),
        ),
        creer('p', { class: 'texte corps' }, b.corps),
        creer('p', {}, lien),
      ),
    ];
  }
}
