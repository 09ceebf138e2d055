import ts from 'typescript';

/** « Cannot find name » sous ses différentes formes. */
const INTROUVABLE: ReadonlySet<number> = new Set([2304, 2552, 2580, 2582, 2583, 2584, 2585, 2591]);

/** Les noms que chaque script emploie et que ni le langage (es2021) ni Apps Script ne définissent. */
export function nomsLibres(scripts: Readonly<Record<string, string>>): Record<string, string[]> {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2021,
    lib: ['lib.es2021.d.ts'],
    types: ['google-apps-script'],
    skipLibCheck: true,
  };
  const hote = ts.createCompilerHost(options);
  const lire = hote.getSourceFile.bind(hote);
  const codeDe = (fichier: string): string | undefined => scripts[fichier.replace(/\.js$/, '')];
  hote.fileExists = (f) => codeDe(f) !== undefined || ts.sys.fileExists(f);
  hote.getSourceFile = (f, ...reste) => {
    const code = codeDe(f);
    return code === undefined
      ? lire(f, ...reste)
      : ts.createSourceFile(f, code, ts.ScriptTarget.ES2021, true);
  };
  const noms = Object.keys(scripts);
  const programme = ts.createProgram(
    noms.map((nom) => `${nom}.js`),
    options,
    hote,
  );
  return Object.fromEntries(
    noms.map((nom) => {
      const source = programme.getSourceFile(`${nom}.js`);
      const libres = programme
        .getSemanticDiagnostics(source)
        .filter((d) => INTROUVABLE.has(d.code))
        .map((d) => source?.text.slice(d.start ?? 0, (d.start ?? 0) + (d.length ?? 0)) ?? '');
      return [nom, [...new Set(libres)].sort()];
    }),
  );
}
