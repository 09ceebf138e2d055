import { ajouterJours, lundiDe, type DateCivile } from '../../src/commun/date-civile';
import { jourOuvrePrecedent, prochainJourOuvre } from '../../src/commun/jours-ouvres';
import type { ValeursDe } from '../../src/classeur/tables';
import { designer } from '../../src/devis/designation';
import { ajouterOuvres, debutExemple } from './calendrier';
import { versionPorteuse, type Dossier } from './dossier';
import type { Hasard } from './hasard';
import { ROLES_CLIENTS } from './histoire';
import { ORGANISATIONS } from './noms-clients';
import type { Numeros } from './numeros';
import { GERANTE, VENDEURS } from './personnes';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import { referenceRelance } from '../../src/relances/reference';
import * as T from './textes-actions';

type Action = ValeursDe<'actions'>;

/** De quoi écrire le journal : les noms et les numéros déjà choisis. */
export interface Contexte {
  readonly aujourdHui: DateCivile;
  readonly hasard: Hasard;
  readonly numeros: Numeros;
  readonly contacts: readonly string[];
}

function remplir(
  texte: string,
  dossier: Pick<Dossier, 'client' | 'prestation'>,
  c: Contexte,
): string {
  return texte
    .replaceAll('{contact}', c.contacts[dossier.client] ?? 'notre contact')
    .replaceAll('{objet}', dossier.prestation.objet);
}

function action(champs: Partial<Action> & Pick<Action, 'date' | 'type'>): Action {
  return {
    client: null,
    affaire: null,
    devis: null,
    auteur: null,
    duree: null,
    compteRendu: null,
    suite: null,
    echeance: null,
    fait: true,
    reference: null,
    brouillon: null,
    ...champs,
  };
}

function relances(d: Dossier, c: Contexte): Action[] {
  const numero = c.numeros.devis.get(d) ?? '';
  return d.versions.flatMap((v) => {
    const devis = designer({ numero, version: v.version });
    return v.relances.map((date, i) => {
      const reference = referenceRelance(devis, i + 1);
      return action({
        date,
        type: 'Relance',
        client: ORGANISATIONS[d.client]?.nom ?? null,
        affaire: c.numeros.affaires.get(d) ?? null,
        devis,
        auteur: d.responsable,
        duree: 0.25,
        compteRendu: remplir(T.RELANCES[i] ?? '', d, c),
        reference,
        brouillon: nomFichierBrouillon(reference),
      });
    });
  });
}

/** Contact, visite, décision : ce que l'on note d'une affaire. */
function vieDuDossier(d: Dossier, c: Contexte): Action[] {
  const { hasard, aujourdHui } = c;
  const commun = {
    client: ORGANISATIONS[d.client]?.nom ?? null,
    affaire: c.numeros.affaires.get(d) ?? null,
    auteur: d.responsable,
  };
  const actions: Action[] = [];
  const noter = (
    date: DateCivile,
    type: Action['type'],
    duree: number,
    textes: readonly string[],
    plus: Partial<Action> = {},
  ) => {
    if (date > aujourdHui) return;
    const compteRendu = remplir(hasard.choisir(textes), d, c);
    actions.push(action({ date, type, duree, compteRendu, ...commun, ...plus }));
  };
  if (hasard.chance(0.4))
    noter(d.detecteLe, hasard.choisir(['Appel', 'E-mail', 'Réunion']), 0.5, T.PREMIERS_CONTACTS);
  if (d.montantEstime > 1_500_000 && hasard.chance(0.4))
    noter(ajouterOuvres(d.detecteLe, 2), 'Visite', hasard.choisir([2, 3, 4]), T.VISITES);
  const porteuse = versionPorteuse(d);
  const numero = c.numeros.devis.get(d) ?? '';
  const devis = porteuse ? designer({ numero, version: porteuse.version }) : null;
  if (porteuse?.decideLe && hasard.chance(0.25)) {
    const textes = porteuse.statut === 'Signé' ? T.SIGNATURES : T.REFUS;
    noter(porteuse.decideLe, 'Appel', 0.25, textes, { devis });
  }
  if (porteuse?.statut === 'Envoyé' && porteuse.envoyeLe && !d.sansSuite) {
    const enRetard = hasard.chance(0.12);
    const date = enRetard
      ? ajouterOuvres(aujourdHui, -6)
      : ajouterOuvres(aujourdHui, -hasard.entier(1, 5));
    noter(date < porteuse.envoyeLe ? porteuse.envoyeLe : date, 'Appel', 0.25, T.SUIVIS, {
      devis,
      suite: remplir(hasard.choisir(T.SUITES), d, c),
      echeance: enRetard
        ? ajouterOuvres(aujourdHui, -2)
        : prochainJourOuvre(ajouterJours(aujourdHui, hasard.entier(2, 16))),
      fait: false,
    });
  }
  return actions;
}

/** Revues du lundi, petits déjeuners, salons : la vie du bureau. */
function vieDuBureau({ aujourdHui, hasard }: Contexte): Action[] {
  const actions: Action[] = [];
  let semaine = 0;
  for (
    let lundi = lundiDe(ajouterJours(debutExemple(aujourdHui), 7));
    lundi <= aujourdHui;
    lundi = ajouterJours(lundi, 7)
  ) {
    const date = prochainJourOuvre(lundi);
    semaine += 1;
    if (date > aujourdHui || date.slice(5, 7) === '08') continue;
    actions.push(
      action({
        date,
        type: 'Revue',
        auteur: GERANTE,
        duree: 1,
        compteRendu: hasard.choisir(T.REVUES),
      }),
    );
    const evenement = semaine % 13 === 5 ? 'Petit déjeuner' : semaine % 26 === 17 ? 'Salon' : null;
    const jour = ajouterOuvres(date, 3);
    if (evenement && jour <= aujourdHui)
      actions.push(
        action({
          date: jour,
          type: evenement,
          auteur: hasard.choisir(VENDEURS),
          duree: evenement === 'Salon' ? 8 : 3,
          compteRendu: T.EVENEMENTS[evenement],
        }),
      );
  }
  return actions;
}

/** Prospection : des appels et courriels sans affaire, jamais vers les « jamais contactés ». */
function prospection(c: Contexte, nombre: number): Action[] {
  const { hasard, aujourdHui } = c;
  const muets: ReadonlySet<number> = new Set(ROLES_CLIENTS.jamaisContactes);
  const clients = ORGANISATIONS.map((_, i) => i).filter((i) => !muets.has(i));
  return Array.from({ length: nombre }, () => {
    const client = hasard.choisir(clients);
    const jours = hasard.entier(2, 500);
    const compteRendu = hasard
      .choisir(T.PROSPECTION)
      .replaceAll('{contact}', c.contacts[client] ?? '');
    return action({
      date: jourOuvrePrecedent(ajouterJours(aujourdHui, -jours)),
      type: hasard.choisir(['Appel', 'Appel', 'E-mail', 'Autre']),
      client: ORGANISATIONS[client]?.nom ?? null,
      auteur: hasard.choisir(VENDEURS),
      duree: 0.25,
      compteRendu,
    });
  });
}

/** L'onglet Actions, dans l'ordre des jours. */
export function lignesActions(dossiers: readonly Dossier[], c: Contexte): Action[] {
  return [
    ...dossiers.flatMap((d) => [...(d.doublonDe ? [] : vieDuDossier(d, c)), ...relances(d, c)]),
    ...vieDuBureau(c),
    ...prospection(c, 45),
  ].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
