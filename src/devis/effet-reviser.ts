import { ajouter } from '../classeur/changements';
import { probleme } from '../messages/probleme';
import { modifierAffaire, type Effet } from './effets';
import { auDelaDuReglage } from './gardes';
import { montantTtc } from './ttc';

/**
 * Une nouvelle version naît en brouillon ; l'ancienne ne sera remplacée qu'à l'envoi de celle-ci
 * (S0-17, S0-19). Un montant nettement plus haut remet le Go de l'affaire en cause.
 */
export const reviser: Effet = (cas) => {
  const { devis, versions, affaire, contexte, options } = cas;
  const version = Math.max(...versions.map((v) => v.version ?? 1)) + 1;
  const montantHt = options.montantHt ?? devis.montantHt;
  const hausse = auDelaDuReglage(cas, devis.montantHt, montantHt);
  const go = affaire?.decision === 'Go' || affaire?.decision === 'Go sous conditions';
  const aRevoir = hausse !== null && go;
  return {
    version,
    changements: [
      ajouter('devis', {
        numero: devis.numero,
        version,
        affaire: devis.affaire,
        client: devis.client,
        objet: devis.objet,
        montantHt,
        tauxTva: devis.tauxTva,
        montantTtc: montantTtc(montantHt, devis.tauxTva),
        marge: montantHt === devis.montantHt ? devis.marge : null,
        auteur: contexte.utilisateur,
        responsable: devis.responsable,
        statut: 'Brouillon',
        creeLe: contexte.aujourdHui,
        envoyeA: devis.envoyeA,
      }),
      ...(aRevoir
        ? modifierAffaire(cas, { decision: 'À revoir', decidePar: null, decideLe: null })
        : []),
    ],
    problemes: aRevoir ? [probleme('GO_REMIS_EN_CAUSE', { affaire: affaire.numero, hausse })] : [],
  };
};
