import { analyserNumeros } from '../../src/devis/analyser-numeros';
import { planControle } from '../../src/controle/plan-controle';
import { accord } from '../../src/messages/formats';
import type { Executer } from '../declaration';

/** `suivi controler` : anomalies, trous et doublons ; l'onglet Anomalies est refait. */
export const executer: Executer = async (_args, session) => {
  const { sortie } = session;
  const plan = await session
    .classeur()
    .modifier('controle', (s) => planControle(s, analyserNumeros(s), session.contexte));
  const { anomalies, numeros } = plan.resultat;
  sortie.rendre(plan.resultat, () => {
    for (const a of anomalies) sortie.ligne(a.message);
    for (const t of numeros.trous) {
      sortie.ligne(
        `${sortie.attention(t.numero)} : numéro absent. ${t.explication ?? 'Sans explication.'}`,
      );
    }
    for (const d of numeros.doublons) {
      sortie.ligne(
        `${sortie.attention(d.numero)} : numéro en double, lignes ${d.lignes.join(', ')}.`,
      );
    }
    if (anomalies.length + numeros.trous.length + numeros.doublons.length > 0) sortie.ligne();
    sortie.succes(
      [
        accord(anomalies.length, 'anomalie', 'anomalies'),
        accord(numeros.trous.length, 'trou', 'trous'),
        accord(numeros.doublons.length, 'doublon', 'doublons'),
      ].join(', ') + '.',
    );
    if (anomalies.length > 0) sortie.ligne('Elles sont aussi dans l’onglet « Anomalies ».');
  });
  return 0;
};
