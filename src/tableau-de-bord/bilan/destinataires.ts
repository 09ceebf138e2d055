import type { Snapshot } from '../../classeur/snapshot';
import { parseBoite } from '../../relances/adresse';
import { personne } from '../attribution';

/** Une personne à qui l'on peut écrire. */
export interface Destinataire {
  /** L'adresse seule, en minuscules : ce qui la désigne dans les tables. */
  readonly cle: string;
  /** `Nom <adresse>`, telle qu'elle s'écrit dans un message. */
  readonly boite: string;
}

/**
 * Les membres actifs d'Équipe qui ont une adresse, chacun une fois. « Actif » vide vaut oui ;
 * illisible, on ne sait pas : on n'écrit pas.
 */
export function destinataires(snapshot: Snapshot): Destinataire[] {
  const trouves = new Map<string, Destinataire>();
  for (const m of snapshot.tables.equipe) {
    if (m.actif === false || snapshot.estIllisible('equipe', m.ligne, 'actif')) continue;
    const boite = parseBoite(m.email ?? '');
    if (!boite) continue;
    const cle = personne(boite.adresse);
    if (trouves.has(cle)) continue;
    const avecNom = m.nom === null ? boite.adresse : `${propre(m.nom)} <${boite.adresse}>`;
    trouves.set(cle, { cle, boite: parseBoite(avecNom) ? avecNom : boite.adresse });
  }
  return [...trouves.values()];
}

/** Un nom qui peut entourer une adresse : ni chevrons, ni guillemets. */
function propre(nom: string): string {
  return nom.replace(/[<>"]/g, ' ').trim();
}
