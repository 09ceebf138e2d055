/** SIREN de La Poste : ses établissements ont une clé à elle (somme des chiffres multiple de 5). */
const LA_POSTE = '356000000';

/** Ôte espaces et points : `732 829 320 00074` → 14 chiffres. */
export function chiffresSiret(texte: string): string {
  return texte.replace(/[\s\u00a0\u202f.-]/g, '');
}

/** SIREN (9 chiffres) ou SIRET (14) dont la clé est juste. */
export function estSiretValide(texte: string): boolean {
  const chiffres = chiffresSiret(texte);
  if (!/^(\d{9}|\d{14})$/.test(chiffres)) return false;
  if (sommeLuhn(chiffres) % 10 === 0) return true;
  return chiffres.length === 14 && chiffres.startsWith(LA_POSTE) && sommeSimple(chiffres) % 5 === 0;
}

function sommeLuhn(chiffres: string): number {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i++) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]);
    const double = i % 2 === 1 ? chiffre * 2 : chiffre;
    somme += double > 9 ? double - 9 : double;
  }
  return somme;
}

function sommeSimple(chiffres: string): number {
  return [...chiffres].reduce((somme, c) => somme + Number(c), 0);
}
