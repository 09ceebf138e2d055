import { expect, it } from 'vitest';
import { poserClasseur } from '../support/google-emule';
import { googleLocal, type GoogleLocal } from '../support/google-local';
import {
  commandeImport,
  ecrireDevis,
  fauteDe,
  importerParLeReseau,
  SORTS,
  verifierDevis,
} from '../support/import-google';
import { dossierTemporaire, suiviEnfant } from '../support/suivi';

const FAUTES = 84;
const MORTS = 16;
/** Beaucoup de petits envois, pour les fautes du réseau et de Google ; deux vrais, pour la commande tuée. */
const PETIT = 60;
const GRAND = 2_400;

const auHasard = (n: number): number => 1 + Math.floor(Math.random() * n);

async function classeurNeuf(): Promise<GoogleLocal> {
  const google = await googleLocal();
  poserClasseur(google.emulateur);
  return google;
}

it(`${FAUTES} fautes de Google ou du réseau : chaque ligne une fois`, async () => {
  for (let fois = 0; fois < FAUTES; fois++) {
    const google = await classeurNeuf();
    const sort = SORTS[fois % SORTS.length] ?? 500;
    const rang = auHasard(12);
    let tombee = false;
    google.faute = () => {
      if (google.requetes.length !== rang) return null;
      tombee = true;
      return fauteDe(sort);
    };
    await importerParLeReseau(google, PETIT);
    expect(tombee, `requête ${rang}`).toBe(true);
    verifierDevis(google, PETIT, `${sort}, requête ${rang}`);
    google.fermer();
  }
});

it(`la commande tuée ${MORTS} fois, puis reprise : chaque ligne une fois, un seul import`, async () => {
  const fichier = await ecrireDevis(await dossierTemporaire(), GRAND);
  const ou: number[] = [];
  for (let fois = 0; fois < MORTS; fois++) {
    const google = await classeurNeuf();
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    const rang = auHasard(7);
    const { fin, tuer } = suiviEnfant(env, ...commandeImport(fichier));
    google.avant = async () => {
      if (google.requetes.length !== rang) return;
      // Tuée pendant que Google traite sa demande : celle-ci a lieu quand même.
      tuer();
      await fin;
    };
    await fin;
    google.avant = null;
    const reprise = await suiviEnfant(env, ...commandeImport(fichier, '--reprendre')).fin;
    expect(reprise.code, reprise.stderr).toBe(0);
    verifierDevis(google, GRAND, `tuée à la requête ${rang}`);
    ou.push(rang);
    google.fermer();
  }
  process.stdout.write(`tuée aux requêtes ${ou.sort((a, b) => a - b).join(', ')}\n`);
});
