import type { OptionDeclaree } from '../declaration';

/** Les options que toutes les commandes comprennent. */
export const OPTIONS_GLOBALES: readonly OptionDeclaree[] = [
  {
    nom: 'classeur',
    court: 'c',
    valeur: 'CLASSEUR',
    aide: 'Le classeur : chemin d’un .xlsx, adresse ou identifiant d’un classeur Google (ou variable SUIVI_CLASSEUR)',
  },
  { nom: 'json', aide: 'Rend le résultat en JSON sur la sortie standard, et rien d’autre' },
  {
    nom: 'le',
    valeur: 'AAAA-MM-JJ',
    aide: 'Agit comme si l’on était ce jour-là (par défaut aujourd’hui, à Paris)',
  },
  {
    nom: 'utilisateur',
    valeur: 'E-MAIL',
    aide: 'Qui agit (ou variable SUIVI_UTILISATEUR ; à défaut, le compte de la machine)',
  },
  { nom: 'simulation', aide: 'Montre ce qui serait écrit, n’écrit rien' },
  { nom: 'oui', aide: 'Ne demande pas de confirmation' },
  { nom: 'help', court: 'h', aide: 'Cette aide' },
];

export const RESPONSABLE: OptionDeclaree = {
  nom: 'responsable',
  valeur: 'E-MAIL',
  aide: 'Qui suit et porte le chiffre',
};
