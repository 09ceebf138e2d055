import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ErreurUsage } from '../arguments';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { Apercu } from '../preview/apercu';
import { servicesDe } from '../preview/demandes';
import { horlogeDu } from '../preview/horloge-apercu';
import { ouvrirNavigateur } from '../preview/navigateur';
import { lireCibleGoogle } from '../workbooks/google/cible';
import { ouvrirServeur, type Ouvert, type Services } from '../preview/serveur/serveur';

/** Entre deux regards sur le fichier, que d'autres peuvent changer. */
const VEILLE_MS = 1000;

/** `suivi apercu CLASSEUR` : le classeur, le menu et les panneaux de Google Sheets, sur cette machine. */
export const executer: Executer = async (args, session) => {
  const { sortie, contexte } = session;
  const port = lirePort(texteOption(args, 'port'));
  const chemin = lireChemin(args.positionnels['CLASSEUR'] || session.cible());
  const ici = dirname(fileURLToPath(import.meta.url));
  const apercu = new Apercu({
    chemin,
    module: trouver(ici, 'apps-script', 'suivi.js'),
    utilisateur: contexte.utilisateur,
    horloge: horlogeDu(args.options['le'] === undefined ? null : contexte.aujourdHui),
  });
  const serveur = await ouvrir(servicesDe(apercu), trouver(ici, 'apercu', 'page.js'), port);
  sortie.rendre({ adresse: serveur.adresse, port: serveur.port }, () => {
    sortie.ligne(`L’aperçu de ${chemin} est ouvert, sur cette machine seulement :`);
    sortie.titre(serveur.adresse);
    sortie.ligne('Ce que vous y changez va dans le fichier. Ctrl+C l’arrête.');
  });
  if (args.options['ouvrir'] === true) ouvrirNavigateur(serveur.adresse);
  const veille = setInterval(() => {
    apercu.veiller().then(
      (souci) => souci !== null && sortie.message(souci),
      (erreur: unknown) => sortie.message(String(erreur)),
    );
  }, VEILLE_MS);
  await arret();
  clearInterval(veille);
  await serveur.fermer();
  sortie.ligne('Aperçu arrêté.');
  return 0;
};

function lireChemin(cible: string): string {
  if (lireCibleGoogle(cible) === null) return cible;
  throw new ErreurUsage([
    `« ${cible} » est un classeur Google : il se voit dans Google Sheets. L’aperçu ouvre un fichier .xlsx.`,
  ]);
}

function lirePort(texte: string | null): number {
  if (texte === null) return 0;
  const port = Number(texte);
  if (/^\d{1,5}$/.test(texte) && port >= 1 && port <= 65_535) return port;
  throw new ErreurUsage([
    `--port : « ${texte} » n’est pas un port. Écrivez un nombre de 1 à 65535.`,
  ]);
}

async function ouvrir(services: Services, page: string, port: number): Promise<Ouvert> {
  try {
    return await ouvrirServeur(services, page, port);
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw erreur;
    const cause = code === 'EACCES' ? 'n’est pas permis' : 'est déjà pris';
    throw new ErreurUsage([
      `--port : le port ${port} ${cause}. Choisissez-en un autre, ou laissez l’aperçu en trouver un.`,
    ]);
  }
}

/** Un dossier construit, à côté de la commande construite ou dans `dist`. */
function trouver(ici: string, dossier: string, temoin: string): string {
  for (const parent of ['..', '../..', '../../dist', '../../dist/cli'].map((p) => join(ici, p))) {
    if (existsSync(join(parent, dossier, temoin))) return join(parent, dossier);
  }
  throw new ErreurUsage([
    `L’aperçu a besoin du dossier « ${dossier} », qui n’est pas construit. Lancez « npm run build ».`,
  ]);
}

/** La promesse de Ctrl+C (ou d'un arrêt demandé). */
function arret(): Promise<void> {
  return new Promise((fini) => {
    const finir = (): void => {
      process.off('SIGINT', finir);
      process.off('SIGTERM', finir);
      fini();
    };
    process.on('SIGINT', finir);
    process.on('SIGTERM', finir);
  });
}
