import { describe, expect, it } from 'vitest';
import { creerNuage, hoteDe, LUNDI } from './aides';
import { RefusService } from '../../cli/preview/hote/erreurs';
import { ID } from '../emulateur/aides';

const SCRIPT = `
  function ecrire(nom) {
    const verrou = LockService.getDocumentLock();
    if (!verrou.tryLock(5000)) return 'occupé';
    Sheets.Spreadsheets.batchUpdate({ requests: [
      { appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { stringValue: nom } }] }],
        fields: 'userEnteredValue' } } ] }, '${ID}');
    return verrou.hasLock();
  }
  function attendre() { LockService.getDocumentLock().waitLock(1000); }
  function deuxFois() {
    const [a, b] = [LockService.getDocumentLock(), LockService.getDocumentLock()];
    return [a.tryLock(1), b.tryLock(1), b.hasLock(), (a.releaseLock(), b.hasLock())];
  }
  function rater() { LockService.getDocumentLock().tryLock(1); throw new Error('Raté.'); }
`;

function aDeux() {
  const { nuage, horloge, emulateur } = creerNuage();
  const anne = hoteDe(SCRIPT, { nuage });
  const bruno = hoteDe(SCRIPT, { nuage, utilisateur: 'bruno@exemple.fr' });
  const contenu = () => emulateur.contenu(ID, 'Devis').map((r) => r[0]);
  return { anne, bruno, horloge, contenu };
}

describe('deux personnes à la fois', () => {
  it('le verrou tenu par l’une est refusé à l’autre, qui a attendu', () => {
    const { anne, bruno, horloge, contenu } = aDeux();
    const vu: unknown[] = [];
    anne.surService = (nom, quand) => {
      if (nom === 'Sheets.Spreadsheets.batchUpdate' && quand === 'avant') {
        vu.push(bruno.appeler('ecrire', 'Bruno'));
      }
    };
    expect(anne.appeler('ecrire', 'Anne')).toBe(true);
    expect(vu).toEqual(['occupé']);
    expect(contenu()).toEqual(['N°', 'Anne']);
    expect(horloge.maintenant() - Date.parse(LUNDI)).toBe(5000);
  });

  it('waitLock lève quand le temps est passé', () => {
    const { anne, bruno } = aDeux();
    anne.surService = (nom) => {
      if (nom === 'Lock.hasLock') expect(() => bruno.appeler('attendre')).toThrow('Lock timeout');
    };
    expect(anne.appeler('ecrire', 'Anne')).toBe(true);
  });

  it('le verrou est rendu à la fin de l’exécution, même ratée', () => {
    const { anne, bruno } = aDeux();
    expect(() => anne.appeler('rater')).toThrow('Raté.');
    expect(bruno.appeler('ecrire', 'Bruno')).toBe(true);
  });

  it('une même exécution n’attend pas son propre verrou', () => {
    expect(aDeux().anne.appeler('deuxFois')).toEqual([true, true, true, false]);
  });

  it('sans verrou commun, l’écriture de l’autre passe entre les deux', () => {
    const { anne, bruno, contenu } = aDeux();
    anne.surService = (nom, quand) => {
      if (nom === 'Lock.tryLock' && quand === 'avant') bruno.appeler('ecrire', 'Bruno');
    };
    anne.appeler('ecrire', 'Anne');
    expect(contenu()).toEqual(['N°', 'Bruno', 'Anne']);
  });
});

describe('chaque appel peut échouer', () => {
  it('tous les appels d’une action se voient, dans l’ordre, avant et après', () => {
    const { anne } = aDeux();
    const vus: string[] = [];
    anne.surService = (nom, quand) => vus.push(`${quand} ${nom}`);
    anne.appeler('ecrire', 'Anne');
    expect(vus.filter((v) => v.startsWith('avant'))).toEqual([
      'avant LockService.getDocumentLock',
      'avant Lock.tryLock',
      'avant Sheets.Spreadsheets.batchUpdate',
      'avant Lock.hasLock',
    ]);
    expect(vus).toHaveLength(8);
  });

  it.each([
    ['avant', ['N°']],
    ['apres', ['N°', 'Anne']],
  ])('échec %s l’écriture', (moment, reste) => {
    const { anne, contenu } = aDeux();
    anne.surService = (nom, quand) => {
      if (nom === 'Sheets.Spreadsheets.batchUpdate' && quand === moment) {
        throw new RefusService('Quota exceeded', 429);
      }
    };
    expect(() => anne.appeler('ecrire', 'Anne')).toThrow('Quota exceeded');
    expect(contenu()).toEqual(reste);
  });
});
