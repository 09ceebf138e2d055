import { planActionNouvelle, type ResultatAction } from '../../src/actions/nouvelle';
import { trouverSujet, type SujetDit } from '../../src/actions/trouver-sujet';
import { ACTIONS } from '../../src/classeur/tables/actions';
import { STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import { designer } from '../../src/devis/designation';
import { peut } from '../../src/equipe/droits';
import { formatDate } from '../../src/messages/formats';
import { champ, champRequis } from '../formulaire/champ';
import { lireDuree } from '../formulaire/lecteurs';
import { phrases } from '../formulaire/phrase';
import { formulaire } from './formulaire';
import { affairesEnCours, devisEnEtat, organisations, referenceDe } from './listes';
import { conclusion, element, lienVers, lienVersAjout, resultat, suite } from './vues';

const c = ACTIONS.colonnes;
const CHAMPS = {
  date: champRequis(c.date, { aide: 'Par exemple 12/3, hier, demain.' }),
  type: champRequis(c.type),
  client: champ(c.client),
  affaire: champ(c.affaire, { aide: 'Tapez le numéro, le client ou l’objet.' }),
  devis: champ(c.devis, { aide: 'Il donne son affaire et son client.' }),
  duree: champ(c.duree, {
    libelle: 'Durée',
    aide: 'Par exemple 1h30, 45 min ou 1,5.',
    lire: lireDuree,
  }),
  compteRendu: champ(c.compteRendu),
  suite: champ(c.suite),
  echeance: champ(c.echeance, { aide: 'Pour quand la suite est prévue.' }),
  fait: champRequis(c.fait, { aide: 'Non : l’action est seulement prévue.' }),
};

const FAUTES = {
  ACTION_CLIENT_INCONNU: 'client',
  ACTION_CLIENT_DIFFERENT: 'client',
  ACTION_AFFAIRE_DIFFERENTE: 'affaire',
  AFFAIRE_INCONNUE: 'affaire',
  AFFAIRE_EN_DOUBLE: 'affaire',
  DEVIS_INCONNU: 'devis',
  DEVIS_EN_DOUBLE: 'devis',
  VERSION_INCONNUE: 'devis',
  ACTION_PAS_ENCORE_FAITE: 'fait',
  ACTION_ECHEANCE_AVANT: 'echeance',
} as const;

/** `devis:DEV-2026-0042-V1`, `affaire:AFF-…`, `client:…` : ce dont la ligne sélectionnée parle. */
function sujetDe(cible: string | null): SujetDit {
  const m = /^(devis|affaire|client):(.+)$/s.exec(cible ?? '');
  return m?.[1] ? { [m[1]]: m[2] } : {};
}

/** Un appel, une visite, une réunion (S0-5, S3-14). */
export const actionNouvelle = formulaire<typeof CHAMPS, ResultatAction>({
  action: 'action.nouvelle',
  titre: 'Action commerciale',
  bouton: 'Noter l’action',
  journal: () => 'action nouvelle',
  champs: CHAMPS,
  rattacher: ({ code }) => (code in FAUTES ? FAUTES[code as keyof typeof FAUTES] : null),
  ouvrir({ snapshot, contexte }, cible) {
    const refus = peut(snapshot, contexte, 'action');
    if (refus.length > 0) return resultat('perdu', phrases(refus));
    const { client, affaire, devis } = trouverSujet(snapshot, sujetDe(cible)).sujet;
    return {
      contenu: {
        date: { valeur: contexte.aujourdHui },
        client: {
          valeur: client?.organisation ?? devis?.client ?? affaire?.client ?? null,
          suggestions: organisations(snapshot),
        },
        affaire: { valeur: affaire?.numero ?? null, suggestions: affairesEnCours(snapshot) },
        devis: {
          valeur: devis && designer(devis),
          suggestions: devisEnEtat(
            snapshot,
            STATUTS_DEVIS.filter((s) => s !== 'Annulé' && s !== 'Remplacé'),
          ),
        },
        fait: { valeur: true },
      },
      annonce: 'Une ligne sera ajoutée à l’onglet « Actions », à votre nom.',
    };
  },
  decider: ({ snapshot, contexte }, valeurs) =>
    planActionNouvelle(
      snapshot,
      { ...valeurs, affaire: referenceDe(valeurs.affaire), devis: referenceDe(valeurs.devis) },
      contexte,
    ),
  conclure({ snapshot }, plan, { fait, echeance }) {
    const { type, date, client, affaire, devis } = plan.resultat;
    const vu = plan.changements.find((x) => x.type === 'modifier' && x.table === 'clients');
    const rappel = echeance === null ? '' : ` Suite attendue le ${formatDate(echeance)}.`;
    const dit = `${fait ? 'Noté' : 'Prévu'} : ${type.toLowerCase()} du ${formatDate(date)}.`;
    return conclusion(plan, dit + rappel, {
      elements: [
        element(type, {
          detail: [client, affaire, devis].filter((t) => t).join(' · '),
          lien: lienVersAjout(snapshot, 'actions'),
        }),
        ...(vu?.type === 'modifier'
          ? [
              element(vu.nom, {
                detail: `Dernier contact : ${formatDate(date)}`,
                lien: lienVers('clients', vu.ligne),
              }),
            ]
          : []),
      ],
      suites: [suite('Noter une autre action…', 'action.nouvelle')],
    });
  },
});
