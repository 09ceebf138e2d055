import { comptesDesAlertes } from '../../sheets-templates/tableau/chiffres-alertes';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { colonnesDesPersonnes, PLAGES_LUES } from './plages-lues';
import { pageTableau } from '../../sheets-templates/tableau/page';
import { lettreColonne } from '../../src/classeur/source';
import { versSerie, premierJour, type DateCivile, type Mois } from '../../src/commun/date-civile';
import type { Snapshot } from '../../src/classeur/snapshot';
import { SATISFACTION, THEMES } from '../../src/classeur/tables/satisfaction';
import { indexer, type Index } from '../../src/tableau-de-bord/index-commercial';
import { tableauDe, type Tableau } from '../../src/tableau-de-bord/calculer-tableau';
import { snapshotDe, type Contenu } from '../support/classeur-en-memoire';
import { recalculer, type Calcul, type Recalcul } from '../support/recalculer';

export interface Cas {
  readonly mois: Mois;
  readonly responsable: string | null;
}

/** Écrit un classeur dans ce dossier, et rend son chemin. */
export const ecrireDans =
  (dossier: string) =>
  (nom: string, octets: Uint8Array): string => {
    const chemin = join(dossier, `${nom}.xlsx`);
    writeFileSync(chemin, octets);
    return chemin;
  };

/** Une firme, le jour où on la regarde, et les choix à essayer. */
export interface Essai {
  readonly nom: string;
  readonly contenu: Contenu;
  readonly aujourdHui: DateCivile;
  readonly cas: readonly Cas[];
}

type Valeur = number | string;
const RIEN = '–';
const euros = (c: number | null): Valeur => (c === null ? RIEN : c / 100);
const ouRien = (n: number | null | undefined): Valeur => n ?? RIEN;

/** Ce que la page doit montrer, d'après TypeScript : par nom, sans son préfixe. */
function attendus(t: Tableau): Map<string, Valeur> {
  const a = new Map<string, Valeur>();
  const transfo = t.tauxTransformation;
  a.set('devisEmis_nombre', t.devisEmis.nombre);
  a.set('devisEmis_montantHt', euros(t.devisEmis.montantHt));
  a.set('devisSignes_nombre', t.devisSignes.nombre);
  a.set('devisSignes_montantHt', euros(t.devisSignes.montantHt));
  a.set('tauxTransformation_cohorte_taux', ouRien(transfo.cohorte.taux));
  a.set('tauxTransformation_cohorte_n', transfo.cohorte.n);
  a.set('tauxTransformation_cohorte_ouverts', transfo.cohorte.ouverts);
  a.set('tauxTransformation_decides_taux', ouRien(transfo.decides.taux));
  a.set('tauxTransformation_decides_n', transfo.decides.n);
  a.set('tauxTransformation_montant_taux', ouRien(transfo.montant.taux));
  a.set('caFactureHt', euros(t.caFactureHt));
  a.set('encaisseTtc', euros(t.encaisseTtc));
  a.set('satisfaction_taux', ouRien(t.satisfaction.taux));
  a.set('satisfaction_moyenne', ouRien(t.satisfaction.moyenne));
  a.set('satisfaction_nps', ouRien(t.satisfaction.nps));
  a.set('satisfaction_n', t.satisfaction.n);
  a.set('delaiDecisionJours_signes', ouRien(t.delaiDecisionJours.signes));
  a.set('delaiDecisionJours_refuses', ouRien(t.delaiDecisionJours.refuses));
  a.set('portefeuille_nombre', t.portefeuille.nombre);
  a.set('portefeuille_montantHt', euros(t.portefeuille.montantHt));
  a.set('portefeuille_pondereHt', euros(t.portefeuille.pondereHt));
  a.set('portefeuille_expirantSous7Jours', t.portefeuille.expirantSous7Jours);
  for (const p of t.previsions) {
    for (const s of ['pessimisteHt', 'pondereHt', 'optimisteHt'] as const) {
      a.set(`previsions_${p.horizonMois}_${s}`, euros(p[s]));
    }
  }
  for (const o of t.objectifs) {
    const dire = o.unite === 'montant' ? euros : ouRien;
    for (const cle of [
      'objectif',
      'realise',
      'ecart',
      'moisPrecedent',
      'anPrecedent',
      'cumulAnnuel',
    ] as const) {
      a.set(`objectifs_${o.indicateur}_${cle}`, dire(o[cle]));
    }
    a.set(`objectifs_${o.indicateur}_atteinte`, ouRien(o.atteinte));
    a.set(`objectifs_${o.indicateur}_moisDeSuiteEnRetard`, o.moisDeSuiteEnRetard);
    a.set(`objectifs_${o.indicateur}_nature`, o.nature ?? RIEN);
  }
  t.portefeuilleParAge.forEach((age, i) => {
    a.set(`portefeuilleParAge_${i}_nombre`, age.nombre);
    a.set(`portefeuilleParAge_${i}_montantHt`, euros(age.montantHt));
  });
  for (const m of t.entonnoir.marches) {
    a.set(`entonnoir_${m.etape}_clients`, m.clients);
    if (m.etape === 'contactes') continue;
    a.set(`entonnoir_${m.etape}_tauxEtape`, ouRien(m.tauxEtape));
    a.set(`entonnoir_${m.etape}_tauxTotal`, ouRien(m.tauxTotal));
  }
  a.set('entonnoir_montantSigneHt', euros(t.entonnoir.montantSigneHt));
  for (const theme of THEMES) {
    const part = t.satisfactionDetaillee.parTheme.find(
      (p) => p.libelle === SATISFACTION.colonnes[theme].entete,
    );
    const chemin = `satisfactionDetaillee_parTheme_${theme}`;
    a.set(`${chemin}_n`, part?.n ?? 0);
    a.set(`${chemin}_taux`, ouRien(part?.taux));
    a.set(`${chemin}_moyenne`, ouRien(part?.moyenne));
  }
  for (let i = 0; i < 5; i++) {
    const c = t.plusBeauxContrats[i];
    a.set(`plusBeauxContrats_${i}_montantHt`, c ? c.montantHt / 100 : '');
  }
  const m = t.modeleInverse;
  a.set('modeleInverse_resteHt', euros(m.resteHt));
  for (const cle of ['signatures', 'devis', 'rendezVous', 'appels'] as const) {
    a.set(`modeleInverse_${cle}`, ouRien(m[cle]));
  }
  for (const [cle, nombre] of comptesDesAlertes(t.alertes)) a.set(`alertes_${cle}`, nombre);
  for (const p of t.motifsDePerte) {
    a.set(`motif ${p.motif ?? 'Motif non dit'} nombre`, p.nombre);
    a.set(`motif ${p.motif ?? 'Motif non dit'} montant`, p.montantHt / 100);
  }
  for (const s of t.satisfactionDetaillee.parSegment) {
    a.set(`segment ${s.libelle} n`, s.n);
    a.set(`segment ${s.libelle} taux`, ouRien(s.taux));
  }
  return a;
}

/** Chacun, d'après TypeScript : les figures du bloc « Qui porte quoi ». */
function attendusDeChacun(t: Tableau, lus: ReadonlyMap<string, Valeur>): Map<string, Valeur> {
  const a = new Map<string, Valeur>();
  for (const r of t.parResponsable) {
    const qui = r.responsable ?? 'Sans responsable';
    // Hors de l'équipe, on est dans « Autres ».
    if (!lus.has(`${qui} emis`)) continue;
    a.set(`${qui} emis`, r.devisEmis.nombre);
    a.set(`${qui} signes`, r.devisSignes.nombre);
    a.set(`${qui} signeHt`, r.devisSignes.montantHt / 100);
    a.set(`${qui} factureHt`, r.caFactureHt / 100);
    a.set(`${qui} portefeuilleHt`, r.portefeuille.montantHt / 100);
    a.set(`${qui} objectifHt`, r.objectifCaSigneHt === null ? '' : r.objectifCaSigneHt / 100);
  }
  return a;
}

/** Le classeur d'une firme, « aujourd'hui » fixé : `AUJOURDHUI()` n'y est plus qu'un jour. */
export async function classeurDe(contenu: Contenu, aujourdHui: DateCivile): Promise<Uint8Array> {
  const parties = unzipSync(await creerModele(contenu));
  let fixes = 0;
  for (const [nom, octets] of Object.entries(parties)) {
    if (!/worksheets\/sheet\d+\.xml$/.test(nom)) continue;
    const xml = strFromU8(octets);
    const fixe = xml.replace(/(<c r="J3"[^>]*>)<f>TODAY\(\)<\/f>/, (_, cellule: string) => {
      fixes += 1;
      return `${cellule}<v>${versSerie(aujourdHui)}</v>`;
    });
    if (fixe !== xml) parties[nom] = strToU8(fixe);
  }
  if (fixes !== 1) throw new Error(`Aujourd’hui introuvable (${fixes})`);
  return zipSync(parties, { level: 1 });
}

function choix(nom: string): string {
  const cellule = pageTableau().cellules.find((c) => c.nom === nom);
  if (!cellule) throw new Error(`Choix introuvable : ${nom}`);
  return `Tableau de bord!${lettreColonne(cellule.colonne - 1)}${cellule.ligne}`;
}
const [MOIS, QUI] = [choix('TB_mois'), choix('TB_responsable')];

export const calculDe = ({ mois, responsable }: Cas): Calcul => ({
  saisies: [
    { cellule: MOIS, valeur: versSerie(premierJour(mois)) },
    { cellule: QUI, valeur: responsable ?? '' },
  ],
  plages: PLAGES_LUES,
});

/** Les chiffres relus d'un calcul, par nom. */
function lus([chiffres, personnes, motifs, segments]: readonly (string | number)[][][]): {
  chiffres: Map<string, Valeur>;
  chacun: Map<string, Valeur>;
} {
  const tout = new Map<string, Valeur>();
  for (const [nom, , valeur] of chiffres ?? []) {
    if (typeof nom === 'string' && nom.startsWith('TB_')) tout.set(nom.slice(3), valeur ?? '');
  }
  for (const [motif, nombre, montant] of motifs ?? []) {
    if (nombre === 0 || nombre === undefined) continue;
    tout.set(`motif ${motif} nombre`, nombre);
    tout.set(`motif ${motif} montant`, montant ?? '');
  }
  for (const [segment, n, taux] of segments ?? []) {
    if (segment === '' || n === 0 || n === undefined) continue;
    tout.set(`segment ${segment} n`, n);
    tout.set(`segment ${segment} taux`, taux ?? '');
  }
  const chacun = new Map<string, Valeur>();
  for (const ligne of personnes ?? []) {
    if (ligne[0] === '') continue;
    colonnesDesPersonnes.forEach((cle, i) => {
      if (i > 1) chacun.set(`${ligne[0]} ${cle}`, ligne[i] ?? '');
    });
  }
  return { chiffres: tout, chacun };
}

const proches = (a: Valeur | undefined, b: Valeur): boolean => {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  // Au centime pour un montant ; à 1e-9 pour un taux : les deux suffisent à la même règle relative.
  return Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-12);
};

/** Les désaccords, en clair ; aucun si tout concorde. */
function comparer(
  titre: string,
  obtenus: ReadonlyMap<string, Valeur>,
  voulus: ReadonlyMap<string, Valeur>,
): string[] {
  return [...voulus].flatMap(([nom, voulu]) =>
    proches(obtenus.get(nom), voulu)
      ? []
      : [`${titre}, ${nom} : le tableur dit ${obtenus.get(nom)}, TypeScript ${voulu}`],
  );
}

export function desaccords(essai: Essai, recalcul: Recalcul): string[] {
  const snapshot: Snapshot = snapshotDe(essai.contenu);
  const index: Index = indexer(snapshot, essai.aujourdHui);
  return essai.cas.flatMap((cas, i) => {
    const { chiffres, chacun } = lus(recalcul.lus[i] ?? []);
    const titre = `${essai.nom}, ${cas.mois}, ${cas.responsable ?? 'tous'}`;
    const t = tableauDe(index, cas.mois, cas.responsable);
    return [
      ...comparer(titre, chiffres, attendus(t)),
      ...(cas.responsable === null ? comparer(titre, chacun, attendusDeChacun(t, chacun)) : []),
    ];
  });
}

/** Écrit, recalcule et compare ; rend les désaccords. */
export async function verifier(dossier: string, essais: readonly Essai[]): Promise<string[]> {
  const ecrire = ecrireDans(dossier);
  const classeurs = [];
  for (const [i, essai] of essais.entries()) {
    const chemin = ecrire(`firme-${i}`, await classeurDe(essai.contenu, essai.aujourdHui));
    classeurs.push({ chemin, calculs: essai.cas.map(calculDe) });
  }
  const recalculs = recalculer(dossier, classeurs);
  return essais.flatMap((essai, i) => {
    const recalcul = recalculs[i];
    return recalcul ? desaccords(essai, recalcul) : [`${essai.nom} : pas de recalcul`];
  });
}

/** Les chiffres qui diffèrent d'un calcul au suivant, ou d'une firme à l'autre : nom → valeurs. */
export function changements(avant: Recalcul | Essai, apres?: Essai): Map<string, string> {
  const deTypeScript = ({ contenu, aujourdHui, cas: [cas] }: Essai): Map<string, Valeur> => {
    if (!cas) throw new Error('Aucun cas');
    return attendus(tableauDe(indexer(snapshotDe(contenu), aujourdHui), cas.mois, cas.responsable));
  };
  const [a, b] =
    'lus' in avant
      ? [lus(avant.lus[0] ?? []).chiffres, lus(avant.lus[1] ?? []).chiffres]
      : [deTypeScript(avant), deTypeScript(apres ?? avant)];
  return new Map(
    [...b].flatMap(([nom, valeur]) => {
      const ancienne = a.get(nom) ?? '';
      return proches(ancienne, valeur)
        ? []
        : [[nom, `${arrondir(ancienne)} → ${arrondir(valeur)}`] as const];
    }),
  );
}

const arrondir = (v: Valeur): Valeur => (typeof v === 'number' ? Number(v.toPrecision(10)) : v);
