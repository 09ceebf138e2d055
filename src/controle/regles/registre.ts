import type { Snapshot } from '../../classeur/snapshot';
import type { Ligne } from '../../classeur/tables';
import { estProvisoire } from '../../devis/designation';
import { lireNumero } from '../../devis/lire-numero';
import { lireMasque, type Numerote } from '../../devis/numerotation';
import { anomalie, type Anomalie } from '../regle';

interface Porteur {
  readonly numero: string;
  readonly compteur: number;
  readonly ligne: number;
}

/** Les numéros que portent des lignes et que Registre n'a pas (lignes effacées) : une anomalie par série. */
export function absentsDuRegistre(snapshot: Snapshot): Anomalie[] {
  const vus = new Set(snapshot.tables.registre.map((r) => r.numero?.toUpperCase()));
  return (['devis', 'affaires'] as const).flatMap((quoi) => {
    const series = new Map<string, [Porteur, ...Porteur[]]>();
    const { masque } = lireMasque(snapshot, quoi);
    const lignes: readonly Ligne<Numerote>[] = snapshot.tables[quoi];
    for (const { numero, ligne } of lignes) {
      if (numero === null || estProvisoire(numero) || vus.has(numero.toUpperCase())) continue;
      vus.add(numero.toUpperCase());
      const lu = masque && lireNumero(masque, numero);
      const porteur = { numero, compteur: lu?.compteur ?? 0, ligne };
      const cle = lu?.serie.toUpperCase() ?? '';
      const serie = series.get(cle);
      if (serie) serie.push(porteur);
      else series.set(cle, [porteur]);
    }
    return Array.from(series.values(), (porteurs) => {
      const [{ ligne, numero }] = porteurs;
      const [premier, dernier] = bornes(porteurs);
      const details = { nombre: porteurs.length, premier, dernier };
      return anomalie({ snapshot }, quoi, ligne, 'numero', 'REGISTRE_INCOMPLET', numero, details);
    });
  });
}

function bornes(porteurs: readonly [Porteur, ...Porteur[]]): [string, string] {
  let [premier] = porteurs;
  let dernier = premier;
  for (const p of porteurs) {
    if (p.compteur < premier.compteur) premier = p;
    if (p.compteur >= dernier.compteur) dernier = p;
  }
  return [premier.numero, dernier.numero];
}
