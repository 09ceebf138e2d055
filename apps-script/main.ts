import { lireClasseurGoogle } from './source-google';
import { construireSnapshot } from '../src/classeur/snapshot';
import { planControle } from '../src/controle/plan-controle';
import { analyserNumeros } from '../src/devis/analyser-numeros';
import type { Contexte } from '../src/commun/contexte';
import type { DateCivile, Horodatage } from '../src/commun/date-civile';
import { accord } from '../src/messages/formats';
import { messageDe } from '../src/messages/probleme';

const TITRE = 'Contrôle du classeur';
const MONTREES = 20;

/** Appelé par Google à l'ouverture du classeur : pose le menu. Ne touche à aucun service. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Suivi commercial').addItem('Contrôler', 'controler').addToUi();
}

function contexteGoogle(): Contexte {
  const instant = Utilities.formatDate(new Date(), 'Europe/Paris', "yyyy-MM-dd'T'HH:mm");
  return {
    aujourdHui: instant.slice(0, 10) as DateCivile,
    maintenant: instant as Horodatage,
    utilisateur: '',
    origine: 'module',
  };
}

/** Menu « Contrôler » : dit ce qui ne va pas dans le classeur, sans rien y écrire. */
export function controler(): void {
  const ui = SpreadsheetApp.getUi();
  const source = lireClasseurGoogle(SpreadsheetApp.getActiveSpreadsheet().getId());
  const { snapshot, problemes } = construireSnapshot(source);
  if (!snapshot) {
    ui.alert(TITRE, problemes.map(messageDe).join('\n'), ui.ButtonSet.OK);
    return;
  }
  const { anomalies } = planControle(
    snapshot,
    analyserNumeros(snapshot),
    contexteGoogle(),
  ).resultat;
  const reste = anomalies.length - MONTREES;
  const lignes = [
    `${accord(anomalies.length, 'anomalie', 'anomalies')}.`,
    ...anomalies.slice(0, MONTREES).map((a) => a.message),
    ...(reste > 0 ? [`… et ${accord(reste, 'autre', 'autres')}.`] : []),
  ];
  ui.alert(TITRE, lignes.join('\n'), ui.ButtonSet.OK);
}
