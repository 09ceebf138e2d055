import type { Exemple } from '../../sheets-templates/exemple/generer-exemple';
import { joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { estOuvre } from '../../src/commun/jours-ouvres';
import { designer, estProvisoire } from '../../src/devis/designation';

const NUMEROTES = new Set(['Validé', 'Envoyé', 'Signé', 'Refusé', 'Sans suite', 'Remplacé']);
const DECIDES = new Set(['Signé', 'Refusé', 'Sans suite']);

/** Ce qui se contredit dans un exemple ; vide s'il est cohérent. */
export function contradictions(e: Exemple, aujourdHui: DateCivile): string[] {
  const fautes: string[] = [];
  const exiger = (vrai: boolean, faute: string): void => {
    if (!vrai) fautes.push(faute);
  };
  const clients = new Map(e.clients.map((c) => [c.organisation, c]));
  const affaires = new Map(e.affaires.map((a) => [a.numero, a]));
  const registre = new Map(e.registre.map((r) => [r.numero, r]));
  exiger(registre.size === e.registre.length, 'un numéro est tiré deux fois');
  for (const r of e.registre) {
    exiger(
      r.compteur === 1 ||
        registre.has(`${r.serie}${String((r.compteur ?? 0) - 1).padStart(4, '0')}`),
      `trou avant ${r.numero}`,
    );
    const cite =
      affaires.has(r.numero) || e.devis.some((d) => d.numero === r.numero) || r.annuleLe !== null;
    exiger(cite, `${r.numero} n’est nulle part`);
  }
  const relances = new Map<string, DateCivile[]>();
  for (const a of e.actions) {
    exiger(a.date !== null && a.date <= aujourdHui && estOuvre(a.date), `action le ${a.date}`);
    exiger(a.client === null || clients.has(a.client), `action : client ${a.client}`);
    exiger(a.affaire === null || affaires.has(a.affaire), `action : affaire ${a.affaire}`);
    if (a.type !== 'Relance' || !a.date || !a.devis) continue;
    const dates = relances.get(a.devis) ?? [];
    dates.push(a.date);
    relances.set(a.devis, dates);
    exiger(a.reference === `${a.devis}/R${dates.length}`, `référence ${a.reference}`);
  }
  for (const d of e.devis) {
    const nom = designer(d);
    const etapes = [d.creeLe, d.soumisLe, d.valideLe, d.envoyeLe, d.decideLe].filter(
      (x) => x !== null,
    );
    exiger(etapes.join() === [...etapes].sort().join(), `${nom} : dates ${etapes.join(' > ')}`);
    exiger(
      etapes.every((x) => x <= aujourdHui && estOuvre(x)),
      `${nom} : jours ${etapes.join()}`,
    );
    exiger((d.montantHt ?? 0) * 1.2 === d.montantTtc, `${nom} : TTC`);
    exiger((d.montantHt ?? 0) >= 150_000 && (d.montantHt ?? 0) <= 20_000_000, `${nom} : montant`);
    exiger(clients.has(d.client) && affaires.has(d.affaire), `${nom} : client ou affaire inconnu`);
    exiger(d.auteur !== d.validePar, `${nom} : validé par son auteur`);
    const numerote = NUMEROTES.has(d.statut ?? '');
    if (numerote) exiger(registre.has(d.numero), `${nom} : absent du Registre`);
    if (d.version === 1 && ['Brouillon', 'En validation'].includes(d.statut ?? ''))
      exiger(estProvisoire(d.numero ?? ''), `${nom} : numéroté trop tôt`);
    exiger((d.decideLe !== null) === DECIDES.has(d.statut ?? ''), `${nom} : décision`);
    exiger(
      (d.motif !== null) === (d.statut === 'Refusé' || d.statut === 'Sans suite'),
      `${nom} : motif`,
    );
    if (d.motif === 'Concurrent retenu') exiger(d.concurrent !== null, `${nom} : concurrent`);
    exiger(
      d.prochaineRelance === null || d.statut === 'Envoyé',
      `${nom} : relance d’un devis clos`,
    );
    const faites = relances.get(nom) ?? [];
    exiger((d.relancesFaites ?? 0) === faites.length, `${nom} : nombre de relances`);
    exiger(d.derniereRelance === (faites[faites.length - 1] ?? null), `${nom} : dernière relance`);
    if (d.envoyeLe) {
      exiger(d.validite !== null && joursEntre(d.envoyeLe, d.validite) === 30, `${nom} : validité`);
      exiger(d.envoyeA === clients.get(d.client)?.email, `${nom} : envoyé à`);
    }
    const affaire = affaires.get(d.affaire);
    if (numerote)
      exiger(
        ['Go', 'Go sous conditions', 'À revoir'].includes(affaire?.decision ?? ''),
        `${nom} : parti sans Go`,
      );
    if (d.statut === 'Envoyé') exiger(affaire?.etape === 'Devis en cours', `${nom} : étape`);
    if (d.statut === 'Refusé' || d.statut === 'Sans suite')
      exiger(affaire?.etape === 'Perdue', `${nom} : ${affaire?.etape}`);
    if (d.statut === 'Signé')
      exiger(affaire?.commandeLe === d.decideLe, `${nom} : commande du ${affaire?.commandeLe}`);
    if (d.statut === 'Remplacé')
      exiger(
        e.devis.some((x) => x.numero === d.numero && x.version === 2 && x.envoyeLe !== null),
        `${nom} : remplacé par rien`,
      );
  }
  for (const c of e.clients) {
    const signe = e.devis.some((d) => d.client === c.organisation && d.statut === 'Signé');
    exiger((c.statut !== 'Prospect') === signe, `${c.organisation} : ${c.statut}`);
  }
  for (const a of e.affaires) {
    if (a.decision === 'Go sous conditions')
      exiger(a.conditions !== null, `${a.numero} : conditions`);
    if (a.decideLe) exiger(a.decideLe <= aujourdHui, `${a.numero} : décidée demain`);
    exiger(clients.has(a.client), `${a.numero} : client`);
  }
  for (const f of e.factures) {
    const nom = f.numero ?? `BL du ${f.blLe}`;
    exiger(affaires.has(f.affaire), `${nom} : affaire`);
    exiger((f.numero === null) === (f.emiseLe === null), `${nom} : numéro`);
    if (f.blLe && f.emiseLe && clients.get(f.client)?.proformaVautBl !== true)
      exiger(joursEntre(f.blLe, f.emiseLe) >= 8, `${nom} : facturée avant la fin du délai`);
    for (const jour of [f.blLe, f.emiseLe, f.payeLe])
      exiger(jour === null || (jour <= aujourdHui && estOuvre(jour)), `${nom} : ${jour}`);
    if (f.payeLe) exiger(f.paye === f.montantTtc, `${nom} : payé`);
  }
  for (const [numero, a] of affaires) {
    const ht = e.devis.find((d) => d.affaire === numero && d.statut === 'Signé')?.montantHt ?? 0;
    const facture = e.factures
      .filter((f) => f.affaire === numero)
      .reduce((n, f) => n + (f.montantHt ?? 0), 0);
    exiger(facture <= ht, `${numero} : facturé plus que signé`);
    if (a.etape === 'Close') exiger(facture >= ht * 0.95, `${numero} : close sans être facturée`);
  }
  return fautes;
}
