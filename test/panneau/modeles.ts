import type {
  Champ,
  Element,
  Panneau,
  VueFormulaire,
  VueResultat,
} from '../../apps-script/panneau/contrat';

/** Des panneaux d'essai : ceux du métier, et leurs cas extrêmes. */

export function champ(cle: string, libelle: string, reste: Partial<Champ> = {}): Champ {
  return {
    cle,
    libelle,
    genre: 'texte',
    requis: true,
    valeur: '',
    aide: '',
    choix: [],
    suggestions: [],
    ...reste,
  };
}

export function formulaire(
  champs: readonly Champ[],
  reste: Partial<VueFormulaire> = {},
  titre = 'Nouvelle affaire',
): Panneau {
  const vue: VueFormulaire = {
    sorte: 'formulaire',
    action: 'affaire.nouvelle',
    cible: null,
    intro: [],
    champs,
    annonce: null,
    bouton: 'Créer l’affaire',
    elements: [],
    suites: [],
    ...reste,
  };
  return { titre, jeton: 'J1', vue };
}

export function element(titre: string, reste: Partial<Element> = {}): Element {
  return { titre, detail: '', ton: 'neutre', lien: null, adresse: null, ...reste };
}

export function resultat(message: string, reste: Partial<VueResultat> = {}): Panneau {
  const vue: VueResultat = {
    sorte: 'resultat',
    ton: 'gagne',
    message,
    elements: [],
    suites: [],
    ...reste,
  };
  return { titre: 'Nouvelle affaire', jeton: 'J2', vue };
}

export const CLIENTS = [
  'Mairie de Lunel',
  'Mairie de Béziers',
  'Métropole de Montpellier',
  'Hôpital Saint-Éloi',
  'Société Œuvre & Fils',
  'Lycée Jean Moulin',
  'SIVOM du Lunellois',
];

/** Un champ de chaque genre. */
export const TOUS_GENRES: readonly Champ[] = [
  champ('client', 'Client', {
    suggestions: CLIENTS,
    aide: 'Un client inconnu sera ajouté à l’onglet « Clients ».',
  }),
  champ('objet', 'Objet'),
  champ('besoin', 'Besoin', { genre: 'long', requis: false, aide: 'Avec les mots du client.' }),
  champ('montant', 'Montant HT', { genre: 'montant', valeur: '12 500,00 €' }),
  champ('tva', 'Taux de TVA', { genre: 'taux', valeur: '20 %' }),
  champ('visites', 'Visites prévues', { genre: 'nombre', requis: false }),
  champ('signature', 'Signature prévue', { genre: 'date', requis: false, aide: 'Exemple : 12/3.' }),
  champ('origine', 'Origine', {
    genre: 'choix',
    choix: ['Bouche à oreille', 'Réseau', 'Appel d’offres', 'Salon'],
  }),
  champ('classe', 'Classe', {
    genre: 'choix',
    choix: ['Accessible', 'Important', 'Stratégique'],
    valeur: 'Important',
  }),
  champ('contact', 'E-mail du contact', { genre: 'email', requis: false }),
  champ('delai', 'Délai tenable ?', { genre: 'ouiNon' }),
  champ('salon', 'Rencontré sur un salon ?', { genre: 'ouiNon', requis: false }),
];

const LIEN = { texte: 'Voir la ligne 12', onglet: 'Devis', ligne: 12 };

export const RESULTATS = resultat('3 brouillons de relance vous attendent dans Gmail.', {
  elements: [
    element('DEV-2026-0042 · Mairie de Lunel', {
      ton: 'gagne',
      detail: 'Deuxième relance, à contact@lunel.example.',
      lien: LIEN,
      adresse: 'https://mail.google.com/mail/?view=cm&fs=1&to=contact%40lunel.example',
    }),
    element('DEV-2026-0038 · Hôpital Saint-Éloi', {
      ton: 'attention',
      detail: 'Aucune adresse : remplissez « Envoyé à ».',
      lien: { ...LIEN, texte: 'Voir la ligne 8', ligne: 8 },
    }),
    element('DEV-2026-0031 · SIVOM du Lunellois', {
      ton: 'perdu',
      detail: 'Le client a demandé à ne plus être relancé.',
    }),
    element('DEV-2026-0029 · Lycée Jean Moulin', { detail: 'Prochaine relance le 16/03/2026.' }),
  ],
  suites: [
    { libelle: 'Préparer la revue', action: 'revue.preparer', cible: null },
    { libelle: 'Tableau de bord', action: 'tableau.actualiser', cible: null },
  ],
});

/** Un formulaire qui montre ce dont il s'occupe, et d'autres chemins. */
export const AVEC_LISTE = formulaire(
  [champ('message', 'Message', { valeur: 'Bonjour' })],
  {
    elements: [element('DEV-2026-0042', { detail: 'Deuxième relance.', lien: LIEN })],
    suites: [{ libelle: 'Choisir un autre devis…', action: 'choisir.devis', cible: 'devis.x' }],
    bouton: 'Préparer',
  },
  'Relances',
);

/** Un fichier à choisir, ou un onglet. */
export const IMPORT = formulaire(
  [
    champ('table', 'Importer vers', {
      genre: 'choix',
      choix: ['Clients', 'Affaires', 'Devis', 'Factures'],
      valeur: 'Devis',
    }),
    champ('fichier', 'Un fichier', {
      genre: 'fichier',
      requis: false,
      aide: 'CSV, TXT ou JSON.',
    }),
    champ('onglet', 'ou un onglet de ce classeur', {
      genre: 'choix',
      requis: false,
      choix: ['Ancien suivi', 'Rejets import'],
    }),
  ],
  { bouton: 'Voir le plan', annonce: 'Rien n’est écrit avant votre accord.' },
  'Importer',
);

export const CSV = {
  name: 'devis — été.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Client;Montant\r\nÉté;12 €\r\n'),
};
