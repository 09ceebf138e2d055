import { trouverAffaire } from '../../../src/affaires/trouver-affaire';
import { DEVIS } from '../../../src/classeur/tables/devis';
import { planNouveau } from '../../../src/devis/nouveau';
import { referenceProvisoire } from '../../../src/devis/numerotation';
import type { ResultatDevis } from '../../../src/devis/plan-geste';
import { peut } from '../../../src/equipe/droits';
import { formatMontant } from '../../../src/messages/formats';
import { champ, champRequis } from '../../formulaire/champ';
import { phrases } from '../../formulaire/phrase';
import { formulaire } from '../formulaire';
import { adresseDe, affairesEnCours, personnes, referenceDe } from '../listes';
import { conclusion, element, lienVersAjout, resultat, suite } from '../vues';
import { vers } from './commun';

const c = DEVIS.colonnes;
const CHAMPS = {
  affaire: champRequis(c.affaire, { aide: 'Tapez le numéro, le client ou l’objet.' }),
  objet: champ(c.objet, { aide: 'Vide : celui de l’affaire.' }),
  montantHt: champ(c.montantHt, { aide: 'Peut attendre ; la soumission le demandera.' }),
  tauxTva: champ(c.tauxTva),
  marge: champ(c.marge),
  responsable: champ(c.responsable, { aide: 'Adresse e-mail. Vide : celui de l’affaire.' }),
};

const FAUTES = {
  AFFAIRE_INCONNUE: 'affaire',
  AFFAIRE_EN_DOUBLE: 'affaire',
  AFFAIRE_SANS_CLIENT: 'affaire',
  OBJET_MANQUANT: 'objet',
  MONTANT_NUL: 'montantHt',
  TAUX_TVA_INVALIDE: 'tauxTva',
  ADRESSE_INVALIDE: 'responsable',
} as const;

/** Un brouillon de devis, rattaché à son affaire. */
export const devisNouveau = formulaire<typeof CHAMPS, ResultatDevis>({
  action: 'devis.nouveau',
  titre: 'Nouveau devis',
  bouton: 'Créer le brouillon',
  journal: () => 'devis nouveau',
  champs: CHAMPS,
  rattacher: ({ code }) => (code in FAUTES ? FAUTES[code as keyof typeof FAUTES] : null),
  ouvrir({ snapshot, contexte }, cible) {
    const refus = peut(snapshot, contexte, 'creer');
    if (refus.length > 0) return resultat('perdu', phrases(refus));
    const affaire = cible === null ? null : trouverAffaire(snapshot, cible).affaire;
    return {
      intro: affaire ? [[affaire.client, affaire.objet].filter((t) => t).join(' · ')] : [],
      contenu: {
        affaire: { valeur: affaire?.numero ?? cible, suggestions: affairesEnCours(snapshot) },
        objet: { valeur: affaire?.objet ?? null },
        montantHt: { valeur: affaire?.montantEstime ?? null },
        tauxTva: { valeur: snapshot.parametres.tauxTva },
        responsable: {
          valeur: affaire?.responsable ?? null,
          suggestions: personnes(snapshot),
        },
      },
      annonce: `Le brouillon ${referenceProvisoire(snapshot)} sera créé. Son numéro lui sera attribué à la validation.`,
    };
  },
  decider: ({ snapshot, contexte }, valeurs) =>
    planNouveau(
      snapshot,
      {
        ...valeurs,
        affaire: referenceDe(valeurs.affaire),
        responsable: adresseDe(snapshot, valeurs.responsable),
      },
      contexte,
    ),
  conclure({ snapshot }, plan, { montantHt, affaire }) {
    const { numero } = plan.resultat;
    const montant = montantHt === null ? '' : `, ${formatMontant(montantHt)} HT`;
    const reference = referenceDe(affaire);
    return conclusion(plan, `Le devis ${numero} est prêt à relire${montant}.`, {
      elements: [element(numero, { detail: reference, lien: lienVersAjout(snapshot, 'devis') })],
      suites: [
        vers('soumettre', `${numero}-V1`),
        ...(trouverAffaire(snapshot, reference).affaire?.decision
          ? []
          : [suite('Go/NoGo…', 'affaire.gonogo', reference)]),
      ],
    });
  },
});
