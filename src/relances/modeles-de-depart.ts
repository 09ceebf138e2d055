import type { Modele } from '../classeur/tables/modeles';

export type TexteModele = Pick<Modele, 'code' | 'rang' | 'delaiJours' | 'objet' | 'corps'>;

const texte = (...lignes: string[]): string => lignes.join('\n');

/** Les trois relances d'un classeur neuf, et de celui dont l'onglet Modèles n'en définit aucune (PRODUCT : J+7, J+15, J+30). */
export const RELANCES_DE_DEPART: readonly TexteModele[] = [
  {
    code: 'RELANCE-1',
    rang: 1,
    delaiJours: 7,
    objet: 'Votre projet « {objet} » : notre devis {numero}',
    corps: texte(
      'Bonjour {contact|Madame, Monsieur},',
      '',
      'Le {envoyeLe}, je vous ai adressé notre devis {numero} pour « {objet} ». Je m’assure qu’il vous est bien parvenu et qu’il répond à votre attente.',
      '',
      'Si un point mérite d’être précisé, sur la méthode, le délai ou le prix, je vous appelle volontiers au moment qui vous convient.',
      '',
      'Bien cordialement,',
      '{signature}',
    ),
  },
  {
    code: 'RELANCE-2',
    rang: 2,
    delaiJours: 15,
    objet: 'Devis {numero} : où en est votre réflexion ?',
    corps: texte(
      'Bonjour {contact|Madame, Monsieur},',
      '',
      'Je reviens vers vous au sujet de notre devis {numero}, d’un montant de {montantHt} HT, pour « {objet} ».',
      '',
      'Votre calendrier a-t-il changé ? Une autre solution est-elle à l’étude ? Quelques mots de votre part me suffisent pour adapter notre proposition, ou pour réserver nos équipes à la date que vous souhaitez.',
      '',
      'Cette offre {etatValidite}.',
      '',
      'Bien cordialement,',
      '{signature}',
    ),
  },
  {
    code: 'RELANCE-3',
    rang: 3,
    delaiJours: 30,
    objet: 'Devis {numero} : souhaitez-vous que nous le gardions ouvert ?',
    corps: texte(
      'Bonjour {contact|Madame, Monsieur},',
      '',
      'Sans nouvelles de vous depuis notre devis {numero} du {envoyeLe}, je ne veux pas vous importuner. Cette offre {etatValidite}. Dites-moi simplement laquelle de ces réponses est la bonne :',
      '',
      '1. Le projet se fait, et nous en reparlons ;',
      '2. Il est reporté, et je reprends contact à la date que vous m’indiquez ;',
      '3. Il ne se fera pas, ou pas avec nous, et je classe le dossier.',
      '',
      'Un chiffre en retour suffit. Quelle que soit votre réponse, merci de nous avoir consultés.',
      '',
      'Bien cordialement,',
      '{signature}',
    ),
  },
];
