import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trouver } from './programmes';

/** Une cellule à changer avant de recalculer : `Devis!L5` ; un texte qui commence par `=` est une formule. */
interface Saisie {
  readonly cellule: string;
  readonly valeur: string | number;
}

/** Un calcul : ce qu'on y tape, et la plage qu'on y relit. */
export interface Calcul {
  readonly saisies: readonly Saisie[];
  readonly plages: readonly string[];
}

export interface Recalcul {
  /** Par calcul, par plage, ligne à ligne : un nombre, ou le texte montré. */
  readonly lus: readonly (string | number)[][][][];
  /** Durée du premier recalcul entier, en millisecondes. */
  readonly duree: number;
}

const EN_TETE = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n`;

/** Lit des ordres, un par ligne : ouvrir, texte, nombre, calculer, lire. */
const MACRO = `Sub Main
 Dim p(0) As New com.sun.star.beans.PropertyValue
 Dim ordre As String, quoi As String, reste As String, fichier As String
 Dim i As Long, j As Long
 p(0).Name = "Hidden"
 p(0).Value = True
 fichier = Environ("SUIVI_ORDRES")
 e = FreeFile()
 Open fichier For Input As #e
 s = FreeFile()
 Open fichier &amp; ".sortie" For Output As #s
 Do While Not Eof(e)
  Line Input #e, ordre
  k = InStr(ordre, Chr(9))
  If k = 0 Then
   quoi = ordre
   reste = ""
  Else
   quoi = Left(ordre, k - 1)
   reste = Mid(ordre, k + 1)
  End If
  Select Case quoi
  Case "ouvrir"
   d = StarDesktop.loadComponentFromURL(reste, "_blank", 0, p())
  Case "nombre", "texte", "formule"
   m = Split(reste, Chr(9))
   c = Cible(d, m(0))
   If quoi = "nombre" Then
    c.setValue(Val(m(1)))
   ElseIf quoi = "formule" Then
    c.setFormula(m(1))
   Else
    c.setString(m(1))
   End If
  Case "calculer", "actualiser"
   t = GetSystemTicks()
   If quoi = "calculer" Then d.calculateAll() Else d.calculate()
   Print #s, "duree" &amp; Chr(9) &amp; Trim(Str(GetSystemTicks() - t))
  Case "lire"
   lignes = Cible(d, reste).getDataArray()
   Print #s, "plage" &amp; Chr(9) &amp; Trim(Str(UBound(lignes) + 1))
   For i = 0 To UBound(lignes)
    texte = ""
    valeurs = lignes(i)
    For j = 0 To UBound(valeurs)
     If j > 0 Then texte = texte &amp; Chr(9)
     If TypeName(valeurs(j)) = "String" Then texte = texte &amp; "t" &amp; valeurs(j) Else texte = texte &amp; "n" &amp; Trim(Str(valeurs(j)))
    Next
    Print #s, texte
   Next
  Case "fermer"
   d.close(True)
  End Select
 Loop
 Close #e
 Close #s
End Sub
Function Cible(d, adresse)
 m = Split(adresse, "!")
 Cible = d.Sheets.getByName(m(0)).getCellRangeByName(m(1))
End Function
`;

function lancer(profil: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  execFileSync(
    trouver('soffice', 'libreoffice-calc'),
    ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profil).href}`, ...args],
    { stdio: 'ignore', timeout: 30 * 60_000, env: { ...process.env, ...env } },
  );
}

function installer(profil: string): void {
  // Un profil neuf reçoit d'abord les macros d'origine : on n'écrit la nôtre qu'après.
  lancer(profil, ['--terminate_after_init']);
  const dossier = join(profil, 'user', 'basic', 'Standard');
  writeFileSync(
    join(dossier, 'Module1.xba'),
    `${EN_TETE}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${MACRO}</script:module>`,
  );
}

const TABULATION = '\t';

function ordreDe(valeur: string | number): string {
  if (typeof valeur === 'number') return 'nombre';
  return valeur.startsWith('=') ? 'formule' : 'texte';
}

/** Recalcule des classeurs dans LibreOffice, en une seule ouverture du programme. */
export function recalculer(
  dossier: string,
  classeurs: ReadonlyArray<{ readonly chemin: string; readonly calculs: readonly Calcul[] }>,
): Recalcul[] {
  const profil = join(dossier, 'profil-calcul');
  installer(profil);
  const ordres = join(dossier, 'ordres.txt');
  const lignes = classeurs.flatMap(({ chemin, calculs }) => [
    `ouvrir${TABULATION}${pathToFileURL(chemin).href}`,
    ...calculs.flatMap(({ saisies, plages }, i) => [
      ...saisies.map(({ cellule, valeur }) => [ordreDe(valeur), cellule, valeur].join(TABULATION)),
      // Ensuite, seul ce qui dépend des saisies se recalcule, comme chez qui tape.
      i === 0 ? 'calculer' : 'actualiser',
      ...plages.map((plage) => `lire${TABULATION}${plage}`),
    ]),
    'fermer',
  ]);
  writeFileSync(ordres, `${lignes.join('\n')}\n`);
  lancer(profil, ['macro:///Standard.Module1.Main'], { SUIVI_ORDRES: ordres });
  const sortie = readFileSync(`${ordres}.sortie`, 'utf8').split('\n');
  let i = 0;
  const suivante = (): string => sortie[i++] ?? '';
  return classeurs.map(({ calculs }) => {
    let duree = -1;
    const lus = calculs.map(({ plages }) => {
      const ms = Number(suivante().split(TABULATION)[1]);
      if (duree < 0) duree = ms;
      return plages.map(() => {
        const combien = Number(suivante().split(TABULATION)[1]);
        return Array.from({ length: combien }, () =>
          suivante()
            .split(TABULATION)
            .map((v) => (v.startsWith('n') ? Number(v.slice(1)) : v.slice(1))),
        );
      });
    });
    return { lus, duree };
  });
}
