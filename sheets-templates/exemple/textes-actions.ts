/** Comptes rendus d'exemple ; `{objet}` et `{contact}` sont remplacés. */
export const PREMIERS_CONTACTS = [
  'Appel de {contact} : souhaite une proposition pour « {objet} ». Budget non arrêté, décision avant la fin du trimestre.',
  'Échange avec {contact} au sujet de « {objet} ». Deux bureaux déjà consultés ; le délai compte plus que le prix.',
  '{contact} nous a été recommandé. Besoin clair, plans disponibles, visite à prévoir.',
  'Point téléphonique : {contact} attend notre avis avant son comité du mois prochain.',
  'Demande reçue par le site. {contact} rappelé dans l’heure, très à l’écoute.',
];
export const VISITES = [
  'Visite du site avec {contact}. Accès difficile côté nord, photos versées au dossier.',
  'Visite : l’existant est en meilleur état que décrit, le périmètre peut être réduit.',
  'Réunion sur place avec {contact} et le responsable technique. Cahier des charges à compléter.',
  'Visite des installations. Relevés à refaire, plans de 1998 seulement.',
];
export const RELANCES = [
  'Relance n° 1 par courriel : devis bien reçu, lecture en cours.',
  'Relance n° 2 : {contact} attend l’arbitrage de sa direction.',
  'Relance n° 3 : proposition de garder l’offre ouverte ou de classer.',
];
export const SIGNATURES = [
  '{contact} confirme son accord. Commande à recevoir sous huitaine.',
  'Bon pour accord reçu. Réunion de lancement à caler.',
  'Accord obtenu au téléphone, écrit à suivre.',
];
export const REFUS = [
  '{contact} a retenu une autre offre. Remercié, compte rendu d’analyse demandé.',
  'Décision défavorable. Bon contact malgré tout : à revoir l’an prochain.',
  'Projet arrêté par la direction. {contact} nous garde en tête.',
];
export const SUIVIS = [
  'Appel à {contact} : le devis est à l’ordre du jour de la prochaine réunion.',
  '{contact} compare trois offres. Question sur le délai, réponse donnée.',
  'Courriel de {contact} : demande une précision sur la variante.',
];
export const SUITES = [
  'Rappeler {contact} après son comité.',
  'Envoyer les références demandées.',
  'Proposer une visite d’un chantier comparable.',
  'Prendre des nouvelles de la décision.',
];
export const PROSPECTION = [
  'Appel de prise de contact : pas de projet cette année, à rappeler au printemps.',
  'Présentation du bureau à {contact}. Intéressé par nos audits.',
  'Message laissé, rappel prévu.',
  'Échange cordial avec {contact}, qui nous transmettra la prochaine consultation.',
];
export const REVUES = [
  'Revue des devis en cours : décisions prises ligne par ligne.',
  'Revue du lundi : deux relances confirmées, un devis classé.',
  'Revue courte. Charge du mois prochain à surveiller.',
];
export const EVENEMENTS = {
  'Petit déjeuner':
    'Petit déjeuner « décret tertiaire » : quatorze participants, trois rendez-vous pris.',
  Salon: 'Salon professionnel de la région : stand partagé, vingt-deux cartes échangées.',
} as const;
