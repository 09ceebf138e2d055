/**
 * Les formules de mise en valeur (`sheets-templates/regles.ts`), compilées en fonctions : la page les
 * évalue cellule visible par cellule visible, sans occuper le moteur de calcul de la grille. Le peu de
 * langage qu'elles emploient, et lui seul ; un essai vérifie que toutes se compilent.
 */
export type ValeurRegle = string | number | boolean | null;

/** La valeur d'une colonne (rang), `decalage` lignes plus bas que celle de la règle. */
export type LireColonne = (rang: number, decalage: number) => ValeurRegle;
type Calcul = (lire: LireColonne) => ValeurRegle;

const JETONS =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|\$([A-Z]{1,3})(\d+)|([A-Z]+)(?=\()|(<>|<=|>=|[=<>+\-(),]))/y;

type Jeton =
  | { readonly sorte: 'nombre'; readonly valeur: number }
  | { readonly sorte: 'texte'; readonly valeur: string }
  | { readonly sorte: 'cellule'; readonly rang: number; readonly decalage: number }
  | { readonly sorte: 'fonction'; readonly nom: string }
  | { readonly sorte: 'signe'; readonly signe: string };

/** La ligne pour laquelle les formules sont écrites. */
const LIGNE = 2;

function decouper(formule: string): Jeton[] {
  const jetons: Jeton[] = [];
  JETONS.lastIndex = formule.startsWith('=') ? 1 : 0;
  while (JETONS.lastIndex < formule.length) {
    const place = JETONS.lastIndex;
    const m = JETONS.exec(formule);
    if (!m) throw new Error(`Règle illisible à « ${formule.slice(place)} »`);
    const [, nombre, texte, lettres, ligne, fonction, signe = ''] = m;
    if (nombre !== undefined) jetons.push({ sorte: 'nombre', valeur: Number(nombre) });
    else if (texte !== undefined)
      jetons.push({ sorte: 'texte', valeur: texte.replaceAll('""', '"') });
    else if (lettres !== undefined)
      jetons.push({ sorte: 'cellule', rang: rangDe(lettres), decalage: Number(ligne) - LIGNE });
    else if (fonction !== undefined) jetons.push({ sorte: 'fonction', nom: fonction });
    else jetons.push({ sorte: 'signe', signe });
  }
  return jetons;
}

const rangDe = (lettres: string): number =>
  [...lettres].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

const nombreDe = (v: ValeurRegle): number => (typeof v === 'string' ? Number.NaN : Number(v ?? 0));
const estVrai = (v: ValeurRegle): boolean => v !== null && v !== '' && v !== 0 && v !== false;

/** 1 = dimanche au jour 1 ; `WEEKDAY(x,2)` : 1 = lundi. */
const JOURS = 7;
const MS_PAR_JOUR = 86_400_000;
const EPOQUE = Date.UTC(1899, 11, 30);

const jourDe = (v: ValeurRegle): Date => new Date(EPOQUE + Math.floor(nombreDe(v)) * MS_PAR_JOUR);

const FONCTIONS: Readonly<Record<string, (...args: ValeurRegle[]) => ValeurRegle>> = {
  AND: (...args) => args.every(estVrai),
  OR: (...args) => args.some(estVrai),
  ISNUMBER: (v = null) => typeof v === 'number',
  WEEKDAY: (v = null) => ((Math.floor(nombreDe(v)) + JOURS - 2) % JOURS) + 1,
  DAY: (v = null) => jourDe(v).getUTCDate(),
  YEAR: (v = null) => jourDe(v).getUTCFullYear(),
  IF: (condition = null, oui = null, non = false) => (estVrai(condition) ? oui : non),
};

const NATURES = ['number', 'string', 'boolean'];

/** Ordre d'un tableur : nombres, puis textes sans égard à la casse, puis booléens ; le vide s'adapte. */
function comparer(a: ValeurRegle, b: ValeurRegle): number {
  if (a === null && b === null) return 0;
  if (a === null) return comparer(typeof b === 'string' ? '' : 0, b);
  if (b === null) return comparer(a, typeof a === 'string' ? '' : 0);
  const ecart = NATURES.indexOf(typeof a) - NATURES.indexOf(typeof b);
  if (ecart !== 0) return ecart;
  if (typeof a === 'string') return a.toLowerCase().localeCompare(String(b).toLowerCase(), 'fr');
  return Number(a) - Number(b);
}

const COMPARAISONS: Readonly<Record<string, (ordre: number) => boolean>> = {
  '=': (o) => o === 0,
  '<>': (o) => o !== 0,
  '<': (o) => o < 0,
  '>': (o) => o > 0,
  '<=': (o) => o <= 0,
  '>=': (o) => o >= 0,
};

class Compilateur {
  private place = 0;

  constructor(private readonly jetons: readonly Jeton[]) {}

  tout(): Calcul {
    const calcul = this.comparaison();
    if (this.place < this.jetons.length) throw new Error('Règle trop longue');
    return calcul;
  }

  private signe(...voulus: readonly string[]): string | null {
    const jeton = this.jetons[this.place];
    if (jeton?.sorte !== 'signe' || !voulus.includes(jeton.signe)) return null;
    this.place += 1;
    return jeton.signe;
  }

  private comparaison(): Calcul {
    const gauche = this.somme();
    const compare = COMPARAISONS[this.signe(...Object.keys(COMPARAISONS)) ?? ''];
    if (!compare) return gauche;
    const droite = this.somme();
    return (lire) => compare(comparer(gauche(lire), droite(lire)));
  }

  private somme(): Calcul {
    let total = this.terme();
    for (let signe = this.signe('+', '-'); signe; signe = this.signe('+', '-')) {
      const [gauche, droite, sens] = [total, this.terme(), signe === '+' ? 1 : -1];
      total = (lire) => nombreDe(gauche(lire)) + sens * nombreDe(droite(lire));
    }
    return total;
  }

  private terme(): Calcul {
    if (this.signe('(')) {
      const dedans = this.comparaison();
      if (!this.signe(')')) throw new Error('Parenthèse ouverte');
      return dedans;
    }
    const jeton = this.jetons[this.place++];
    switch (jeton?.sorte) {
      case 'nombre':
      case 'texte':
        return () => jeton.valeur;
      case 'cellule':
        return (lire) => lire(jeton.rang, jeton.decalage);
      case 'fonction':
        return this.appel(jeton.nom);
      default:
        throw new Error('Règle coupée');
    }
  }

  private appel(nom: string): Calcul {
    const fonction = FONCTIONS[nom];
    if (!fonction || !this.signe('(')) throw new Error(`Fonction inconnue : ${nom}`);
    const args: Calcul[] = [];
    do args.push(this.comparaison());
    while (this.signe(','));
    if (!this.signe(')')) throw new Error('Parenthèse ouverte');
    return (lire) => fonction(...args.map((a) => a(lire)));
  }
}

/** @throws Error si la formule emploie autre chose. */
export function compilerRegle(formule: string): (lire: LireColonne) => boolean {
  const calcul = new Compilateur(decouper(formule)).tout();
  return (lire) => estVrai(calcul(lire));
}
