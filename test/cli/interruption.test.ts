import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { rapporterErreur } from '../../cli/erreurs';
import { direTropTard, quitterEnChemin } from '../../cli/importer/interrompre';
import { guetter, Interrompue } from '../../cli/interruption';

/** Ctrl+C pendant une écriture : ce qui en est dit, et qu'elle n'est jamais à moitié. */

class Clavier extends EventEmitter {
  ctrlC = (): void => void setImmediate(() => this.emit('SIGINT'));
}

describe('une écriture d’un bloc', () => {
  it('interrompue avant : rien n’est écrit, et le guet est levé', async () => {
    const clavier = new Clavier();
    const ecrire = vi.fn<() => void>();
    const essai = guetter(
      async (guet) => {
        clavier.ctrlC();
        await guet.avantEcriture();
        ecrire();
      },
      null,
      clavier,
    );
    await expect(essai).rejects.toThrow(Interrompue);
    expect(ecrire).not.toHaveBeenCalled();
    expect(clavier.listenerCount('SIGINT')).toBe(0);
  });

  it('interrompue pendant : elle est entière, et c’est su', async () => {
    const clavier = new Clavier();
    const fait = await guetter(
      async (guet) => {
        await guet.avantEcriture();
        clavier.ctrlC();
        return guet.tropTard();
      },
      null,
      clavier,
    );
    expect(fait).toBe(true);
  });

  it('sans interruption, rien de tout cela', async () => {
    const vu = await guetter(async (guet) => {
      await guet.avantEcriture();
      return guet.tropTard();
    });
    expect(vu).toBe(false);
  });
});

it('une écriture en plusieurs envois réagit sans attendre', async () => {
  const clavier = new Clavier();
  const aussitot = vi.fn<() => void>();
  await guetter(async () => void clavier.emit('SIGINT'), aussitot, clavier);
  expect(aussitot).toHaveBeenCalledOnce();
});

describe('ce qui est dit', () => {
  it('rien n’a été écrit, sortie 130', () => {
    let dit = '';
    const flux = {
      stdout: { write: () => {} },
      stderr: { write: (t: string) => (dit += t) },
      env: {},
    };
    expect(rapporterErreur(new Interrompue(), false, flux)).toBe(130);
    expect(dit.replace(/\u00a0/g, ' ')).toBe('Interrompu : rien n’a été écrit dans le classeur.\n');
  });

  it('trop tard : comment défaire', () => {
    expect(direTropTard(12)).toContain('suivi annuler 12');
  });

  it('en chemin : comment reprendre', () => {
    const quitter = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('quitté');
    });
    const message = vi.fn<(texte: string) => void>();
    expect(() => quitterEnChemin({ message })).toThrow('quitté');
    expect(quitter).toHaveBeenCalledWith(130);
    expect(message.mock.calls.join()).toContain('--reprendre');
    quitter.mockRestore();
  });
});
