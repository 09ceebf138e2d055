import type { Client } from '../classeur/tables/clients';
import { lireNomOrganisation } from '../clients/nom-organisation';
import { chiffresSiret } from '../clients/siret';
import type { LigneLue } from './lire-lignes';

/** Une ligne acceptable d'une liste de clients, et le client du classeur qu'elle désigne. */
export interface FicheLue {
  readonly lue: LigneLue;
  readonly organisation: string;
  readonly siret: string | null;
  readonly existant: Client | null;
}

/**
 * Les lignes qui sont le même client, quel que soit leur ordre : le même client du classeur, le même
 * nom écrit pareil (casse, accents et ponctuation à part), ou le même SIREN/SIRET. Une autre forme
 * juridique ou un même e-mail n'est qu'un doute : il est proposé, jamais fusionné.
 */
export function reunirClients(fiches: readonly FicheLue[]): FicheLue[][] {
  const numeroDe = numeros(fiches);
  const parent = fiches.map((_, rang) => rang);
  const racine = (rang: number): number => {
    let r = rang;
    for (let p = parent[r]; p !== undefined && p !== r; p = parent[r]) r = p;
    parent[rang] = r;
    return r;
  };
  const premiers = new Map<string, number>();
  fiches.forEach((fiche, rang) => {
    for (const lien of liensDe(fiche, numeroDe)) {
      const premier = premiers.get(lien);
      if (premier === undefined) premiers.set(lien, rang);
      // La plus ancienne ligne est la racine : un groupe commence avec elle.
      else {
        const [a, b] = [racine(premier), racine(rang)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groupes = new Map<number, FicheLue[]>();
  fiches.forEach((fiche, rang) => {
    const groupe = groupes.get(racine(rang));
    if (groupe) groupe.push(fiche);
    else groupes.set(racine(rang), [fiche]);
  });
  return [...groupes.values()];
}

function liensDe(
  { organisation, siret, existant }: FicheLue,
  numeroDe: (siret: string) => string,
): string[] {
  if (existant) return [`c ${existant.ligne}`];
  const chiffres = chiffresSiret(siret);
  const nom = `n ${lireNomOrganisation(organisation).exact}`;
  return chiffres === null ? [nom] : [nom, `s ${numeroDe(chiffres)}`];
}

/** Un SIREN seul est celui du seul SIRET du fichier qu'il commence ; de deux établissements, d'aucun. */
function numeros(fiches: readonly FicheLue[]): (siret: string) => string {
  const siretsDe = new Map<string, Set<string>>();
  for (const { siret, existant } of fiches) {
    const chiffres = existant ? null : chiffresSiret(siret);
    if (chiffres?.length !== 14) continue;
    const siren = chiffres.slice(0, 9);
    const connus = siretsDe.get(siren);
    if (connus) connus.add(chiffres);
    else siretsDe.set(siren, new Set([chiffres]));
  }
  return (chiffres) => {
    const [seul, autre] = siretsDe.get(chiffres) ?? [];
    return seul !== undefined && autre === undefined ? seul : chiffres;
  };
}
