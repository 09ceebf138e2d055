import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Depart, Hote, OptionsHote, Selection, SurService } from './contrat';
import { derniereEcheance } from './echeances';
import { ErreurScript } from './erreurs';
import { lancerExecution } from './execution';
import type { Mode } from './execution';
import { horsJson } from './json-strict';
import type { Ecran } from './session';

const FUSEAU = 'Europe/Paris';

/**
 * Ouvre le classeur avec le module, pour une personne. Chaque appel est une exécution neuve, dans un
 * contexte neuf : comme chez Google, rien ne reste en mémoire de l'une à l'autre.
 */
export function creerHote(options: OptionsHote): Hote {
  const { nuage, id, utilisateur } = options;
  const chemin = join(options.module, 'suivi.js');
  const script = new Script(readFileSync(chemin, 'utf8'), { filename: chemin });
  const [premier] = nuage.emulateur.onglets(id);
  const ecran: Ecran = {
    menu: [],
    panneau: null,
    fenetre: null,
    messages: [],
    selection: { onglet: premier?.titre ?? '', ligne: 1, colonne: 1 },
  };
  const journal: string[] = [];
  let surService: SurService | null = null;

  const lancer = (nom: string, args: readonly unknown[], mode: Mode) =>
    lancerExecution({
      script,
      nom,
      args,
      mode,
      ecran,
      journal,
      options: { ...options, fuseau: options.fuseau ?? FUSEAU },
      surService: (service, quand) => surService?.(service, quand),
    });

  return {
    get surService() {
      return surService;
    },
    set surService(hook: SurService | null) {
      surService = hook;
    },
    appeler(nom: string, ...args: readonly unknown[]) {
      if (nom.endsWith('_')) throw new ErreurScript('Error', `${nom} est privée.`);
      const faute = horsJson([...args], 'argument');
      if (faute !== null) throw new ErreurScript('TypeError', `${faute} n’est pas du JSON.`);
      return lancer(nom, args, 'page');
    },
    executer(fonction: string) {
      lancer(fonction, [], fonction === 'onOpen' ? 'ouverture' : 'menu');
    },
    lancerDeclencheurs() {
      const departs: Depart[] = [];
      for (const d of nuage.declencheurs(utilisateur)) {
        const maintenant = nuage.horloge.maintenant();
        if (derniereEcheance(d.regle, d.poseLe, nuage.serviJusqua(d), maintenant) === null)
          continue;
        nuage.noterDepart(d);
        departs.push({
          fonction: d.fonction,
          erreur: tenter(() => lancer(d.fonction, [], 'horaire')),
        });
      }
      return departs;
    },
    selectionner(selection: Selection) {
      ecran.selection = selection;
    },
    get selection() {
      return ecran.selection;
    },
    get menu() {
      return ecran.menu;
    },
    get panneau() {
      return ecran.panneau;
    },
    get fenetre() {
      return ecran.fenetre;
    },
    get messages() {
      return ecran.messages;
    },
    get brouillons() {
      return nuage.boite(utilisateur).brouillons;
    },
    get declencheurs() {
      return nuage.declencheurs(utilisateur);
    },
    journal,
  };
}

/** Le message de l'erreur, s'il y en a une. */
function tenter(faire: () => void): string | null {
  try {
    faire();
    return null;
  } catch (erreur) {
    if (!(erreur instanceof ErreurScript)) throw erreur;
    return erreur.message;
  }
}
