import { planGoNoGo, type ResultatGoNoGo } from '../../src/affaires/gonogo';
import { trouverAffaire } from '../../src/affaires/trouver-affaire';
import { AFFAIRES } from '../../src/classeur/tables/affaires';
import { formatMontant } from '../../src/messages/formats';
import { estDeCode } from '../../src/messages/probleme';
import { champ, champRequis } from '../formulaire/champ';
import { phrases } from '../formulaire/phrase';
import { empechements, formulaire, type Rattachement } from './formulaire';
import { referenceExacte } from './listes';
import { conclusion, element, lienVers, resultat, suite } from './vues';

const c = AFFAIRES.colonnes;
/** « Go/NoGo : le délai… » : ici, tout parle de Go/NoGo. */
const sansPrefixe = (aide: string): string =>
  aide.replace(/^Go\/NoGo : (.)/, (_, l: string) => l.toUpperCase());
const critere = (colonne: typeof c.delai) => champ(colonne, { aide: sansPrefixe(colonne.aide) });
/** Les deux questions sans lesquelles on ne décide pas (S2-3). */
const decisif = (colonne: typeof c.delai) =>
  champ(colonne, { aide: `${sansPrefixe(colonne.aide)} Nécessaire pour un Go ou un NoGo.` });

const CHAMPS = {
  delai: decisif(c.delai),
  competence: decisif(c.competence),
  ressources: critere(c.ressources),
  donnees: critere(c.donnees),
  moyens: critere(c.moyens),
  qualite: critere(c.qualite),
  decision: champRequis(c.decision, { libelle: 'Décision' }),
  conditions: champ(c.conditions),
};

const AUTRE = suite('Choisir une autre affaire…', 'choisir.affaire', 'affaire.gonogo');

const rattacher: Rattachement<typeof CHAMPS> = (p) => {
  if (estDeCode(p, 'CRITERE_MANQUANT')) {
    return [p.args.critere, 'Répondez par Oui ou Non : sans cette réponse, pas de décision.'];
  }
  if (estDeCode(p, 'GO_SANS_CONDITIONS')) {
    return ['conditions', 'Un « Go sous conditions » demande des conditions écrites.'];
  }
  return DE_LA_DECISION.has(p.code) ? 'decision' : null;
};

const DE_LA_DECISION: ReadonlySet<string> = new Set([
  'GO_CONTREDIT',
  'GONOGO_INVALIDE',
  'NOGO_TROP_TARD',
]);

/** La revue de contrat (S2-3) : aucun devis ne part sans un Go. */
export const affaireGonogo = formulaire<typeof CHAMPS, ResultatGoNoGo>({
  action: 'affaire.gonogo',
  titre: 'Go / NoGo',
  bouton: 'Enregistrer la décision',
  journal: () => 'affaire gonogo',
  champs: CHAMPS,
  rattacher,
  ouvrir({ snapshot, contexte }, cible) {
    const { affaire, problemes } = trouverAffaire(snapshot, cible ?? '');
    if (!affaire) return resultat('perdu', phrases(problemes), { suites: [AUTRE] });
    const commande = { affaire: affaire.numero, decision: 'À revoir' };
    const bloquants = empechements(planGoNoGo(snapshot, commande, contexte).problemes, rattacher);
    if (bloquants.length > 0) return resultat('perdu', phrases(bloquants), { suites: [AUTRE] });
    const estime = affaire.montantEstime;
    const contenu = Object.fromEntries(
      Object.keys(CHAMPS).map((cle) => [cle, { valeur: affaire[cle as keyof typeof CHAMPS] }]),
    );
    return {
      intro: [
        [affaire.numero, affaire.client].filter((t) => t).join(' · '),
        affaire.objet ?? '',
        [affaire.etape, estime !== null && `${formatMontant(estime)} estimés`]
          .filter((t) => t)
          .join(' · '),
      ].filter((t) => t !== ''),
      contenu,
      annonce:
        'La décision sera datée d’aujourd’hui, à votre nom. Un NoGo abandonne l’affaire : ce n’est pas une perte.',
      suites: [AUTRE],
    };
  },
  decider: ({ snapshot, contexte }, valeurs, cible) =>
    planGoNoGo(snapshot, { ...valeurs, affaire: cible ?? '' }, contexte),
  conclure({ snapshot }, plan) {
    const { numero, decision } = plan.resultat;
    const { affaire } = trouverAffaire(snapshot, numero);
    const go = decision === 'Go' || decision === 'Go sous conditions';
    const aValider = snapshot.tables.devis.filter(
      (d) => d.affaire === numero && d.statut === 'En validation' && d.numero !== null,
    );
    return conclusion(plan, `Revue de contrat de l’affaire ${numero} : ${decision ?? ''}.`, {
      elements: affaire
        ? [
            element(numero, {
              detail: [affaire.client, affaire.objet].filter((t) => t).join(' · '),
              ton: go ? 'gagne' : 'neutre',
              lien: lienVers('affaires', affaire.ligne),
            }),
          ]
        : [],
      suites: go
        ? [
            ...aValider
              .slice(0, 3)
              .map((d) => suite(`Valider ${d.numero}…`, 'devis.valider', referenceExacte(d))),
            suite('Nouveau devis…', 'devis.nouveau', numero),
          ]
        : [],
    });
  },
});
