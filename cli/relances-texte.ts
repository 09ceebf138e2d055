import { grouperPar } from '../src/commun/grouper';
import type { EtapeDue } from '../src/factures/plan-echeancier';
import { accord } from '../src/messages/formats';
import type { ResultatDuJour } from '../src/relances/plan-du-jour';
import { montantOuTiret, TIRET } from './rendu';
import type { Session } from './session';

const FACTURES_MONTREES = 10;

/** Une raison commune (un modèle à corriger) est dite une fois, après les devis qu'elle arrête. */
function refus(refusees: ResultatDuJour['refusees']): string[] {
  return grouperPar(refusees, (r) => r.message).map((memes) => {
    const [{ message }] = memes;
    const devis = memes.map((r) => r.devis);
    return devis.every((d) => message.includes(d)) ? message : `${devis.join(', ')} : ${message}`;
  });
}

/** Les brouillons préparés, les relances écartées et pourquoi. `ou` : où les lire, s'ils sont posés. */
export function montrerRelances({ sortie }: Session, r: ResultatDuJour, ou: string | null): void {
  const { brouillons, refusees } = r;
  if (brouillons.length > 0) {
    sortie.tableau(
      [
        { titre: 'Devis' },
        { titre: 'Relance', aDroite: true },
        { titre: 'À', souple: 18 },
        { titre: 'Objet', souple: 18 },
      ],
      brouillons.map((b) => [b.devis, String(b.rang), b.destinataire, b.objet]),
    );
  }
  for (const ligne of refus(refusees)) sortie.ligne(sortie.attention(ligne));
  if (r.dues > 0) sortie.ligne();
  sortie.succes(
    `${accord(r.dues, 'relance due', 'relances dues')} : ${accord(brouillons.length, 'brouillon prêt', 'brouillons prêts')}, ${accord(refusees.length, 'écartée', 'écartées')}.`,
  );
  if (ou !== null) sortie.ligne(ou);
  for (const memes of grouperPar(r.enAttente, (a) => a.boite)) {
    const [{ boite }] = memes;
    sortie.ligne(
      sortie.attention(
        `${accord(memes.length, 'brouillon attend encore son', 'brouillons attendent encore leur')} dépôt dans Gmail${boite ? ` (${boite})` : ''} : « suivi relances --gmail » depuis ce compte.`,
      ),
    );
  }
}

/** Les étapes de règlement dont le jour est venu : appels, courriers, dossiers à transmettre. */
export function montrerFactures({ sortie }: Session, dues: readonly EtapeDue[]): void {
  if (dues.length === 0) return;
  sortie.ligne();
  sortie.titre(`${accord(dues.length, 'facture', 'factures')} à suivre :`);
  sortie.tableau(
    [
      { titre: 'Facture' },
      { titre: 'Client', souple: 14 },
      { titre: 'À faire', souple: 18 },
      { titre: 'Retard', aDroite: true },
      { titre: 'Reste dû', aDroite: true },
    ],
    dues
      .slice(0, FACTURES_MONTREES)
      .map((f) => [
        f.numero,
        f.client ?? TIRET,
        f.etape,
        f.joursRetard === 0 ? TIRET : accord(f.joursRetard, 'jour', 'jours'),
        montantOuTiret(f.resteDuTtc),
      ]),
  );
  const reste = dues.length - FACTURES_MONTREES;
  if (reste > 0) {
    sortie.ligne(`… et ${accord(reste, 'autre', 'autres')} (onglet « Factures », « À faire le »).`);
  }
}
