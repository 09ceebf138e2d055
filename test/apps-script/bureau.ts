import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import type { Droit, Hote } from '../../cli/preview/hote/contrat';
import { HorlogeReglable } from '../../cli/preview/hote/horloge';
import { creerHote } from '../../cli/preview/hote/hote';
import { Nuage } from '../../cli/preview/hote/nuage';
import type {
  Arrivee,
  Champ,
  Envoi,
  Panneau,
  ReponseEnvoi,
  Suite,
  VueFormulaire,
  VueResultat,
} from '../../apps-script/panneau/contrat';
import type { Changement } from '../../src/classeur/changements';
import { TABLES, type CleTable, type ValeursDe } from '../../src/classeur/tables';
import type { Snapshot } from '../../src/classeur/snapshot';
import { ClasseurGoogle } from '../support/classeur-google';

export const MODULE = 'dist/apps-script';
export const GERANT = 'gerant@exemple.fr';
export const CAMILLE = 'camille@exemple.fr';
/** Un vendredi ouvré, 10 h à Paris. */
const JOUR = '2026-03-20T09:00:00Z';

type Contenu = { readonly [K in CleTable]?: readonly Partial<ValeursDe<K>>[] };

/** Un classeur partagé, le vrai module construit, et plusieurs personnes devant. */
export class Bureau {
  readonly classeur: ClasseurGoogle;
  readonly horloge = new HorlogeReglable(JOUR);
  readonly nuage: Nuage;
  private tirages = 0;

  constructor(
    contenu: Contenu = {},
    emulateur = new Emulateur(),
    /** Retouche le classeur neuf avant qu'il n'existe. */
    retoucher?: (json: ClasseurJson) => void,
  ) {
    const json = retoucher ? structuredClone(installe()) : installe();
    retoucher?.(json);
    this.classeur = new ClasseurGoogle(json, undefined, emulateur);
    this.ajouter(contenu);
    const uuid = () => (++this.tirages).toString(16).padStart(8, '0').padEnd(32, '0');
    this.nuage = new Nuage(this.classeur.emulateur, this.horloge, uuid);
  }

  /** Ajoute des lignes, en une écriture. */
  ajouter(contenu: Contenu): this {
    const changements = Object.entries(contenu).flatMap(([table, lignes]) =>
      lignes.map((valeurs) => ({ type: 'ajouter', table, valeurs }) as Changement),
    );
    if (changements.length > 0) this.classeur.appliquer(...changements);
    this.remettreLesComptes();
    return this;
  }

  personne(
    utilisateur = GERANT,
    refuses: readonly Droit[] = [],
    id: string = this.classeur.id,
  ): Personne {
    const { nuage } = this;
    return new Personne(creerHote({ nuage, id, utilisateur, module: MODULE, refuses }));
  }

  lire(): Snapshot {
    const avant = { ...this.classeur.emulateur.compte };
    const snapshot = this.classeur.lire();
    Object.assign(this.classeur.emulateur.compte, avant);
    return snapshot;
  }

  get compte() {
    return { ...this.classeur.emulateur.compte };
  }

  remettreLesComptes(): void {
    Object.assign(this.classeur.emulateur.compte, { lectures: 0, ecritures: 0 });
  }
}

/** Le panneau que la page lirait à son ouverture. */
function panneauDePage(html: string): Panneau {
  const m = /<script type="application\/json" id="etat">([\s\S]*?)<\/script>/.exec(html);
  if (!m?.[1]) throw new Error('La page ne porte pas son état.');
  return JSON.parse(m[1]) as Panneau;
}

let modele: ClasseurJson | null = null;

/** Un classeur neuf : installé une fois, recopié pour chaque essai. */
function installe(): ClasseurJson {
  if (modele === null) {
    const neuf = new ClasseurGoogle({}, undefined, new Emulateur());
    neuf.installer();
    modele = alleger(neuf.emulateur.instantane(neuf.id) as ClasseurJson);
  }
  return modele;
}

interface RangeeJson {
  readonly values?: readonly { readonly userEnteredValue?: object }[];
}

interface ClasseurJson {
  readonly sheets: readonly { readonly data?: readonly { rowData?: RangeeJson[] }[] }[];
}

/** Ôte les rangées vides, qui ne portent que leur format : cent fois moins à recopier. */
function alleger(json: ClasseurJson): ClasseurJson {
  for (const data of json.sheets.flatMap((s) => s.data ?? [])) {
    const rangees = data.rowData ?? [];
    while (rangees.length > 0 && !estRemplie(rangees[rangees.length - 1])) rangees.pop();
  }
  return json;
}

const estRemplie = (r?: RangeeJson): boolean =>
  (r?.values ?? []).some((c) => c.userEnteredValue !== undefined);

export class Personne {
  constructor(readonly hote: Hote) {}

  /** Sélectionne une ligne, puis clique une entrée du menu. */
  menu(fonction: string, table?: CleTable, ligne = 2): Panneau {
    if (table) this.hote.selectionner({ onglet: TABLES[table].onglet, ligne, colonne: 1 });
    this.hote.executer(fonction);
    if (!this.hote.panneau) throw new Error('Aucun panneau n’est montré.');
    return panneauDePage(this.hote.panneau.html);
  }

  ouvrir({ action, cible }: Pick<Suite, 'action' | 'cible'>): Panneau {
    return JSON.parse(
      String(this.hote.appeler('ouvrir', JSON.stringify({ action, cible }))),
    ) as Panneau;
  }

  /** Change quelques champs du formulaire montré, et l'envoie. */
  envoyer(panneau: Panneau, valeurs: Readonly<Record<string, string>> = {}): ReponseEnvoi {
    return this.envoyerTexte(JSON.stringify(envoiDe(panneau, valeurs)));
  }

  envoyerTexte(texte: string): ReponseEnvoi {
    return JSON.parse(String(this.hote.appeler('envoyer', texte))) as ReponseEnvoi;
  }

  allerA(onglet: string, ligne: number): Arrivee {
    return JSON.parse(
      String(this.hote.appeler('allerA', JSON.stringify({ onglet, ligne }))),
    ) as Arrivee;
  }
}

export function envoiDe(panneau: Panneau, valeurs: Readonly<Record<string, string>> = {}): Envoi {
  const { champs, action, cible } = formulaireDe(panneau);
  const initiales = Object.fromEntries(champs.map((c) => [c.cle, c.valeur]));
  return { jeton: panneau.jeton, action, cible, valeurs: { ...initiales, ...valeurs } };
}

export function formulaireDe({ vue, titre }: Panneau): VueFormulaire {
  if (vue.sorte !== 'formulaire')
    throw new Error(`${titre} n’est pas un formulaire : ${vue.message}`);
  return vue;
}

export function resultatDe({ vue, titre }: Panneau): VueResultat {
  if (vue.sorte !== 'resultat') throw new Error(`${titre} n’est pas un résultat.`);
  return vue;
}

export function reussite(reponse: ReponseEnvoi): VueResultat {
  if (!reponse.ok) throw new Error(JSON.stringify(reponse));
  return resultatDe(reponse.panneau);
}

export function refusDe(reponse: ReponseEnvoi): Extract<ReponseEnvoi, { ok: false }> {
  if (reponse.ok) throw new Error(JSON.stringify(reponse.panneau.vue));
  return reponse;
}

export function champDe(panneau: Panneau, cle: string): Champ {
  const champ = formulaireDe(panneau).champs.find((c) => c.cle === cle);
  if (!champ) throw new Error(`Pas de champ ${cle}.`);
  return champ;
}
