import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { probleme } from '../messages/probleme';
import type { ClientsCites } from './clients-cites';
import { empreinte, textesIllisibles } from './contenu';
import type { Existant } from './decider';
import type { Lecture, LigneLue } from './lire-lignes';
import { remarque } from './remarques';

/** Ce que deux états d'une même action, d'une même réponse ont en commun. */
const TRAITS: { readonly [K in TableEchangeable]?: readonly string[] } = {
  actions: ['date', 'type', 'client'],
  satisfaction: ['date', 'client'],
};

interface Restants {
  /** Contenu entier → lignes du classeur qui l'ont, pas encore reconnues. */
  readonly parContenu: Map<string, number[]>;
  readonly parTraits: Map<string, Set<number>>;
}

/** Les enregistrements sans identité : un contenu déjà présent n'est pas ajouté ; deux fois présent, deux fois reconnu. */
export class ContenusDejaLa {
  private restants: Restants | null = null;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly table: TableEchangeable,
    private readonly lecture: Lecture,
    private readonly clients: ClientsCites,
  ) {}

  /** Le classeur contient déjà cette ligne, mot pour mot. */
  reconnaitre(lue: LigneLue): boolean {
    const { parContenu, parTraits } = (this.restants ??= this.compter());
    if (parContenu.size === 0) return false;
    const ligne = parContenu.get(empreinte(this.lecture.cles, lue.valeurs))?.shift();
    if (ligne === undefined) return false;
    parTraits.get(this.traits(lue.valeurs))?.delete(ligne);
    return true;
  }

  /** Elle est créée à côté d'une autre qui lui ressemble : l'une est peut-être l'autre, corrigée. */
  direProche(lue: LigneLue): void {
    const { parTraits } = (this.restants ??= this.compter());
    if (parTraits.size === 0) return;
    const [proche] = parTraits.get(this.traits(lue.valeurs)) ?? [];
    if (proche === undefined) return;
    const traits = (TRAITS[this.table] ?? []).map((cle) => this.lecture.nomDe(cle));
    const p = probleme('IMPORT_LIGNE_PROCHE', { ligne: proche, traits });
    lue.anomalies.push(remarque(lue.ligne, '', '', p));
  }

  private compter(): Restants {
    const { snapshot, table, clients } = this;
    const illisible = textesIllisibles(snapshot, table);
    const parContenu = new Map<string, number[]>();
    const parTraits = new Map<string, Set<number>>();
    for (const e of snapshot.tables[table] as readonly Existant[]) {
      const client = typeof e['client'] === 'string' ? clients.retenir(e['client']) : null;
      const valeurs = { ...e, client };
      const contenu = empreinte(this.lecture.cles, valeurs, (c) => illisible(e.ligne, c));
      const memes = parContenu.get(contenu);
      if (memes) memes.push(e.ligne);
      else parContenu.set(contenu, [e.ligne]);
      const traits = this.traits(valeurs);
      if (traits !== '') parTraits.set(traits, (parTraits.get(traits) ?? new Set()).add(e.ligne));
    }
    return { parContenu, parTraits };
  }

  /** Vide s'il en manque un. */
  private traits(valeurs: Readonly<Record<string, unknown>>): string {
    const traits = (TRAITS[this.table] ?? []).map((cle) => valeurs[cle]);
    return traits.every((v) => typeof v === 'string') ? traits.join('\n') : '';
  }
}
