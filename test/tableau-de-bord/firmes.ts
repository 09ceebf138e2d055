import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { Hasard } from '../../sheets-templates/exemple/hasard';
import { VENDEURS } from '../../sheets-templates/exemple/personnes';
import { ajouterMois, moisDe, type DateCivile } from '../../src/commun/date-civile';
import { centimes } from '../../src/commun/montant';
import type { Contenu } from '../support/classeur-en-memoire';
import { jour } from '../support/valeurs';
import type { Essai } from './accord';
import { versReglages } from './firme';

type Firme = ReturnType<typeof lignesExemple>;
type Changer = (firme: Firme, hasard: Hasard) => Contenu;

/** Ce que l'on fait subir à la firme d'exemple : un cas difficile chacun. */
const CAS: Readonly<Record<string, Changer>> = {
  'telle quelle': (f) => f,
  'des mois vides': (f, h) => {
    const vide = new Set(['01', '04', '08'].concat(h.chance(0.5) ? ['11'] : []));
    const plein = (d: DateCivile | null | undefined): boolean => !d || !vide.has(d.slice(5, 7));
    return {
      ...f,
      devis: f.devis.filter((d) => plein(d.premierEnvoi) && plein(d.decideLe)),
      factures: f.factures.filter((x) => plein(x.emiseLe) && plein(x.payeLe)),
      satisfaction: f.satisfaction.filter((x) => plein(x.date)),
    };
  },
  'un seul devis': (f) => ({ ...f, devis: f.devis.slice(0, 1), factures: [], satisfaction: [] }),
  'tout est perdu': (f) => ({
    ...f,
    devis: f.devis.map((d) =>
      d.statut === 'Signé' ? Object.assign({}, d, { statut: 'Refusé' as const }) : d,
    ),
  }),
  // Une version 2 partie sans que la première soit remplacée : une faute, que la chaîne absorbe.
  'deux versions parties': (f, h) => ({
    ...f,
    devis: f.devis.map((d) =>
      d.statut === 'Remplacé' && h.chance(0.6)
        ? Object.assign({}, d, {
            statut: h.chance(0.5) ? ('Envoyé' as const) : ('Refusé' as const),
          })
        : d,
    ),
  }),
  'premier envoi non repris': (f) => ({
    ...f,
    devis: f.devis.map((d) => Object.assign({}, d, { premierEnvoi: null })),
  }),
  'des avoirs': (f, h) => ({
    ...f,
    factures: f.factures.map((x) => {
      if (!h.chance(0.3)) return x;
      const signe = h.chance(0.5) ? -1 : 1;
      const montantHt = centimes(signe * (x.montantHt ?? 0));
      return Object.assign({}, x, { type: 'Avoir' as const, montantHt });
    }),
  }),
  'sans responsable': (f, h) => ({
    ...f,
    devis: f.devis.map((d) =>
      Object.assign(
        {},
        d,
        h.chance(0.4) ? { responsable: null } : {},
        h.chance(0.2) ? { affaire: null } : {},
      ),
    ),
    affaires: f.affaires.map((a) =>
      Object.assign({}, a, h.chance(0.3) ? { responsable: null } : {}),
    ),
  }),
  'en désordre': (f, h) => ({
    ...f,
    devis: h.melanger(f.devis),
    affaires: h.melanger(f.affaires),
    factures: h.melanger(f.factures),
    actions: h.melanger(f.actions),
    clients: h.melanger(f.clients),
  }),
  'réglages et probabilités': (f, h) => ({
    ...f,
    affaires: f.affaires.map((a) =>
      Object.assign({}, a, h.chance(0.4) ? { probabilite: h.entier(0, 100) / 100 } : {}),
    ),
    parametres: versReglages({
      seuilSatisfaction: 8.5,
      casPourTauxPropre: 1000,
      probabiliteEnvoye: 0.45,
      probabiliteBrouillon: 0.15,
    }),
  }),
  // Ce que des mains laissent : des lignes vides, une version reprise à l'envers, des montants effacés.
  'des mains pressées': (f, h) => ({
    ...f,
    affaires: f.affaires.flatMap((a, i) => (i % 5 === 0 ? [{}, a] : [a])),
    clients: f.clients.flatMap((c, i) => (i % 5 === 0 ? [c, {}, {}] : [c])),
    devis: f.devis.map((d) =>
      d.statut === 'Remplacé' && h.chance(0.7)
        ? Object.assign({}, d, {
            statut: h.chance(0.5) ? ('Validé' as const) : ('Brouillon' as const),
          })
        : d,
    ),
    factures: f.factures.map((x) =>
      h.chance(0.3) ? Object.assign({}, x, { montantTtc: null }) : x,
    ),
  }),
};

/** Le jour du regard : un 29 février, un premier de l'an, une fin d'année, des jours quelconques. */
const JOURS = ['2028-02-29', '2027-01-01', '2026-12-31', '2026-03-31', '2026-11-26'].map(jour);

const moisVus = (fin: DateCivile, combien: number, h: Hasard): string[] =>
  combien >= 18
    ? Array.from({ length: 18 }, (_, i) => ajouterMois(moisDe(fin), -i))
    : h
        .melanger(Array.from({ length: 18 }, (_, i) => ajouterMois(moisDe(fin), -i)))
        .slice(0, combien);

/** Des firmes au hasard : la même graine donne la même. `mois` : combien en regarder, par personne. */
export function firmes(combien: number, mois: number): Essai[] {
  const noms = Object.keys(CAS);
  return Array.from({ length: combien }, (_, i) => {
    const nom = noms[i % noms.length] ?? '';
    const aujourdHui = JOURS[i % JOURS.length] ?? jour('2026-11-26');
    const hasard = new Hasard(1000 + i);
    const contenu = CAS[nom]?.(lignesExemple(aujourdHui, 3000 + i), hasard) ?? {};
    return {
      nom: `${i + 1}. ${nom}, le ${aujourdHui}`,
      contenu,
      aujourdHui,
      cas: moisVus(aujourdHui, mois, hasard).flatMap((m) =>
        [null, ...VENDEURS].map((responsable) => ({ mois: m as never, responsable })),
      ),
    };
  });
}
