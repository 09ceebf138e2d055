import { describe, expect, it } from 'vitest';
import { ajouter, modifier } from '../../src/classeur/changements';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { plan } from '../../src/classeur/plan';
import type { Appel, Reponse } from '../../src/sheets-api/appel';
import { lireAutomatismes, noterAutomatisme } from '../../src/sheets-api/automatismes';
import { ClasseurGoogle, classeurInstalle } from '../support/classeur-google';
import { classeurLeger, jsonLeger } from '../support/classeur-leger';

type Panne = (appel: Appel, executer: () => Reponse) => Reponse | null;
const echec = (statut: number | null, message = ''): Reponse => ({ ok: false, statut, message });
const ecriture = (appel: Appel): boolean => appel.methode === 'batchUpdate';

/** Les `n` premières écritures tombent en panne ; `apres` : elles ont pourtant eu lieu. */
function pannes(n: number, statut: number | null, apres = false): Panne {
  let reste = n;
  return (appel, executer) => {
    if (!ecriture(appel) || reste === 0) return null;
    reste -= 1;
    if (apres) executer();
    return echec(statut, 'panne');
  };
}

const codes = (tente: () => unknown): string[] => {
  try {
    tente();
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return erreur.problemes.map((p) => p.code);
    throw erreur;
  }
  return [];
};

const gamma = ajouter('clients', { organisation: 'Gamma' });
const clients = (classeur: ClasseurGoogle) =>
  classeur.lire().tables.clients.map((c) => c.organisation);
const attentes = (classeur: ClasseurGoogle) =>
  classeur.demandes.flatMap((d) => (d.methode === 'attendre' ? [d.ms] : []));

describe('Google en panne pendant l’écriture', () => {
  it.each([
    ['429, une fois', 1, 429, false, [1000]],
    ['500 avant d’écrire', 1, 500, false, [1000]],
    ['500 après avoir écrit', 1, 500, true, [1000]],
    ['réponse perdue avant', 2, null, false, [1000, 2000]],
    ['réponse perdue après', 1, null, true, [1000]],
    ['503 deux fois, écrit dès la première', 2, 503, true, [1000]],
  ] as const)('%s : écrit une fois, et une seule', (_, n, statut, apres, attendu) => {
    const classeur = classeurLeger();
    classeur.intercepter = pannes(n, statut, apres);
    classeur.appliquer(gamma);
    expect(attentes(classeur)).toEqual(attendu);
    expect(clients(classeur)).toEqual(['Gamma']);
  });

  it('réponse perdue après l’écriture, puis d’autres écrivent : on sait encore que c’était écrit', () => {
    const classeur = classeurLeger();
    classeur.intercepter = (appel, executer) => {
      if (!ecriture(appel)) return null;
      executer();
      classeur.intercepter = () => null;
      classeur.appliquer(ajouter('clients', { organisation: 'Un autre' }));
      classeur.appliquer(ajouter('clients', { organisation: 'Un troisième' }));
      return echec(null, 'délai dépassé');
    };
    classeur.appliquer(gamma);
    expect(clients(classeur)).toEqual(['Gamma', 'Un autre', 'Un troisième']);
  });

  it.each([
    [429, ['QUOTA_GOOGLE']],
    [503, ['GOOGLE_INJOIGNABLE']],
    [null, ['ECRITURE_INCERTAINE']],
  ] as const)('%s sans fin : renonce, et le dit', (statut, attendus) => {
    const classeur = classeurLeger();
    classeur.intercepter = pannes(Infinity, statut);
    expect(codes(() => classeur.appliquer(gamma))).toEqual(attendus);
    expect(attentes(classeur)).toEqual([1000, 2000, 4000, 8000, 16000]);
    classeur.intercepter = () => null;
    expect(clients(classeur)).toEqual([]);
  });

  it('coupé pour de bon après l’écriture : dit qu’on ne sait pas', () => {
    const classeur = classeurLeger();
    let coupe = false;
    classeur.intercepter = (appel, executer) => {
      if (ecriture(appel)) {
        executer();
        coupe = true;
      }
      return coupe ? echec(null, 'réseau coupé') : null;
    };
    expect(codes(() => classeur.appliquer(gamma))).toEqual(['ECRITURE_INCERTAINE']);
  });

  it.each([
    [401, '', 'CONNEXION_GOOGLE'],
    [403, 'The caller does not have permission', 'DROITS_GOOGLE'],
    [403, "Quota exceeded for quota metric 'Read requests'", 'QUOTA_GOOGLE'],
    [403, 'Google Sheets API has not been used in project 12', 'API_GOOGLE_ETEINTE'],
    [404, 'Requested entity was not found.', 'CLASSEUR_GOOGLE_ABSENT'],
    [400, 'This operation is not supported for this document', 'PAS_UNE_FEUILLE_GOOGLE'],
    [400, 'You are trying to edit a protected cell or object.', 'PLAGE_PROTEGEE'],
    [400, 'above the limit of 10000000 cells', 'CLASSEUR_PLEIN'],
    [400, 'Autre chose', 'GOOGLE_REFUSE'],
  ] as const)('écriture refusée, %s « %s » : %s', (statut, message, code) => {
    const classeur = classeurLeger();
    classeur.intercepter = (appel) => (ecriture(appel) ? echec(statut, message) : null);
    expect(codes(() => classeur.appliquer(gamma))).toEqual([code]);
  });

  it.each([
    ['get', 404, 'CLASSEUR_GOOGLE_ABSENT'],
    ['get', 403, 'DROITS_GOOGLE'],
    ['batchGet', 500, 'GOOGLE_INJOIGNABLE'],
    ['batchGet', 400, 'GOOGLE_REFUSE'],
  ] as const)('%s refusé, %s : %s', (methode, statut, code) => {
    const classeur = classeurLeger();
    classeur.intercepter = (appel) => (appel.methode === methode ? echec(statut, 'non') : null);
    expect(codes(() => classeur.lire())).toEqual([code]);
  });

  it('une lecture en panne est reprise', () => {
    const classeur = classeurLeger({ clients: [{ organisation: 'Alpha' }] });
    let reste = 3;
    classeur.intercepter = () => (reste-- > 0 ? echec(503) : null);
    expect(clients(classeur)).toEqual(['Alpha']);
  });

  it('la note d’un automatisme aussi ; refusée, elle le dit', () => {
    const classeur = classeurInstalle();
    let reste = 2;
    classeur.intercepter = (appel) => (ecriture(appel) && reste-- > 0 ? echec(500) : null);
    const noter = () =>
      classeur.conduire(noterAutomatisme(classeur.id, 'revue', { dernier: 'ok' }));
    noter();
    expect(classeur.conduire(lireAutomatismes(classeur.id)).revue.dernier).toBe('ok');
    classeur.intercepter = (appel) => (ecriture(appel) ? echec(403) : null);
    expect(codes(noter)).toEqual(['DROITS_GOOGLE']);
    const sansAccueil = classeurLeger();
    sansAccueil.conduire(noterAutomatisme(sansAccueil.id, 'revue', { dernier: 'ok' }));
    expect(sansAccueil.emulateur.compte.ecritures).toBe(0);
  });

  it('un onglet renommé entre les deux lectures : on relit', () => {
    const classeur = classeurLeger({ clients: [{ organisation: 'Alpha' }] });
    classeur.intercepter = (appel) => {
      if (appel.methode !== 'batchGet') return null;
      classeur.intercepter = () => null;
      const properties = { sheetId: classeur.sheetId('Clients'), title: 'Mes clients' };
      classeur.aLaMain({ updateSheetProperties: { properties, fields: 'title' } });
      return null;
    };
    expect(clients(classeur)).toEqual(['Alpha']);
  });
});

describe('plusieurs personnes', () => {
  /** Au moment d'écrire, un autre a écrit, `n` fois de suite. */
  const devance = (classeur: ClasseurGoogle, n: number): void => {
    let reste = n;
    classeur.intercepter = (appel) => {
      if (!ecriture(appel) || reste === 0) return null;
      reste -= 1;
      const garde = classeur.intercepter;
      classeur.intercepter = () => null;
      classeur.appliquer(ajouter('clients', { organisation: `Autre ${n - reste}` }));
      classeur.intercepter = garde;
      return null;
    };
  };

  it('un plan périmé n’est jamais écrit : on relit, on redécide', () => {
    const classeur = classeurLeger();
    devance(classeur, 2);
    let decisions = 0;
    const rendu = classeur.modifier(({ tables }) => {
      decisions += 1;
      const numero = `N${tables.clients.length + 1}`;
      return plan(numero, { changements: [ajouter('clients', { organisation: numero })] });
    });
    expect(decisions).toBe(3);
    expect(rendu.resultat).toBe('N3');
    expect(clients(classeur)).toEqual(['Autre 1', 'Autre 2', 'N3']);
  });

  it('toujours devancé : renonce, rien d’écrit', () => {
    const classeur = classeurLeger();
    devance(classeur, 100);
    expect(codes(() => classeur.appliquer(gamma))).toEqual(['CLASSEUR_DISPUTE']);
    classeur.intercepter = () => null;
    expect(clients(classeur)).not.toContain('Gamma');
  });

  it('deux installations à la fois : une seule crée les onglets', () => {
    const classeur = new ClasseurGoogle();
    classeur.intercepter = (appel) => {
      if (!ecriture(appel)) return null;
      classeur.intercepter = () => null;
      classeur.installer();
      return null;
    };
    expect(classeur.installer().faits).toEqual([]);
    expect(classeur.lire().tables.journal).toHaveLength(1);
  });
});

describe('un classeur où l’on ne peut pas écrire', () => {
  it('vide, ou jamais installé', () => {
    expect(codes(() => new ClasseurGoogle().lire())).toEqual(['CLASSEUR_NON_INSTALLE']);
    const json = { ...jsonLeger(), developerMetadata: [], namedRanges: [] };
    const nu = new ClasseurGoogle(json);
    expect(nu.lire().tables.clients).toEqual([]);
    expect(codes(() => nu.appliquer(gamma))).toEqual(['CLASSEUR_NON_INSTALLE']);
  });

  it('le jeton effacé à la main : réparer le rend', () => {
    const classeur = classeurLeger();
    classeur.aLaMain({ deleteNamedRange: { namedRangeId: 'jeton0' } });
    expect(codes(() => classeur.appliquer(gamma))).toEqual(['CLASSEUR_NON_INSTALLE']);
    classeur.installer();
    classeur.appliquer(gamma);
    expect(clients(classeur)).toEqual(['Gamma']);
  });

  it('une copie : se lit, ne s’écrit pas avant d’être réparée ; ses automatismes sont à l’arrêt', () => {
    const original = classeurInstalle({ clients: [{ organisation: 'Alpha' }] });
    original.conduire(noterAutomatisme(original.id, 'revue', { proprietaire: 'a@b.fr' }));
    const copie = new ClasseurGoogle(original.json(), 'copie');
    expect(clients(copie)).toEqual(['Alpha']);
    expect(codes(() => copie.appliquer(gamma))).toEqual(['CLASSEUR_COPIE']);
    const rapport = copie.installer();
    expect(rapport.copie).toBe(true);
    expect(rapport.faits[0]).toContain('copie');
    const arrete = { dernier: null, proprietaire: null };
    expect(copie.conduire(lireAutomatismes(copie.id)).revue).toEqual(arrete);
    copie.appliquer(gamma);
    expect(clients(copie)).toEqual(['Alpha', 'Gamma']);
    expect(copie.installer().copie).toBe(false);
  });

  it('structure abîmée : tout est dit, et comment réparer', () => {
    const classeur = classeurLeger();
    classeur.aLaMain({ deleteSheet: { sheetId: classeur.sheetId('Tarifs') } });
    classeur.aLaMain({
      deleteDimension: {
        range: {
          sheetId: classeur.sheetId('Clients'),
          ...{ dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
        },
      },
    });
    const attendus = ['ENTETE_MANQUANT', 'ONGLET_MANQUANT', 'CLASSEUR_A_REPARER'];
    expect(codes(() => classeur.lire())).toEqual(attendus);
  });
});

describe('quelqu’un trie ou insère des lignes entre notre lecture et notre écriture', () => {
  const CLIENTS = ['Alpha', 'Bêta', 'Gamma', 'Delta'].map((organisation, i) => ({
    organisation,
    ville: `V${i}`,
    contact: `C${i}`,
  }));
  /** Pendant l'écriture, une main passe avant nous. */
  const pendant = (classeur: ClasseurGoogle, ...requetes: object[]): void => {
    classeur.intercepter = (appel) => {
      if (!ecriture(appel)) return null;
      classeur.intercepter = () => null;
      classeur.aLaMain(...requetes);
      return null;
    };
  };
  const lignes = (debut: number, fin: number) => ({
    ...{ dimension: 'ROWS', startIndex: debut, endIndex: fin },
  });
  const villes = (classeur: ClasseurGoogle) =>
    Object.fromEntries(classeur.lire().tables.clients.map((c) => [c.organisation, c.ville]));
  const changer = (classeur: ClasseurGoogle, ...noms: string[]) =>
    classeur.modifier(({ tables }) =>
      plan(null, {
        changements: tables.clients
          .filter((c) => noms.includes(c.organisation ?? ''))
          .flatMap((c) => modifier('clients', c, c.organisation ?? '', { ville: 'Brest' })),
      }),
    );
  const depart = { Alpha: 'V0', Bêta: 'V1', Gamma: 'V2', Delta: 'V3' };

  it('une ligne insérée au-dessus', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const range = { sheetId: classeur.sheetId('Clients'), ...lignes(1, 2) };
    pendant(classeur, { insertDimension: { range, inheritFromBefore: false } });
    const { problemes } = changer(classeur, 'Alpha', 'Gamma');
    expect(problemes).toEqual([]);
    expect(villes(classeur)).toEqual({ ...depart, Alpha: 'Brest', Gamma: 'Brest' });
    expect(classeur.emulateur.compte.ecritures).toBe(3);
  });

  it('un tri', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const range = {
      ...{ sheetId: classeur.sheetId('Clients'), startRowIndex: 1, endRowIndex: 5 },
      ...{ startColumnIndex: 0, endColumnIndex: 20 },
    };
    const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }];
    pendant(classeur, { sortRange: { range, sortSpecs } });
    expect(changer(classeur, 'Alpha', 'Bêta').problemes).toEqual([]);
    expect(villes(classeur)).toEqual({ ...depart, Alpha: 'Brest', Bêta: 'Brest' });
  });

  it('le numéro lui-même est écrit : la ligne se reconnaît à tout le reste', () => {
    const devis = (numero: string, client: string) => ({
      numero,
      client,
      objet: `Objet ${client}`,
    });
    const classeur = classeurLeger({ devis: [devis('PROV-1', 'Alpha'), devis('PROV-2', 'Bêta')] });
    const range = { sheetId: classeur.sheetId('Devis'), ...lignes(1, 2) };
    pendant(classeur, { moveDimension: { source: range, destinationIndex: 3 } });
    classeur.modifier(({ tables }) =>
      plan(null, {
        changements: modifier('devis', tables.devis[0]!, 'PROV-1', { numero: 'DEV-2026-0001' }),
      }),
    );
    expect(classeur.lire().tables.devis).toMatchObject([
      { numero: 'PROV-2', client: 'Bêta' },
      { numero: 'DEV-2026-0001', client: 'Alpha' },
    ]);
  });

  it('la ligne a été supprimée : sa voisine retrouve ce qu’elle avait, et c’est dit', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const range = { sheetId: classeur.sheetId('Clients'), ...lignes(1, 2) };
    pendant(classeur, { deleteDimension: { range } });
    const { problemes } = changer(classeur, 'Alpha');
    expect(problemes.map((p) => p.code)).toEqual(['LIGNE_DISPARUE']);
    expect(villes(classeur)).toEqual({ Bêta: 'V1', Gamma: 'V2', Delta: 'V3' });
  });

  it('réparation impossible (panne) : la ligne à vérifier est dite', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    const range = { sheetId: classeur.sheetId('Clients'), ...lignes(1, 2) };
    let ecrit = false;
    classeur.intercepter = (appel, executer) => {
      if (ecrit) return echec(403, 'fini');
      if (!ecriture(appel)) return null;
      ecrit = true;
      classeur.aLaMain({ insertDimension: { range, inheritFromBefore: false } });
      return executer();
    };
    const { problemes } = changer(classeur, 'Alpha');
    expect(problemes.map((p) => p.code)).toEqual(['LIGNE_A_VERIFIER']);
  });

  it('une autre cellule corrigée à la main pendant ce temps ne dérange rien', () => {
    const classeur = classeurLeger({ clients: CLIENTS });
    classeur.intercepter = (appel) => {
      if (!ecriture(appel)) return null;
      classeur.intercepter = () => null;
      classeur.taper('Clients', 2, 6, 'Nouveau contact');
      return null;
    };
    expect(changer(classeur, 'Alpha').problemes).toEqual([]);
    expect(classeur.lire().tables.clients[0]).toMatchObject({
      ville: 'Brest',
      contact: 'Nouveau contact',
    });
  });
});
