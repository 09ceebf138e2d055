import type { Affaire } from '../../classeur/tables/affaires';
import type { Devis } from '../../classeur/tables/devis';
import { lienCellule } from '../../classeur/lien-cellule';
import { joursEntre, type DateCivile } from '../../commun/date-civile';
import { designer } from '../../devis/designation';
import { estExpire } from '../../devis/expire';
import type { Index } from '../index-commercial';
import { montantHtDe } from '../indicateurs/montant-devis';
import { estDe } from '../indicateur';
import { ouvertsDe } from '../indicateurs/portefeuille';
import { estPerdue } from '../probabilite';
import { parIndex } from '../memo';
import { alerte, type Veille } from './alerte';

const nommer = (d: Devis) => ({ numero: designer(d), client: d.client ?? '?' });

/** Un devis parti sans numéro n'est dans aucun chiffre : il ne doit pas disparaître en silence. */
export const devisSansNumero: Veille = ({ index, responsable }) =>
  index.sansNumero
    .filter((compte) => estDe(compte, { responsable }))
    .map(({ ligne: { ligne, numero, statut, client } }) => {
      const lien = lienCellule(index.snapshot, 'devis', ligne, 'numero');
      const args = { numero, client: client ?? '?', statut: statut ?? '' };
      return alerte('DEVIS_SANS_NUMERO', args, lien);
    });

export const devisExpires: Veille = ({ index, responsable }) =>
  ouvertsDe(index, { responsable }).flatMap(({ ligne: d }) =>
    d.validite !== null && estExpire(d, index.aujourdHui)
      ? [
          alerte(
            'DEVIS_EXPIRE',
            { ...nommer(d), validite: d.validite },
            lienCellule(index.snapshot, 'devis', d.ligne, 'validite'),
          ),
        ]
      : [],
  );

const aUnGo = (affaire: Affaire | null): boolean =>
  affaire?.decision === 'Go' || affaire?.decision === 'Go sous conditions';

export const goManquants: Veille = ({ index, responsable }) =>
  ouvertsDe(index, { responsable }).flatMap(({ ligne: d }) => {
    const affaire = index.affaire(d.affaire);
    if (aUnGo(affaire)) return [];
    const lien =
      affaire === null
        ? lienCellule(index.snapshot, 'devis', d.ligne, 'affaire')
        : lienCellule(index.snapshot, 'affaires', affaire.ligne, 'decision');
    return [alerte('GO_MANQUANT', { ...nommer(d), affaire: affaire?.numero ?? null }, lien)];
  });

/** Ce que Actions sait d'un devis ou d'une affaire : dernière action faite, prochaine prévue. */
const suites = parIndex(({ snapshot, aujourdHui }: Index) => {
  const parObjet = new Map<string, { derniere: DateCivile | null; prevue: boolean }>();
  for (const a of snapshot.tables.actions) {
    const prevue = a.fait !== true && a.echeance !== null && a.echeance >= aujourdHui;
    for (const objet of [a.devis, a.affaire]) {
      if (objet === null) continue;
      const deja = parObjet.get(objet) ?? { derniere: null, prevue: false };
      if (a.date !== null && (deja.derniere === null || a.date > deja.derniere)) {
        deja.derniere = a.date;
      }
      deja.prevue ||= prevue;
      parObjet.set(objet, deja);
    }
  }
  return parObjet;
});

/** Envoyé, sans rien de prévu, et plus rien depuis le délai réglé (`joursSansAction`). */
export const devisSansSuite: Veille = ({ index, responsable }) =>
  ouvertsDe(index, { responsable }).flatMap(({ ligne: d }) => {
    if (d.statut !== 'Envoyé') return [];
    const connues = [d.numero, designer(d), d.affaire].flatMap((objet) => {
      const suite = objet === null ? undefined : suites(index).get(objet);
      return suite ? [suite] : [];
    });
    const attendu = (jour: DateCivile | null): boolean => jour !== null && jour >= index.aujourdHui;
    if (attendu(d.prochaineRelance) || attendu(d.pasDeRelanceAvant)) return [];
    if (connues.some((s) => s.prevue)) return [];
    const dernier = [d.envoyeLe, d.derniereRelance, ...connues.map((s) => s.derniere)]
      .filter((jour) => jour !== null)
      .sort()
      .pop();
    if (dernier === undefined) return [];
    const jours = joursEntre(dernier, index.aujourdHui);
    if (jours <= index.snapshot.parametres.joursSansAction) return [];
    return [
      alerte(
        'DEVIS_SANS_SUITE_PREVUE',
        { ...nommer(d), jours },
        lienCellule(index.snapshot, 'devis', d.ligne, 'prochaineRelance'),
      ),
    ];
  });

/** Une date prévue passée est une faute de donnée, pas un revenu. */
export const signaturesPassees: Veille = ({ index, responsable }) =>
  ouvertsDe(index, { responsable }).flatMap(({ ligne: d }) => {
    const affaire = index.affaire(d.affaire);
    const prevue = affaire?.signaturePrevue ?? null;
    if (affaire === null || prevue === null || prevue >= index.aujourdHui || estPerdue(affaire)) {
      return [];
    }
    const lien = lienCellule(index.snapshot, 'affaires', affaire.ligne, 'signaturePrevue');
    return [alerte('SIGNATURE_PREVUE_PASSEE', { ...nommer(d), prevue }, lien)];
  });

/** Une seule alerte pour tous : sans date prévue, ces devis ne sont dans aucune prévision. */
export const signaturesNonPrevues: Veille = ({ index, responsable }) => {
  const sansDate = ouvertsDe(index, { responsable }).filter(({ ligne: d }) => {
    const affaire = index.affaire(d.affaire);
    return affaire === null || (affaire.signaturePrevue === null && !estPerdue(affaire));
  });
  const [premier] = sansDate;
  if (!premier) return [];
  const affaire = index.affaire(premier.ligne.affaire);
  const lien =
    affaire === null
      ? lienCellule(index.snapshot, 'devis', premier.ligne.ligne, 'affaire')
      : lienCellule(index.snapshot, 'affaires', affaire.ligne, 'signaturePrevue');
  return [
    alerte(
      'SIGNATURE_NON_PREVUE',
      { nombre: sansDate.length, montantHt: montantHtDe(sansDate) },
      lien,
    ),
  ];
};
