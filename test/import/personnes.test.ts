import { describe, expect, it } from 'vitest';
import { personnesNommees } from '../../src/import/personnes';
import { messageDe } from '../../src/messages/probleme';
import { snapshotDe } from '../support/classeur-en-memoire';

/** Ceux que le fichier nomme, sous l'adresse que l'équipe leur connaît. */

const EQUIPE = [
  { email: 'helene@exemple.fr', nom: 'Hélène Martin', initiales: 'HM' },
  { email: 'paul@exemple.fr', nom: 'Paul Roy', initiales: 'PR' },
  { email: 'pierre@exemple.fr', nom: 'Pierre Roux', initiales: 'PR' },
];

describe('un membre de l’équipe', () => {
  it.each([
    ['Hélène Martin', 'helene@exemple.fr'],
    ['HELENE MARTIN', 'helene@exemple.fr'],
    ['MARTIN Hélène', 'helene@exemple.fr'],
    ['Martin, Hélène', 'helene@exemple.fr'],
    ['H.M.', 'helene@exemple.fr'],
    ['h m', 'helene@exemple.fr'],
    ['HELENE@EXEMPLE.FR', 'helene@exemple.fr'],
  ])('%s', (nom, attendu) => {
    const personnes = personnesNommees(snapshotDe({ equipe: EQUIPE }));
    expect(personnes.nommer(nom)).toBe(attendu);
    expect(personnes.inconnues()).toEqual([]);
  });

  it.each(['Durand', 'x@autre.fr', 'Martin'])('%s n’en est pas un, et c’est dit', (nom) => {
    const personnes = personnesNommees(snapshotDe({ equipe: EQUIPE }));
    expect(personnes.nommer(nom)).toBe(nom);
    expect(personnes.inconnues().map(messageDe).join()).toContain(`« ${nom} »`);
  });

  it('les initiales de deux personnes n’en choisissent aucune', () => {
    const personnes = personnesNommees(snapshotDe({ equipe: EQUIPE }));
    expect(personnes.nommer('P.R.')).toBe('P.R.');
    expect(personnes.inconnues().map((p) => p.code)).toEqual(['PERSONNES_AMBIGUES']);
  });

  it('une équipe vide ne reproche rien', () => {
    const personnes = personnesNommees(snapshotDe({}));
    expect(personnes.nommer('Durand')).toBe('Durand');
    expect(personnes.inconnues()).toEqual([]);
  });
});
