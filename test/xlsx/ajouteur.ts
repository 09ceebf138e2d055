import { appendFileSync } from 'node:fs';
import { ajouter } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';

/** Processus d'essai : ajoute `nombre` devis un à un, et note chacun une fois l'écriture rendue. */
const [chemin = '', nom = '', nombre = '0', temoin = ''] = process.argv.slice(2);
process.send?.('prêt');
for (let i = 0; i < Number(nombre); i++) {
  const numero = `${nom}-${i}`;
  await modifierClasseur(chemin, (s) =>
    plan(null, {
      // Le rang vu sous verrou : deux processus qui verraient le même auraient tiré le même numéro.
      changements: [ajouter('devis', { numero, version: s.tables.devis.length + 1 })],
    }),
  );
  if (temoin) appendFileSync(temoin, `${numero}\n`);
  process.send?.(numero);
}
process.disconnect?.();
