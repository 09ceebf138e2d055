import type { ProfilPret } from '../../src/import/profils-prets/type';
import { TABLES, type TableEchangeable } from '../../src/classeur/tables';

/** Ce que la page dit d'un fichier. */
export interface LigneDePage {
  readonly fichier: string;
  readonly table: TableEchangeable;
  readonly avecProfil: boolean;
  readonly source: {
    readonly format: string;
    readonly encodage: string | null;
    readonly separateur: string | null;
    readonly feuille: string | null;
    readonly lignes: number;
    readonly entete: number | null;
  } | null;
  readonly refus: readonly string[];
  readonly raison?: string | null;
  readonly comptes?: Readonly<Record<'lues' | 'creees' | 'inchangees' | 'rejetees', number>>;
  readonly colonnes?: { readonly lues: readonly string[]; readonly ignorees: number };
  readonly rejets?: { readonly combien: Readonly<Record<string, number>> };
  readonly anomalies?: { readonly combien: Readonly<Record<string, number>> };
  readonly avertissements?: readonly string[];
}

const SEPARATEURS: Readonly<Record<string, string>> = { '\t': 'tabulation', '|': '`\\|`' };

const comptes = (c: Readonly<Record<string, number>> = {}): string =>
  Object.entries(c)
    .map(([code, n]) => `${code} × ${n}`)
    .join(', ');

function detecte({ source }: LigneDePage): string {
  if (!source) return 'pas un tableau';
  const { format, encodage, separateur, feuille, lignes } = source;
  const details = [
    format,
    encodage,
    separateur === null ? null : (SEPARATEURS[separateur] ?? `\`${separateur}\``),
    feuille === null ? null : `feuille « ${feuille} »`,
    `${lignes} lignes`,
  ];
  return details.filter((d) => d !== null).join(', ');
}

function ligne(l: LigneDePage): string {
  const refuse = l.refus.length > 0;
  const { lues = 0, creees = 0, inchangees = 0, rejetees = 0 } = l.comptes ?? {};
  const pourquoi = refuse
    ? `refusé : ${l.refus.join(', ')}`
    : [
        comptes(l.rejets?.combien),
        comptes(l.anomalies?.combien),
        (l.avertissements ?? []).join(', '),
      ]
        .map((t, i) => (t === '' ? '' : `${['rejets', 'à vérifier', 'dit'][i]} : ${t}`))
        .filter((t) => t !== '')
        .join(' ; ');
  const cellules = [
    `\`${l.fichier}\``,
    `${TABLES[l.table].onglet}${l.avecProfil ? ', avec un profil' : ''}`,
    detecte(l),
    refuse ? '' : String(l.source?.entete ?? ''),
    refuse ? '' : `${l.colonnes?.lues.join(', ')} (${l.colonnes?.ignorees} ignorées)`,
    refuse ? '' : `${lues} = ${creees} + ${inchangees} + ${rejetees}`,
    pourquoi,
  ];
  return `| ${cellules.join(' | ')} |`;
}

/** Ce qui décide d’un fichier entier ou d’une ligne, et que les tableaux ne montrent pas. */
const REGLES: readonly string[] = [
  '## La bonne table',
  '',
  'Sans profil, un fichier est refusé pour la table demandée, et la sienne est proposée, dans cinq cas :',
  '',
  '- une autre table s’y reconnaît bien mieux : elle a ses repères (un N° et un montant pour un devis, une organisation et une adresse pour un client…), connaît toutes les colonnes que la table demandée connaît (mis à part ce que toutes portent : « Type », « Statut », « Commentaire », « Ville »…) et au moins deux de plus, dont une au nom précis ;',
  '- elle porte le numéro d’une autre table, nommé précisément (« N° devis », « N° de facture »), avec une colonne qui n’est qu’à elle (« Montant HT »), et pas le sien : une adresse ou un commentaire n’y changent rien ;',
  '- vers les devis, des factures qui citent le leur : « N° facture » n’est dans une liste de devis qu’en plus, après « N° devis », à côté d’une colonne qui n’est qu’aux devis (« Envoyé le », « Validité »…) et d’aucune qui ne soit qu’aux factures (« Échéance »…) ;',
  '- rien n’y fait un enregistrement : une facture demande un montant, une date, ou un numéro nommé (« N° facture » : « N° » seul ne dit rien), une réponse de satisfaction une note ou un commentaire, un objectif un chiffre. Un nom de client seul ne suffit pas ;',
  '- des clients, sous un « N° » qui numérote autre chose, à en juger par ses valeurs (« DEV-2026-1 », « FAC12 », « AFF 3 »). Un « N° » sans préfixe est pris pour un numéro de client, et n’est pas lu.',
  '',
  'Un profil, qui désigne les colonnes, confirme la table choisie.',
  '',
  '## Le fichier',
  '',
  '- Un JSON est un tableau d’objets simples, ou un objet qui en contient un (`{ "data": [ … ] }`). S’il en contient plusieurs, c’est celui qui porte le nom de la table, ou celui que nomme `--feuille`.',
  '- Un texte se lit en UTF-8 ou en UTF-16 (avec ou sans marque) ; à défaut, dans l’encodage d’un octet où ses accents et ses signes font le plus du français : Windows-1252, ISO-8859-15, Mac ou DOS (cp850). Dans le doute, c’est Windows. Un Mac ou un DOS est dit ; des lignes qui ne sont pas dans l’encodage des autres aussi.',
  '- Un CSV a un séparateur, celui de son en-tête. Une ligne coupée autrement (deux exports collés bout à bout) est rejetée, et dite : rien n’en est lu.',
  '- Un guillemet laissé ouvert, qu’un autre referme plus loin (« 12" »), enferme des lignes dans une cellule : si elles sont coupées comme l’en-tête, ou si un autre guillemet s’ouvre avant, l’enregistrement est rejeté et les lignes enfermées sont nommées. Jamais refermé, le fichier est refusé. Une adresse ou une note de plusieurs lignes se lit.',
  '- Une ligne répétée mot pour mot est nommée, avec celle qu’elle répète : elle n’ajoute rien. Une action ou une réponse de satisfaction, que rien n’identifie, est créée deux fois, et c’est dit ; à côté d’une autre du classeur de même jour, de même client et de même type, c’est dit aussi : l’une est peut-être l’autre, corrigée. Dès qu’une ligne d’un document diffère des autres, il tient sur plusieurs lignes, et deux lignes pareilles sont deux articles. Quand le montant est la somme des lignes, une ligne répétée compte, et le doute est dit.',
  '- Un second en-tête, les mêmes noms (tous, ou tous sauf un) dans un autre ordre, est rejeté avec les lignes qui le suivent, jusqu’à un en-tête dans le premier ordre : rien n’en est lu. Dans le fichier des rejets, le premier en-tête revient avant les rejets qui sont dans son ordre.',
  '- D’un JSON ou d’un NDJSON, un élément qui n’est pas un objet simple est rejeté, avec sa raison et son texte ; les autres sont importés. Si aucun n’en est un, le fichier est refusé.',
  '- Une erreur de tableur (`#N/A`, `#REF!`), une colonne trop étroite (`####`) ne sont pas des valeurs, dans un CSV non plus.',
  '- Un de nos CSV, ouvert puis enregistré en classeur par un tableur, se relit : ses apostrophes de protection s’ôtent.',
  '- D’un JSON, un nombre trop long pour être exact (un numéro de vingt chiffres) garde ses chiffres, en texte. D’un classeur ou d’un onglet collé, un nombre que son format montre en code (`00000`, `"DEV-2026-"0000`) est lu comme il se montre ; une date ou un pourcentage dans une colonne de texte, une monnaie ou « k€ » dans une colonne de montants, un « % » dans une colonne de taux aussi. Un pourcentage, une date ou une heure dans une colonne de montants ne sont pas lus.',
  '- `--feuille` choisit la feuille d’un classeur ou la liste d’un JSON ; un CSV n’en a pas, et l’option est refusée.',
  '- D’un classeur, une seule feuille est lue : celle qui porte le nom de l’onglet, sinon celle dont les colonnes sont le mieux reconnues. S’il y en a d’autres qui ont un contenu, la feuille lue est nommée, et les autres aussi ; celles qui ont les mêmes colonnes (une par année, par exemple) sont à importer aussi, une à une.',
  '- Une ligne rejetée dit tout ce qui est à y corriger. Ses rejets se lisent comme le fichier d’où ils viennent : une colonne vide y garde son rôle, et si les dates commençaient par le mois, ou si les taux étaient en pour cent, l’en-tête « Motif du rejet » le dit.',
  '- `--rejets` écrit un CSV, avec les colonnes du fichier et leur motif : un nom en .xlsx ou en .json est refusé. Un fichier qui existe n’est jamais recouvert : d’autres rejets vont à côté (`corr-2.csv`, `corr-3.csv`…). Sans rejet, il n’est ni créé ni touché.',
  '',
  '## L’en-tête et les pieds',
  '',
  '- Un fichier qui n’a que son en-tête le dit (« 0 ligne de données »), avec ce qui peut l’expliquer.',
  '- Un en-tête de deux lignes se lit d’un trait (« Montant » sur « HT ») ; si les deux ensemble ne nomment rien de connu, le nom du bas suffit (« Dates » sur « Envoi »).',
  '- Une ligne qui ne dit que sa page ou d’où elle vient (« Page 1/2 », « p. 2 », « - 2 - », « Imprimé le … », « Édité le … », « Source : … »), seule ou avec son numéro de page, n’est pas un enregistrement ; un nombre nu non plus, s’il est seul sur une ligne sans séparateur. Chacune est dite, avec le numéro de sa ligne.',
  '- « Total », seul sur la dernière ligne d’une liste de clients qui a d’autres colonnes, est un total ; suivi ou sans autre client, c’est une organisation.',
  '',
  '## Les numéros',
  '',
  '- Deux numéros que l’œil ne distingue pas (espaces et tirets insécables, casse) sont le même.',
  '',
  '## Les noms de colonnes',
  '',
  '- Les petits mots ne comptent pas : « Date envoi » se lit « Date d’envoi ». Un nom vague (« Date », « Réf », « Honoraires ») cède à un nom précis ; « Date », si l’envoi d’un devis a sa colonne, remplit « Créé le », même si l’envoi n’est rempli nulle part.',
  '- « Décision » n’est la date de décision d’un devis que si ses valeurs sont des dates.',
  '- Une colonne au nom connu est lue, et chacune de ses valeurs fausses est dite. Au nom inconnu, une liste de clients dont plus de la moitié des valeurs sont des e-mails la propose, sans la lire.',
  '',
  '## Les lignes d’un même client',
  '',
  '- Elles se reconnaissent au SIREN/SIRET, puis au nom (casse, accents et ponctuation mis à part), et n’en font qu’un, dans quelque ordre qu’elles viennent. Un SIREN et son SIRET ne se contredisent pas : le SIRET est gardé ; ni « Beta » et « Beta SARL » sous un même SIRET : le nom le plus complet est gardé, et c’est dit.',
  '- « Alpha », « Alpha SAS » et « Alpha SARL », sans SIRET, sont trois clients, proposés comme doublons possibles. De même quand des devis ou des factures les citent. Un seul nom du fichier est en revanche rattaché à celui du classeur sous une autre forme (« Alpha » à « Alpha SAS », ou l’inverse), s’il n’y a pas d’autre choix, et c’est dit.',
  '- Deux SIRET sous un même nom, deux noms sous un même SIRET, deux villes : toutes ces lignes sont rejetées, et ce qui se contredit est dit avec ses valeurs, et le SIREN/SIRET partagé. « Dupont & Fils » et « Dupont et Fils » sont proposés comme doublon possible. Un client déjà dans le classeur y garde son nom, et c’est dit.',
  '',
  '## Les valeurs des listes',
  '',
  '- Un statut, un type, une étape écrits avec un autre mot que le nôtre sont compris (« En attente » : « Envoyé ») et le plan le dit, colonne par colonne, avec le nombre de lignes. La casse, les accents et l’accord (« Signées », « Perdu ») vont sans dire.',
  '- Un mot qui a plusieurs sens n’est pas traduit : « En cours », « Closed » pour une affaire, « Terminé » pour un devis. Un profil (« valeurs ») dit le sien ; `""` y laisse la case vide.',
  '- Une facture de type « Facture » n’est ni un acompte, ni un solde, ni un avoir : la case « Type » reste vide, et le plan le dit.',
  '',
  '## Les devis décidés',
  '',
  '- Un import ne revient pas sur une décision : un devis « Signé », « Refusé », « Sans suite », « Remplacé » ou « Annulé » dans le classeur ne redevient pas « Envoyé », ni « Validé », « En validation » ou « Brouillon ». Son statut reste, avec ce qui va avec sa décision (sa date, son motif, le concurrent, la prochaine relance) ; une date d’envoi, de validation ou de création postérieure à la décision n’y entre pas non plus. Le reste de la ligne est importé, et la ligne est dite. Pour revenir sur la décision : `suivi devis rouvrir`.',
  '- De même une affaire commandée ne recule pas (« Facturée » ne redevient ni « Livrée » ni « Devis en cours »), et une affaire perdue ou abandonnée ne redevient pas à gagner : son étape reste, sa date de reprise aussi, et c’est dit. Pour la reprendre, changez son étape dans « Affaires ».',
  '- De même un client, ancien ou non, ne redevient pas « Prospect » : son statut reste, et c’est dit. S’il le redevient, changez-le dans « Clients ».',
  '- Un import qui avance un devis (« Envoyé » puis « Signé ») est pris tel quel.',
  '',
  '## Les dates',
  '',
  '- « 03/04/2026 » se lit selon sa colonne : une date qui n’a qu’une lecture (« 25/04/2026 ») dit lequel, du jour ou du mois, vient en premier. Une date impossible (« 31/02/2026 »), une ligne rejetée ne prouvent rien et ne gâtent rien : elles seules sont dites.',
  '- De vraies dates d’un tableur qui ont toutes un jour de 1 à 12, à côté de dates restées en texte qui n’en ont aucune : un tableur d’une autre langue en a échangé le jour et le mois. C’est dit, de toutes les colonnes où il a pu le faire, et rien n’est corrigé.',
  '- L’heure d’une date n’est pas gardée, et c’est dit ; une année de deux chiffres dit comment sa date est lue. Une date d’avant mars 1900 n’est pas lue : les tableurs ne s’accordent pas sur son numéro.',
  '- Deux lignes gardées qui se contredisent (« 25/04/2026 » et « 04/25/2026 ») sont citées, et les dates ambiguës ne sont pas lues : chacune est dite avec ses deux lectures.',
  '',
  '## Les montants',
  '',
  '- Un devis d’un montant négatif est gardé et dit : un avoir est une facture (type « Avoir »), pas un devis.',
  '- Sous un en-tête en « k€ » ou « M€ », chaque nombre nu est multiplié ; une cellule qui dit son unité (« 3 000 € ») ne l’est pas. Les trois plus grands montants obtenus sont montrés. Au-delà de 100 M€, le nombre a sans doute été écrit en euros : il n’est pas lu, son texte est gardé dans la cellule, et sa ligne est dite.',
  '- Un montant de plus de deux décimales est arrondi au centime, et c’est dit, avec les premiers de sa colonne.',
  '- Un montant de devis, de facture ou d’affaire qui vaut mille fois le montant médian de sa colonne (trois montants au moins), ou plus de 100 M€, est gardé et dit.',
  '- Des taux sans « % » sont lus à l’échelle de leur colonne (`20` ou `0,2`), celle d’au moins deux fois plus de valeurs que l’autre. Une valeur à une autre échelle est douteuse, elle seule : son texte est gardé. Aucune échelle ne l’emporte, ou un nombre dépasse 100 : aucun n’est lu, et c’est dit. Rien que des « 1 » : ils sont lus 100 %, et c’est dit.',
  '- « 9.500 » et « 9,500 » dans une même colonne : une autre valeur (« 12,50 ») dit lequel est un séparateur de milliers, et les deux lectures sont montrées ; sinon, aucun des deux n’est lu, et chacun est dit avec ses deux lectures.',
  '- Un HT, une TVA et un TTC qui ne vont pas ensemble (au centime près) sont gardés tous les trois, et la ligne est dite. D’une facture, la colonne « TVA » du fichier, en taux ou en montant, sert à cela sans être importée. Un TTC plus petit que le HT est dit aussi.',
  '- « Payé » attend un montant. « Oui », « Réglée », « X » y sont gardés en texte et dits : rien n’est compté, et sans « Payé le » la facture passe pour impayée.',
  '',
];

/** La page `docs/import.md` : profils prêts et leur preuve, puis chaque fichier réel. */
export function pageImport(lignes: readonly LigneDePage[], profils: readonly ProfilPret[]): string {
  const tables = (p: ProfilPret): string =>
    Object.keys(p.tables)
      .map((t) => TABLES[t as TableEchangeable].onglet)
      .join(', ') || 'toutes, par le nom des colonnes';
  return [
    '# Ce que l’import lit, et ce qui le montre',
    '',
    'Page écrite par `test/import/fichiers-reels.test.ts` : elle dit ce que le code fait, fichier par fichier.',
    '',
    '## Profils prêts',
    '',
    '`suivi importer TABLE FICHIER --profil NOM`. Un profil qui ne repose sur rien de vérifié ne nomme aucune colonne.',
    '',
    '| `--profil` | logiciel | onglets | repose sur | ce qui a été lu |',
    '|---|---|---|---|---|',
    ...profils.map(
      (p) => `| \`${p.nom}\` | ${p.titre} | ${tables(p)} | ${p.preuve} | ${p.source} |`,
    ),
    '',
    ...REGLES,
    '## Fichiers réels',
    '',
    'Des fichiers que d’autres ont écrits, gardés hors du dépôt. « Lues = créées + inchangées + rejetées » ; les lignes d’un même enregistrement, après la première, sont « inchangées ».',
    '',
    '| fichier | vers | détecté | en-tête, ligne | colonnes remplies | lues = créées + inchangées + rejetées | pourquoi |',
    '|---|---|---|---|---|---|---|',
    ...lignes.map(ligne),
    '',
  ].join('\n');
}
