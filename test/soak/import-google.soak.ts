import { expect, it } from 'vitest';
import { poserClasseur } from '../support/google-emule';
import { googleLocal } from '../support/google-local';
import {
  commandeImport,
  ecrireDevis,
  fauteDe,
  SORTS,
  verifierDevis,
} from '../support/import-google';
import { dossierTemporaire, suiviEnfant } from '../support/suivi';

const FOIS = Number(process.env['SUIVI_FAUTES'] ?? 100);
/** Trois envois, deux de près de deux mégaoctets. */
const N = 4_300;

it(`${FOIS} fautes au hasard dans un import chez Google : chaque ligne une fois`, async () => {
  const fichier = await ecrireDevis(await dossierTemporaire(), N);
  const bilan = new Map<string, number>();
  for (let fois = 0; fois < FOIS; fois++) {
    const google = await googleLocal();
    poserClasseur(google.emulateur);
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    // Une faute sur six tue la commande ; les autres viennent de Google ou du réseau.
    const sort = [...SORTS, 'tuée' as const][fois % 6] ?? 500;
    const rang = 1 + Math.floor(Math.random() * 10);
    const { fin, tuer } = suiviEnfant(env, ...commandeImport(fichier));
    google.faute = () =>
      google.requetes.length === rang && sort !== 'tuée' ? fauteDe(sort) : null;
    google.avant = async () => {
      if (google.requetes.length !== rang || sort !== 'tuée') return;
      // Tuée pendant que Google traite sa demande : celle-ci a lieu, ou non.
      tuer();
      await fin;
    };
    await fin;
    google.faute = google.avant = null;
    // Comme le ferait quelqu'un qui a vu la coupure : jusqu'à ce qu'il n'y ait plus rien à reprendre.
    const reprise = await suiviEnfant(env, ...commandeImport(fichier, '--reprendre')).fin;
    expect(reprise.code, reprise.stderr).toBe(0);
    verifierDevis(google, N, `${sort}, requête ${rang}`);
    bilan.set(String(sort), (bilan.get(String(sort)) ?? 0) + 1);
    google.fermer();
  }
  process.stdout.write(`${FOIS} fautes : ${JSON.stringify(Object.fromEntries(bilan))}\n`);
});
