/** `@socialgouv/jours-feries` n'a pas de types. Chaque date est minuit **heure locale**. */
declare module '@socialgouv/jours-feries' {
  function getJoursFeries(
    annee: number,
    options?: { readonly alsace: boolean },
  ): Readonly<Record<string, Date>>;
  export = getJoursFeries;
}
