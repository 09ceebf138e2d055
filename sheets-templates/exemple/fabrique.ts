import { ajouterJours, joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { appliquerTaux, eurosVersCentimes, type Centimes } from '../../src/commun/montant';
import { prochainJourOuvre } from '../../src/commun/jours-ouvres';
import type { Motif } from '../../src/classeur/tables/devis';
import { ajouterOuvres, debutExemple, jourDeRelance } from './calendrier';
import type { Dossier, Origine, Version } from './dossier';
import { Hasard } from './hasard';
import { CONCURRENTS, ORGANISATIONS } from './noms-clients';
import { VENDEURS } from './personnes';
import { prestationsDe, type Prestation } from './prestations';

/** Ce qui arrive à un devis parti : la décision du client, ou rien encore. */
export type Issue = 'Signé' | 'Refusé' | 'Sans suite' | 'Envoyé';

const ORIGINES_CLIENT: readonly Origine[] = [
  'Client existant',
  'Client existant',
  'Bouche à oreille',
  'Réseau',
  'Recommandation',
  'Appel d’offres',
  'Appel d’offres',
  'Salon',
  'Petit déjeuner',
  'Prospection',
  'Site internet',
  'Autre',
];
const MOTIFS_REFUS: readonly Motif[] = [
  'Prix',
  'Prix',
  'Prix',
  'Délai',
  'Concurrent retenu',
  'Concurrent retenu',
  'Concurrent retenu',
  'Budget insuffisant',
  'Compétence',
  'Réalisé en interne',
  'Autre',
];
const MOTIFS_SANS_SUITE: readonly Motif[] = ['Projet abandonné', 'Projet reporté', 'Sans réponse'];
const CONDITIONS = [
  'Renfort d’un dessinateur confirmé avant le démarrage.',
  'Accès au site garanti par écrit.',
  'Sous-traitance du lot géotechnique acceptée par le client.',
];

/** Fabrique les dossiers d'une graine ; tient les proportions (motifs, décisions, vendeurs). */
export class Fabrique {
  readonly hasard: Hasard;
  private readonly vendeur: () => string;
  private readonly motifRefus: () => Motif;
  private readonly motifSansSuite: () => Motif;

  constructor(
    readonly aujourdHui: DateCivile,
    graine: number,
  ) {
    this.hasard = new Hasard(graine);
    const [a = '', b = '', c = ''] = VENDEURS;
    this.vendeur = this.hasard.paquet([a, a, a, b, b, b, c, c]);
    this.motifRefus = this.hasard.paquet(MOTIFS_REFUS);
    this.motifSansSuite = this.hasard.paquet(MOTIFS_SANS_SUITE);
  }

  /** Une prestation du secteur, et son prix : beaucoup de petites, peu de très grandes. */
  private prestation(client: number): { prestation: Prestation; montant: Centimes } {
    const { hasard } = this;
    const prestation = hasard.choisir(prestationsDe(ORGANISATIONS[client]?.secteur ?? 'Tertiaire'));
    const part = Math.min(hasard.reel(), hasard.reel());
    const euros = prestation.plancher + part * (prestation.plafond - prestation.plancher);
    const pas = euros < 10_000 ? 50 : 250;
    return { prestation, montant: eurosVersCentimes(Math.round(euros / pas) * pas) };
  }

  /** Un dossier sans devis ; les champs donnés l'emportent. */
  dossier(client: number, detecteLe: DateCivile, champs: Partial<Dossier> = {}): Dossier {
    const { prestation, montant } = this.prestation(client);
    const sousConditions = champs.decision === undefined && this.hasard.chance(0.1);
    const conditions =
      champs.decision === 'Go sous conditions' || sousConditions
        ? this.hasard.choisir(CONDITIONS)
        : null;
    return {
      client,
      prestation,
      responsable: this.vendeur(),
      origine: this.hasard.choisir(ORIGINES_CLIENT),
      detecteLe,
      montantEstime: montant,
      decision: sousConditions ? 'Go sous conditions' : 'Go',
      decideLe: ajouterOuvres(detecteLe, this.hasard.entier(1, 2)),
      conditions,
      versions: [],
      etape: null,
      signaturePrevue: null,
      recontacterLe: null,
      doublonDe: null,
      sansSuite: false,
      ...champs,
    };
  }

  /** Les relances faites avant une date, et la suivante s'il en reste. */
  relancesAvant(
    envoi: DateCivile,
    avant: DateCivile,
  ): { faites: DateCivile[]; suivante: DateCivile | null } {
    const faites: DateCivile[] = [];
    for (let rang = 0; ; rang += 1) {
      const jour = jourDeRelance(envoi, rang);
      if (jour === null || jour >= avant) return { faites, suivante: jour };
      faites.push(jour);
    }
  }

  /** Une version partie le `envoi`, décidée après `delai` jours (ou encore en attente). */
  versionPartie(
    montantHt: Centimes,
    envoi: DateCivile,
    issue: Issue | 'Remplacé',
    fin: DateCivile,
    champs: Partial<Version> = {},
  ): Version {
    const { hasard } = this;
    const { faites, suivante } = this.relancesAvant(envoi, fin);
    const motif =
      issue === 'Refusé'
        ? this.motifRefus()
        : issue === 'Sans suite'
          ? this.motifSansSuite()
          : null;
    const concurrent =
      motif === 'Concurrent retenu' || (motif === 'Prix' && hasard.chance(0.5))
        ? hasard.choisir(CONCURRENTS)
        : null;
    const valideLe = ajouterOuvres(envoi, -hasard.entier(0, 1));
    const soumisLe = ajouterOuvres(valideLe, -hasard.entier(0, 2));
    return {
      version: 1,
      montantHt,
      statut: issue,
      creeLe: ajouterOuvres(soumisLe, -hasard.entier(1, 3)),
      soumisLe,
      valideLe,
      envoyeLe: envoi,
      relances: faites,
      prochaineRelance: issue === 'Envoyé' ? suivante : null,
      pasDeRelanceAvant: null,
      decideLe: issue === 'Envoyé' || issue === 'Remplacé' ? null : fin,
      motif,
      concurrent,
      annulation: null,
      ...champs,
    };
  }

  /** Délai de décision : 5 à 60 jours, le plus souvent une vingtaine. */
  decision(envoi: DateCivile): DateCivile {
    const jours = 5 + Math.floor(54 * this.hasard.reel() * this.hasard.reel());
    return prochainJourOuvre(ajouterJours(envoi, jours));
  }

  /** Un devis parti et son histoire jusqu'à aujourd'hui ; parfois avec une seconde version. */
  devisParti(client: number, envoi: DateCivile, issue: Issue): Dossier {
    const { hasard, aujourdHui } = this;
    const debut = prochainJourOuvre(debutExemple(aujourdHui));
    const detecteLe = ajouterOuvres(envoi, -hasard.entier(8, 20));
    const base = this.dossier(client, detecteLe < debut ? debut : detecteLe);
    const montant = base.montantEstime;
    const decideLe = this.decision(envoi);
    const decide = issue !== 'Envoyé' && decideLe <= aujourdHui;
    const attendue = ajouterJours(envoi, hasard.entier(25, 55));
    const commun = {
      ...base,
      signaturePrevue:
        decide || attendue > aujourdHui ? attendue : ajouterJours(aujourdHui, hasard.entier(7, 40)),
    };
    const revise = hasard.chance(0.12) && joursEntre(envoi, aujourdHui) > 90;
    if (!revise) {
      const version = decide
        ? this.versionPartie(montant, envoi, issue, decideLe)
        : this.versionPartie(montant, envoi, 'Envoyé', ajouterJours(aujourdHui, 1));
      return { ...commun, versions: [version] };
    }
    const envoiV2 = ajouterOuvres(envoi, hasard.entier(8, 15));
    const finV2 = this.decision(envoiV2);
    const remise = hasard.choisir([0.88, 0.92, 0.95, 1.06]);
    const montantV2 = eurosVersCentimes(Math.round(appliquerTaux(montant, remise) / 5_000) * 50);
    return {
      ...commun,
      versions: [
        this.versionPartie(montant, envoi, 'Remplacé', ajouterOuvres(envoiV2, -4)),
        this.versionPartie(montantV2, envoiV2, issue, finV2, { version: 2 }),
      ],
    };
  }

  /** Un devis qui n'est pas parti : brouillon, en validation ou validé. */
  devisInterne(
    client: number,
    creeLe: DateCivile,
    statut: 'Brouillon' | 'En validation' | 'Validé' | 'Annulé',
    dossier: Partial<Dossier> = {},
    version: Partial<Version> = {},
  ): Dossier {
    const base = this.dossier(client, ajouterOuvres(creeLe, -this.hasard.entier(3, 9)), dossier);
    const soumisLe =
      statut === 'Brouillon' || statut === 'Annulé' ? null : ajouterOuvres(creeLe, 1);
    return {
      ...base,
      signaturePrevue: ajouterJours(this.aujourdHui, this.hasard.entier(20, 60)),
      ...dossier,
      versions: [
        {
          version: 1,
          montantHt: base.montantEstime,
          statut,
          creeLe,
          soumisLe,
          valideLe: statut === 'Validé' && soumisLe ? ajouterOuvres(soumisLe, 1) : null,
          envoyeLe: null,
          relances: [],
          prochaineRelance: null,
          pasDeRelanceAvant: null,
          decideLe: null,
          motif: null,
          concurrent: null,
          annulation: null,
          ...version,
        },
      ],
    };
  }
}
