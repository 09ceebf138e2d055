import { resoudreEntetes } from '../../src/classeur/entetes';
import { TABLES } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { FAITS, REMARQUES } from '../../src/messages/installation';
import { messageDe } from '../../src/messages/probleme';
import { nomDe } from '../../src/sheets-api/automatismes';
import { FUSEAU, LOCALE, META } from '../../src/sheets-api/reperes';
import { trouverOnglet } from '../../src/sheets-api/reperer';
import type { OngletJson } from '../../src/sheets-api/reponses';
import type { Requete } from '../../src/sheets-api/rest';
import { ONGLET_ACCUEIL } from '../accueil';
import { ONGLETS } from '../onglet';
import { VERSION } from '../version';
import { attribuer, type Attribution } from './attribuer';
import { contenuInitial, ligneDeJournal } from './contenu-initial';
import type { EtatInstallation } from './etat-installation';
import { lieuDe, type Lieux } from './lieux';
import { marquerClasseur, marquerOnglet } from './marques';
import { pageAccueil } from './page-accueil';
import { poserPage, reglesDePage } from './page-libre';
import { poserOnglet } from './poser-onglet';
import { poserRegles } from './regles';
import { pageJson, pagesPrises, PAGES_VIVANTES } from './tableau/places';
import { PAGES_PROTEGEES, poserTableau } from './tableau/tableau-vivant';
import { nommerPlage } from './nommer-plage';

/** Ce que « Installer / Réparer » a fait : des phrases à montrer telles quelles. */
export interface RapportInstallation {
  /** Ce qui a été créé, rétabli, marqué ; vide : tout était en place. */
  readonly faits: readonly string[];
  /** Ce qui n'a pas pu l'être sans empêcher le reste (puces des listes refusées…). */
  readonly remarques: readonly string[];
  /** Le classeur était la copie d'un autre, dont il portait l'identité. */
  readonly copie: boolean;
}

export interface PlanInstallation {
  readonly requetes: readonly Requete[];
  readonly rapport: RapportInstallation;
  readonly lieux: Lieux;
}

const PROTECTION = 'Suivi commercial';

/**
 * De quoi amener un classeur, quel qu'il soit, à son état installé, sans toucher aux données. Une
 * seconde fois, les requêtes redisent ce qui est : rien ne change.
 */
export function planInstallation(etat: EtatInstallation, contexte: Contexte): PlanInstallation {
  const attribution = attribuer(etat);
  const { lieux, crees } = attribution;
  const sheets = etat.json.sheets ?? [];
  const poses = ONGLETS.map((aspect) => {
    const lieu = lieuDe(lieux, aspect.cle);
    return {
      nom: aspect.nom,
      ...poserOnglet(aspect, lieu, lieux, trouverOnglet(sheets, aspect.cle, aspect.nom)),
    };
  });
  const regional = regler(etat);
  const noms = nommer(attribution, sheets);
  const protections = proteger(attribution, sheets);
  const contenu = contenuInitial(lieux);
  const copie = etat.etat.classeur !== null && etat.etat.classeur !== etat.etat.id;
  const reparees = poses.filter((p) => p.regles).map((p) => p.nom);
  const faits = [
    ...(copie ? [FAITS.copie()] : []),
    ...(crees.length > 0 ? [FAITS.onglets(crees)] : []),
    ...noms.faits,
    ...poses.flatMap((p) => p.faits),
    ...(reparees.length > 0 ? [FAITS.regles(reparees)] : []),
    ...(protections.onglets.length > 0 ? [FAITS.protections(protections.onglets)] : []),
    ...(contenu.onglets.length > 0 ? [FAITS.contenu(contenu.onglets)] : []),
    ...(regional.length > 0 ? [FAITS.regional()] : []),
    ...(etat.etat.classeur === null ? [FAITS.marques()] : []),
  ];
  const marques = etat.json.developerMetadata ?? [];
  const requetes = [
    ...regional,
    ...attribution.requetes,
    ...noms.requetes,
    ...poses.flatMap((p) => p.requetes),
    ...protections.requetes,
    ...contenu.requetes,
    ...(attribution.pages.size > 0 ? poserTableau(etat.json, attribution.pages, lieux) : []),
    ...poserAccueil(etat, attribution, copie),
    ...marquerClasseur(META.classeur, etat.etat.id, marques),
    ...marquerClasseur(META.version, VERSION, marques),
    ...(faits.length > 0 ? [ligneDeJournal(lieux, journal(faits, contexte))] : []),
    ...etat.inutiles.map((sheetId) => ({ deleteSheet: { sheetId } })),
  ];
  const prises = pagesPrises(etat.json);
  const remarques = [
    ...noms.remarques,
    ...doublons(etat),
    ...(prises.length > 0 ? [REMARQUES.pagesPrises(prises)] : []),
  ];
  return { requetes, lieux, rapport: { faits, remarques, copie } };
}

function regler({ etat }: EtatInstallation): Requete[] {
  if (etat.locale === LOCALE && etat.fuseau === FUSEAU) return [];
  const properties = { locale: LOCALE, timeZone: FUSEAU };
  return [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }];
}

/** Rend leur nom aux onglets renommés : un fichier exporté n'a que lui pour les retrouver. */
function nommer({ lieux, accueil, pages }: Attribution, sheets: readonly OngletJson[]) {
  const titres = new Map(
    sheets.map((o) => [o.properties?.title ?? '', o.properties?.sheetId ?? 0] as const),
  );
  const requetes: Requete[] = [];
  const faits: string[] = [];
  const remarques: string[] = [];
  const voulus = [
    [ONGLET_ACCUEIL, accueil.sheetId] as const,
    ...ONGLETS.map(({ cle, nom }) => [nom, lieuDe(lieux, cle).sheetId] as const),
    ...PAGES_VIVANTES.flatMap(({ cle, nom }) => {
      const sheetId = pages.get(cle);
      return sheetId === undefined ? [] : [[nom, sheetId] as const];
    }),
  ];
  for (const [voulu, sheetId] of voulus) {
    const [titre] = [...titres].find(([, id]) => id === sheetId) ?? [];
    if (titre === undefined || titre === voulu) continue;
    if (titres.has(voulu)) remarques.push(REMARQUES.titrePris(titre, voulu));
    else {
      faits.push(FAITS.titre(titre, voulu));
      const properties = { sheetId, title: voulu };
      requetes.push({ updateSheetProperties: { properties, fields: 'title' } });
    }
  }
  return { requetes, faits, remarques };
}

/** Les onglets techniques avertissent avant qu'on y tape : une aide, pas un verrou. */
function proteger({ lieux, pages }: Attribution, sheets: readonly OngletJson[]) {
  const proteges = [
    ...ONGLETS.filter((o) => o.protege).map(({ cle, nom }) => ({
      nom,
      sheetId: lieuDe(lieux, cle).sheetId,
      json: trouverOnglet(sheets, cle, nom),
    })),
    ...PAGES_PROTEGEES.flatMap(([cle, nom]) => {
      const sheetId = pages.get(cle);
      return sheetId === undefined ? [] : [{ nom, sheetId, json: pageJson(sheets, cle) }];
    }),
  ];
  const manquants = proteges.filter(
    ({ json }) => !(json?.protectedRanges ?? []).some((p) => p.description === PROTECTION),
  );
  const requetes = manquants.map(({ sheetId }): Requete => {
    const protectedRange = { range: { sheetId }, description: PROTECTION, warningOnly: true };
    return { addProtectedRange: { protectedRange } };
  });
  return { requetes, onglets: manquants.map((o) => o.nom) };
}

/** L'Accueil redessiné, et les places de ses automatismes nommées ; une copie n'en a aucun en marche. */
function poserAccueil(
  { json, automatismes: etats }: EtatInstallation,
  { lieux, pages, accueil: { sheetId } }: Attribution,
  copie: boolean,
): Requete[] {
  const arrete = { dernier: null, proprietaire: null };
  const vierges = { revue: arrete, relances: arrete, cloture: arrete };
  const { page, automatismes, rangs } = pageAccueil(lieux, pages, copie ? vierges : etats);
  const onglet = trouverOnglet(json.sheets ?? [], 'accueil', ONGLET_ACCUEIL);
  const noms = [...automatismes].flatMap(([automatisme, ligne]): Requete[] => {
    const range = {
      ...{ sheetId, startRowIndex: ligne - 1, endRowIndex: ligne },
      ...{ startColumnIndex: rangs.dernier, endColumnIndex: rangs.proprietaire + 1 },
    };
    return nommerPlage(json.namedRanges ?? [], nomDe(automatisme), range);
  });
  return [
    ...poserPage(page, sheetId, onglet?.properties?.gridProperties),
    ...poserRegles(sheetId, reglesDePage(page, sheetId), onglet?.conditionalFormats ?? []),
    ...noms,
    ...marquerOnglet('accueil', sheetId, onglet),
  ];
}

/** Deux colonnes du même nom que rien ne départage : à l'utilisateur de dire laquelle est la sienne. */
const doublons = ({ etat }: EtatInstallation): string[] =>
  [...etat.onglets].flatMap(([cle, { entete }]) =>
    resoudreEntetes(TABLES[cle], entete)
      .problemes.filter((p) => p.code === 'ENTETE_EN_DOUBLE')
      .map(messageDe),
  );

const journal = (faits: readonly string[], { maintenant, utilisateur, origine }: Contexte) => ({
  le: maintenant,
  par: utilisateur,
  origine,
  action: 'Installer / Réparer',
  apres: faits.join('\n'),
});
