import { distance } from 'fastest-levenshtein';
import type { Client } from '../classeur/tables/clients';
import { normaliser, replierEspaces } from '../commun/texte';
import { cleClient } from './cle-client';

/** Le client qu'un nom désigne : d'abord ce nom même, puis le même à la forme juridique près. */
export function trouverClient(clients: readonly Client[], nom: string): Client | null {
  const cherche = normaliser(replierEspaces(nom));
  const exact = clients.find(
    (c) => c.organisation !== null && normaliser(replierEspaces(c.organisation)) === cherche,
  );
  if (exact) return exact;
  const cle = cleClient(nom);
  if (cle === '') return null;
  const memes = clients.filter((c) => c.organisation !== null && cleClient(c.organisation) === cle);
  return memes.length === 1 ? (memes[0] ?? null) : null;
}

/** Un client existant dont le nom n'est qu'à une ou deux lettres de celui-ci : peut-être le même. */
export function clientRessemblant(clients: readonly Client[], nom: string): string | null {
  const cle = cleClient(nom);
  let meilleur: string | null = null;
  let ecart = cle.length < 5 ? 1 : cle.length < 9 ? 2 : 3;
  for (const { organisation } of clients) {
    if (organisation === null) continue;
    const d = distance(cle, cleClient(organisation));
    if (d < ecart) {
      ecart = d;
      meilleur = organisation;
    }
  }
  return meilleur;
}
