import { enEuros } from '../../src/commun/montant';
import { accord, formatMontant } from '../../src/messages/formats';
import { somme } from '../../src/commun/montant';
import { listerDevis } from '../../src/devis/lister-devis';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { dateOuTiret, montantOuTiret, TIRET } from '../rendu';

/** `suivi devis lister` : une ligne par version. */
export const executer: Executer = async (args, session) => {
  const { sortie, contexte } = session;
  const snapshot = await session.classeur().lire();
  const devis = listerDevis(snapshot, contexte.aujourdHui, {
    statut: texteOption(args, 'statut'),
    responsable: texteOption(args, 'responsable'),
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
          { titre: 'Client', souple: true },
          { titre: 'Montant HT', aDroite: true },
          { titre: 'Envoyé le' },
          { titre: 'Objet', souple: true },
          { titre: 'Responsable', souple: true },
        ],
        devis.map((d) => [
          d.numero,
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
