import { aideCommande, aideGenerale, aideGroupe } from './aide';
import { commandeEnTete, ErreurUsage, parseArguments, trouverCommande } from './arguments';
import { COMMANDES } from './catalogue';
import type { CodeSortie } from './declaration';
import type { Monde } from './session';

/** Le point d'entrée : une commande, un code de sortie. Tout ce qui échoue est dit ici, une fois. */
export async function executer(argv: readonly string[], monde: Monde): Promise<CodeSortie> {
  const enJson = argv.includes('--json');
  try {
    return await aiguiller(argv, monde);
  } catch (erreur) {
    const { rapporterErreur } = await import('./erreurs');
    return rapporterErreur(erreur, enJson, monde);
  }
}

async function aiguiller(argv: readonly string[], monde: Monde): Promise<CodeSortie> {
  const largeur = Math.min(monde.stdout.isTTY ? (monde.stdout.columns ?? 100) : 100, 120);
  const mots = commandeEnTete(argv);
  const premier = mots[0];
  const demandeAide = mots.includes('--help') || mots.includes('-h');
  if (premier === undefined || premier === 'aide' || premier.startsWith('-')) {
    if (mots.includes('--version')) {
      const { VERSION } = await import('./version');
      monde.stdout.write(`suivi ${VERSION}\n`);
      return 0;
    }
    if (argv.includes('--json') && !demandeAide && premier !== 'aide') {
      throw new ErreurUsage(['Il manque une commande. « suivi --help » les donne.']);
    }
    monde.stdout.write(aideGenerale(largeur));
    return premier === undefined || (!demandeAide && premier !== 'aide') ? 2 : 0;
  }
  const groupe = COMMANDES.some((c) => c.chemin[0] === premier && c.chemin.length > 1);
  if (groupe && (mots[1] === undefined || mots[1] === '--help' || mots[1] === '-h')) {
    monde.stdout.write(aideGroupe(premier, largeur));
    return mots[1] === undefined ? 2 : 0;
  }
  const { commande, reste } = trouverCommande(mots);
  if (demandeAide) {
    monde.stdout.write(aideCommande(commande, largeur));
    return 0;
  }
  const args = parseArguments(commande, reste);
  const [{ ouvrirSession }, module] = await Promise.all([import('./session'), commande.charger()]);
  return module.executer(args, ouvrirSession(args, monde));
}
