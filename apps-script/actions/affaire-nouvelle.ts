import { planAffaireNouvelle, type ResultatAffaire } from '../../src/affaires/nouvelle';
import { AFFAIRES } from '../../src/classeur/tables/affaires';
import type { Probleme } from '../../src/messages/probleme';
import { champ, champRequis } from '../formulaire/champ';
import type { Monde } from './action';
import { empechements, formulaire } from './formulaire';
import { adresseDe, organisations, personnes } from './listes';
import { conclusion, element, lienVersAjout, resultat, suite } from './vues';
import { phrases } from '../formulaire/phrase';

const { client, objet, besoin, origine, responsable, montantEstime } = AFFAIRES.colonnes;

const CHAMPS = {
  client: champRequis(client, { aide: 'Un client connu, ou un nouveau : il sera créé.' }),
  objet: champRequis(objet, { aide: 'Ce qui est demandé, en quelques mots.' }),
  besoin: champ(besoin),
  origine: champ(origine),
  responsable: champ(responsable, { aide: 'Adresse e-mail. Vide : vous.' }),
  montantEstime: champ(montantEstime),
};

const FAUTES = {
  AFFAIRE_SANS_CLIENT: 'client',
  AFFAIRE_SANS_OBJET: 'objet',
  ORIGINE_INVALIDE: 'origine',
  ADRESSE_INVALIDE: 'responsable',
  MONTANT_ESTIME_NEGATIF: 'montantEstime',
} as const;

const rattacher = ({ code }: Probleme) =>
  code in FAUTES ? FAUTES[code as keyof typeof FAUTES] : null;

/** Le numéro que porterait une affaire ; `null` s'il dépend du client. */
function numeroPrevu({ snapshot, contexte }: Monde): string | null {
  const numeros = ['A', 'B'].map(
    (nom) => planAffaireNouvelle(snapshot, { client: nom, objet: nom }, contexte).resultat.numero,
  );
  return numeros[0] === numeros[1] ? (numeros[0] ?? null) : null;
}

/** Une demande arrive (S0-1) : moins d'une minute pour la noter. */
export const affaireNouvelle = formulaire<typeof CHAMPS, ResultatAffaire>({
  action: 'affaire.nouvelle',
  titre: 'Nouvelle affaire',
  bouton: 'Ouvrir l’affaire',
  journal: () => 'affaire nouvelle',
  champs: CHAMPS,
  rattacher,
  ouvrir(monde, cible) {
    const { snapshot, contexte } = monde;
    const essai = planAffaireNouvelle(snapshot, { client: 'A', objet: 'A' }, contexte);
    const bloquants = empechements(essai.problemes, rattacher);
    if (bloquants.length > 0) return resultat('perdu', phrases(bloquants));
    const numero = numeroPrevu(monde);
    return {
      contenu: {
        client: { valeur: cible, suggestions: organisations(snapshot) },
        responsable: { valeur: contexte.utilisateur, suggestions: personnes(snapshot) },
      },
      annonce: numero === null ? null : `L’affaire ${numero} sera ouverte, à l’étape « Détectée ».`,
    };
  },
  decider: ({ snapshot, contexte }, valeurs) =>
    planAffaireNouvelle(
      snapshot,
      { ...valeurs, responsable: adresseDe(snapshot, valeurs.responsable) },
      contexte,
    ),
  conclure({ snapshot }, plan) {
    const { numero, client: nom, objet: dit } = plan.resultat;
    const cree = plan.changements.some((c) => c.type === 'ajouter' && c.table === 'clients');
    return conclusion(plan, `L’affaire ${numero ?? ''} est ouverte pour ${nom}.`, {
      elements: [
        element(numero ?? '', {
          detail: `${nom} · ${dit}`,
          lien: lienVersAjout(snapshot, 'affaires'),
        }),
        ...(cree
          ? [
              element(nom, {
                detail: 'Nouveau client, prospect : complétez sa fiche.',
                lien: lienVersAjout(snapshot, 'clients'),
              }),
            ]
          : []),
      ],
      suites: [
        suite('Go/NoGo…', 'affaire.gonogo', numero),
        suite('Nouveau devis…', 'devis.nouveau', numero),
      ],
    });
  },
});
