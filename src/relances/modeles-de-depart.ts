import type { Modele } from '../classeur/tables/modeles';

export type TexteModele = Pick<Modele, 'code' | 'rang' | 'delaiJours' | 'objet' | 'corps'>;

/** Les trois relances d'un classeur dont l'onglet Modèles n'en définit aucune (PRODUCT : J+7, J+15, J+30). */
export const RELANCES_DE_DEPART: readonly TexteModele[] = [
  {
    code: 'RELANCE-1',
    rang: 1,
    delaiJours: 7,
    objet: 'Notre devis {numero} : {objet}',
    corps: `{contact|Madame, Monsieur},

Nous vous avons adressé le {envoyeLe} notre devis {numero} ({objet}).

Vous est-il bien parvenu ? Je reste à votre disposition pour répondre à vos questions ou l’adapter à votre besoin.

Cordialement,

{signature}`,
  },
  {
    code: 'RELANCE-2',
    rang: 2,
    delaiJours: 15,
    objet: 'Suite à notre devis {numero} : {objet}',
    corps: `{contact|Madame, Monsieur},

Je reviens vers vous au sujet de notre devis {numero} du {envoyeLe}, d’un montant de {montantHt} HT ({objet}).

Avez-vous pu en prendre connaissance ? Un court échange nous permettrait d’en préciser le contenu ou le calendrier.

Cordialement,

{signature}`,
  },
  {
    code: 'RELANCE-3',
    rang: 3,
    delaiJours: 30,
    objet: 'Votre décision sur notre devis {numero} : {objet}',
    corps: `{contact|Madame, Monsieur},

Sauf erreur de ma part, notre devis {numero} du {envoyeLe} ({objet}) attend votre décision. Cette offre {etatValidite}.

Si votre projet est reporté ou abandonné, un simple mot de votre part me permettra de clore ce dossier ou de le reprendre au bon moment.

Cordialement,

{signature}`,
  },
];
