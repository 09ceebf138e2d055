import { readFile } from 'node:fs/promises';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { TableEchangeable } from '../../src/classeur/tables';
import { appliquerProfilPret } from '../../src/import/appliquer-profil-pret';
import type { Profil } from '../../src/import/profil';
import { PROFILS_PRETS, profilPret } from '../../src/import/profils-prets';
import type { SourceTabulaire } from '../../src/import/source';
import { messageDe } from '../../src/messages/probleme';
import { ErreurUsage } from '../arguments';
import { decoder } from './encodage';

/** Le profil que `--profil` désigne : un fichier est lu d'abord, un logiciel se lit avec la source. */
export interface ProfilDemande {
  /** Celui d'un fichier : connu avant la source. */
  readonly profil: Profil | null;
  /** Celui qui vaut pour cette source ; un logiciel dont elle n'a pas les colonnes est un refus. */
  pour(source: SourceTabulaire): Profil | null;
}

export async function lireProfil(
  demande: string | null,
  table: TableEchangeable,
): Promise<ProfilDemande> {
  if (demande === null) return { profil: null, pour: () => null };
  const pret = profilPret(demande);
  if (pret) {
    return {
      profil: null,
      pour(source) {
        const { profil, problemes } = appliquerProfilPret(pret, table, source);
        if (problemes.length > 0) throw new ErreurClasseur(problemes);
        return profil;
      },
    };
  }
  const profil = await lireFichier(demande, table);
  return { profil, pour: () => profil };
}

async function lireFichier(chemin: string, table: TableEchangeable): Promise<Profil> {
  const octets = await readFile(chemin).catch(() => null);
  const texte = octets === null ? null : decoder(octets).texte;
  const { analyserJson } = await import('../../src/import/analyser-json');
  const json = texte === null ? { raison: 'il ne se lit pas', ligne: null } : analyserJson(texte);
  if (!('valeur' in json)) {
    const ou = json.ligne === null ? '' : `ligne ${json.ligne}, `;
    const prets = PROFILS_PRETS.map((p) => p.nom).join(', ');
    throw new ErreurUsage([
      `--profil : « ${chemin} » ne peut pas servir : ${ou}${json.raison}. Donnez un fichier, ou un logiciel : ${prets}.`,
    ]);
  }
  const { parseProfil } = await import('../../src/import/lire-profil');
  const { profil, problemes } = parseProfil(json.valeur, table);
  if (!profil) throw new ErreurUsage(problemes.map(messageDe));
  return profil;
}
