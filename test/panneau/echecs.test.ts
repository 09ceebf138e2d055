import { describe, expect, it } from 'vitest';
import { reconnaitreEchec } from '../../apps-script/panneau/echecs';
import { messageChampsVides, messageEchec, messageSuggestions } from '../../src/messages/panneau';

describe('échec de Google : ce qui s’est passé', () => {
  it.each([
    ['ScriptError: Authorization is required to perform that action.', 'autorisation'],
    ['ScriptError: Autorisation requise pour effectuer cette action.', 'autorisation'],
    ['NetworkError: PERMISSION_DENIED', 'autorisation'],
    ['We’re sorry, a server error occurred. Error code PERMISSION_DENIED.', 'autorisation'],
    ['You do not have permission to call Sheets.Spreadsheets.get', 'autorisation'],
    ['NetworkError: Connection failure due to HTTP 0', 'coupure'],
    ['NetworkError: Échec de la connexion en raison de l’erreur HTTP 0', 'coupure'],
    ['NetworkError: Connection failure due to HTTP 503', 'charge'],
    ['Service invoked too many times for one day', 'charge'],
    ['We’re sorry, a server error occurred. Please wait a bit and try again.', 'charge'],
    ['Exceeded maximum execution time', 'delai'],
    ['TypeError: x is undefined', 'autre'],
    ['', 'autre'],
  ] as const)('« %s » : %s', (message, attendu) => {
    expect(reconnaitreEchec(message, true)).toBe(attendu);
  });

  it('sans réseau, c’est une coupure, quoi que dise Google', () => {
    expect(reconnaitreEchec('Authorization is required', false)).toBe('coupure');
  });
});

describe('échec de Google : ce que l’on en dit', () => {
  it('un envoi au sort inconnu se recommence sans risque', () => {
    for (const echec of ['coupure', 'delai', 'autre', 'charge'] as const) {
      expect(messageEchec(echec, true)).toContain('ne comptera qu’une fois');
      expect(messageEchec(echec, false)).not.toContain('prise en compte');
    }
  });

  it('un compte refusé n’a rien envoyé, et le remède est dit', () => {
    const message = messageEchec('autorisation', true);
    expect(message).toMatch(/fenêtre privée/);
    expect(message).toMatch(/«\u00a0Installer \/ Réparer\u00a0»/);
    expect(message).not.toContain('prise en compte');
  });

  it('les mots de Google ne sont montrés que si l’on n’a pas mieux', () => {
    expect(messageEchec('autre', false, 'TypeError: x')).toContain('TypeError: x');
    expect(messageEchec('autre', false)).not.toContain('Google a dit');
    expect(messageEchec('charge', false, 'HTTP 503')).not.toContain('503');
  });

  it('les accords', () => {
    expect(messageChampsVides(1)).toBe('1 champ est à remplir. Rien n’a été envoyé.');
    expect(messageChampsVides(2)).toMatch(/^2 champs sont/);
    expect([0, 1, 8].map(messageSuggestions)).toEqual([
      'Aucune suggestion',
      '1 suggestion',
      '8 suggestions',
    ]);
  });
});
