import { STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import { choisir } from '../../src/commun/choisir';
import { enEuros, somme } from '../../src/commun/montant';
import { accord, formatMontant } from '../../src/messages/formats';
import { listerDevis } from '../../src/devis/lister';
import type { Arguments, Executer } from '../declaration';
import { ErreurUsage } from '../arguments';
import { texteOption } from '../lire-options';
import { responsableOption } from '../responsable-option';
import { dateOuTiret, montantOuTiret, TIRET } from '../rendu';

const FILTRES = [...STATUTS_DEVIS, 'Expiré'] as const;

function statutOption(args: Arguments): (typeof FILTRES)[number] | null {
  const texte = texteOption(args, 'statut');
  if (texte === null) return null;
  const statut = choisir(FILTRES, texte);
  if (statut) return statut;
  throw new ErreurUsage([
    `--statut : « ${texte} » n’est pas un statut. Statuts : ${FILTRES.join(', ')}.`,
  ]);
}

/** `suivi devis lister` : une ligne par version. */
export const executer: Executer = async (args, session) => {
  const { sortie, contexte } = session;
  const snapshot = await session.classeur().lire();
  const devis = listerDevis(snapshot, contexte.aujourdHui, {
    statut: statutOption(args),
    responsable: responsableOption(args, snapshot),
  });
  const json = devis.map((d) => ({
    ...d,
    montantHt: d.montantHt === null ? null : enEuros(d.montantHt),
  }));
  sortie.rendre(json, () => {
    if (devis.length > 0) {
      sortie.tableau(
        [
          { titre: 'N°' },
          { titre: 'V', aDroite: true },
          { titre: 'Statut' },
          { titre: 'Client', souple: 14 },
          { titre: 'Montant HT', aDroite: true },
          { titre: 'Envoyé le' },
          { titre: 'Objet', souple: 18 },
          { titre: 'Responsable', souple: 18 },
        ],
        devis.map((d) => [
          d.numero ?? TIRET,
          String(d.version),
          d.expire ? 'Expiré' : (d.statut ?? TIRET),
          d.client ?? TIRET,
          montantOuTiret(d.montantHt),
          dateOuTiret(d.envoyeLe),
          d.objet ?? TIRET,
          d.responsable ?? TIRET,
        ]),
      );
      sortie.ligne();
    }
    const total = somme(devis.flatMap((d) => d.montantHt ?? []));
    sortie.ligne(`${accord(devis.length, 'devis', 'devis')}, ${formatMontant(total)} HT.`);
  });
  return 0;
};
