import { enEuros } from '../../src/commun/montant';
import { listerAffaires } from '../../src/affaires/lister';
import { accord } from '../../src/messages/formats';
import type { Executer } from '../declaration';
import { responsableOption } from '../responsable-option';
import { dateOuTiret, montantOuTiret, TIRET } from '../rendu';

/** `suivi affaire lister`. */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const snapshot = await session.classeur().lire();
  const affaires = listerAffaires(snapshot, { responsable: responsableOption(args, snapshot) });
  const json = affaires.map((a) => ({
    ...a,
    montantEstime: a.montantEstime === null ? null : enEuros(a.montantEstime),
  }));
  sortie.rendre(json, () => {
    if (affaires.length > 0) {
      sortie.tableau(
        [
          { titre: 'N°' },
          { titre: 'Client', souple: 14 },
          { titre: 'Objet', souple: 18 },
          { titre: 'Étape' },
          { titre: 'Go/NoGo' },
          { titre: 'Estimé', aDroite: true },
          { titre: 'Signature' },
          { titre: 'Responsable', souple: 18 },
        ],
        affaires.map((a) => [
          a.numero ?? TIRET,
          a.client ?? TIRET,
          a.objet ?? TIRET,
          a.etape ?? TIRET,
          a.decision ?? TIRET,
          montantOuTiret(a.montantEstime),
          dateOuTiret(a.signaturePrevue),
          a.responsable ?? TIRET,
        ]),
      );
      sortie.ligne();
    }
    sortie.ligne(`${accord(affaires.length, 'affaire', 'affaires')}.`);
  });
  return 0;
};
