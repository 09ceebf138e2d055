import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { plan } from '../../src/classeur/plan';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { DISQUE, type Disque } from '../../cli/workbooks/xlsx/disque';
import { lireClasseur, lireAvecOctets } from '../../cli/workbooks/xlsx/lire-classeur';
import { modifierClasseur, type OptionsEcriture } from '../../cli/workbooks/xlsx/modifier-classeur';
import { prendreVerrou, type Verrou } from '../../cli/workbooks/xlsx/verrou';
import { classeurNeuf, dossierNeuf } from './outils';

let dossier = '';
let chemin = '';
let origine = Buffer.alloc(0);
beforeEach(async () => {
  dossier = dossierNeuf();
  chemin = await classeurNeuf(join(dossier, 'Suivi.xlsx'), { devis: [{ numero: 'D1' }] });
  origine = readFileSync(chemin);
});

let rang = 1;
const unDevis = () => plan(null, { changements: [ajouter('devis', { numero: `N${++rang}` })] });
const ajouterUn = (options: OptionsEcriture = {}) => modifierClasseur(chemin, unDevis, options);
const numeros = (): (string | null)[] => lireClasseur(chemin).tables.devis.map((d) => d.numero);
const restes = (): string[] => readdirSync(dossier).filter((n) => n.startsWith('.~suivi'));
const sauvegardes = (): string[] => {
  const d = join(dossier, '.sauvegardes');
  return existsSync(d) ? readdirSync(d).sort() : [];
};
/** Ce que donne une écriture refusée : son code, et ce qu'il en reste sur le disque. */
const refus = async (options: OptionsEcriture = {}) => {
  const code = await ajouterUn(options).then(
    () => 'écrit',
    (e: unknown) => (e instanceof ErreurClasseur ? e.problemes[0]?.code : String(e)),
  );
  return { code, intact: readFileSync(chemin).equals(origine), restes: restes() };
};
const net = (code: string) => ({ code, intact: true, restes: [] });

describe('une écriture', () => {
  it('remplace le classeur, garde l’ancienne version, ne laisse rien derrière elle', async () => {
    chmodSync(chemin, 0o666);
    await ajouterUn();
    expect(numeros()).toHaveLength(2);
    expect(statSync(chemin).mode & 0o777).toBe(0o666);
    expect(sauvegardes()).toHaveLength(1);
    expect(readFileSync(join(dossier, '.sauvegardes', sauvegardes()[0]!)).equals(origine)).toBe(
      true,
    );
    expect(restes()).toEqual([]);
  });
  it('ce qui a été lu avant sert encore, si le fichier est resté le même', async () => {
    const dejaLu = lireAvecOctets(chemin);
    const recus: unknown[] = [];
    const noter = (snapshot: unknown) => {
      recus.push(snapshot);
      return unDevis();
    };
    await modifierClasseur(chemin, noter, { dejaLu });
    await modifierClasseur(chemin, noter, { dejaLu });
    expect(recus[0]).toBe(dejaLu.snapshot);
    expect(recus[1]).not.toBe(dejaLu.snapshot);
    expect(numeros()).toHaveLength(3);
  });
  it('un fichier en lecture seule le reste', async () => {
    chmodSync(chemin, 0o444);
    expect(await refus()).toEqual(net('ECRITURE_IMPOSSIBLE'));
    chmodSync(chemin, 0o644);
  });

  it('un fichier où le système ne laisse pas écrire aussi', async () => {
    expect(await refus({ disque: { ...DISQUE, permet: () => false } })).toEqual(
      net('ECRITURE_IMPOSSIBLE'),
    );
  });

  it('n’en garde que dix, les dernières, et pas celles d’un autre classeur', async () => {
    mkdirSync(join(dossier, '.sauvegardes'));
    writeFileSync(join(dossier, '.sauvegardes', 'Suivi bis 2020-01-01 00-00-00-000.xlsx'), '');
    writeFileSync(join(dossier, '.sauvegardes', '.Suivi 999999.tmp'), 'reste');
    for (let i = 0; i < 13; i++) await ajouterUn();
    const gardees = sauvegardes();
    expect(gardees.filter((n) => n.startsWith('Suivi 2'))).toHaveLength(10);
    expect(gardees).toContain('Suivi bis 2020-01-01 00-00-00-000.xlsx');
    expect(gardees).toHaveLength(11);
  });
  it('suit un lien symbolique', async () => {
    const lien = join(dossier, 'lien.xlsx');
    symlinkSync(chemin, lien);
    await modifierClasseur(lien, unDevis);
    expect(lstatSync(lien).isSymbolicLink()).toBe(true);
    expect(numeros()).toHaveLength(2);
  });
  it('sans changement, ne touche à rien', async () => {
    const avant = statSync(chemin, { bigint: true });
    await modifierClasseur(chemin, () => plan(null));
    expect(statSync(chemin, { bigint: true })).toEqual(avant);
    expect(sauvegardes()).toEqual([]);
  });
  it('en simulation, rend le plan sans verrou ni écriture', async () => {
    writeFileSync(join(dossier, '.~suivi-Suivi.xlsx.lock'), '{}');
    const p = await ajouterUn({ simulation: true });
    expect(p.changements).toHaveLength(1);
    expect(readFileSync(chemin).equals(origine)).toBe(true);
  });
  it('ôte les temporaires d’un processus mort', async () => {
    writeFileSync(join(dossier, '.~suivi-Suivi.xlsx.4194999.tmp'), 'moitié');
    const vieux = join(dossier, '.~suivi-Suivi.xlsx.lock.1.a.tmp');
    writeFileSync(vieux, '');
    utimesSync(vieux, 1, 1);
    await ajouterUn();
    expect(restes()).toEqual([]);
  });
  it('une erreur de la décision rend le verrou', async () => {
    await expect(
      modifierClasseur(chemin, () => {
        throw new Error('bogue');
      }),
    ).rejects.toThrow('bogue');
    expect(restes()).toEqual([]);
  });
});

describe('refus, rien d’écrit', () => {
  it.each(['~$Suivi.xlsx', '.~lock.Suivi.xlsx#'])('ouvert dans un tableur : %s', async (temoin) => {
    writeFileSync(join(dossier, temoin), '');
    expect(await refus()).toEqual(net('FICHIER_OUVERT'));
  });
  it('changé par un autre entre la lecture et l’écriture', async () => {
    const autre = Buffer.concat([origine, Buffer.from(' ')]);
    const changer = () => {
      writeFileSync(chemin, autre);
      return unDevis();
    };
    await expect(modifierClasseur(chemin, changer)).rejects.toMatchObject({
      problemes: [{ code: 'FICHIER_CHANGE' }],
    });
    expect(readFileSync(chemin).equals(autre)).toBe(true);
  });
  it('changé à taille et date égales : l’empreinte le voit', async () => {
    const { atime, mtime } = statSync(chemin);
    utimesSync(chemin, atime, mtime);
    const changer = () => {
      const autre = Buffer.from(origine);
      autre[40] = (autre[40] ?? 0) ^ 1;
      writeFileSync(chemin, autre);
      utimesSync(chemin, atime, mtime);
      return unDevis();
    };
    await expect(modifierClasseur(chemin, changer)).rejects.toMatchObject({
      problemes: [{ code: 'FICHIER_CHANGE' }],
    });
  });

  const panne = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code });
  };
  const gestes: (keyof Disque)[] = ['ecrire', 'copier', 'renommer', 'creerDossier'];
  it.each(
    gestes.flatMap((geste) => [
      [geste, 'ENOSPC', 'DISQUE_PLEIN'] as const,
      [geste, 'EACCES', 'DOSSIER_PROTEGE'] as const,
      [geste, 'EPERM', 'DOSSIER_PROTEGE'] as const,
      [geste, 'EROFS', 'DOSSIER_PROTEGE'] as const,
      [geste, 'EIO', 'ECRITURE_IMPOSSIBLE'] as const,
    ]),
  )('%s échoue par %s → %s', async (geste, erreur, code) => {
    expect(await refus({ disque: { ...DISQUE, [geste]: panne(erreur) } })).toEqual(net(code));
  });
  it('le disque se remplit au milieu du fichier', async () => {
    const disque: Disque = {
      ...DISQUE,
      ecrire(temporaire, morceaux) {
        writeFileSync(temporaire, [...morceaux][0] ?? '');
        panne('ENOSPC')();
      },
    };
    expect(await refus({ disque })).toEqual(net('DISQUE_PLEIN'));
  });
  it('une erreur de programmation n’est pas déguisée en panne de disque', async () => {
    const disque = { ...DISQUE, ecrire: panne('ERR_BOGUE') };
    await expect(ajouterUn({ disque })).rejects.toThrow('ERR_BOGUE');
  });
  it('un vrai disque plein', async () => {
    // /dev/full refuse toute écriture : le système lui-même rend ENOSPC.
    const disque: Disque = {
      ...DISQUE,
      ecrire: (_, morceaux) => {
        for (const m of morceaux) writeFileSync('/dev/full', m);
      },
    };
    expect(await refus({ disque })).toEqual(net('DISQUE_PLEIN'));
  });
});

describe('verrou', () => {
  const verrou = (): string => join(dossier, '.~suivi-Suivi.xlsx.lock');
  const poser = (d: object): void => writeFileSync(verrou(), JSON.stringify(d));
  const mort = (): number => spawnSync(process.execPath, ['-e', '']).pid;

  it('d’un vivant : on attend, puis on refuse en disant qui', async () => {
    poser({ pid: process.pid, hote: hostname(), depart: '', jeton: 'vivant00' });
    const depart = Date.now();
    await expect(ajouterUn({ attenteMs: 300 })).rejects.toThrow(
      new RegExp(`le processus ${process.pid} du poste ${hostname()}`),
    );
    expect(Date.now() - depart).toBeGreaterThanOrEqual(300);
    expect(existsSync(verrou())).toBe(true);
  });
  it('d’un mort sur ce poste : repris aussitôt', async () => {
    poser({ pid: mort(), hote: hostname(), depart: '', jeton: 'mort0000' });
    await ajouterUn({ attenteMs: 0 });
    expect(restes()).toEqual([]);
  });
  it('d’un pid réemployé depuis : repris aussitôt', async () => {
    poser({ pid: process.pid, hote: hostname(), depart: '1', jeton: 'ancien00' });
    await ajouterUn({ attenteMs: 0 });
    expect(numeros()).toHaveLength(2);
  });
  it('d’un mort, par un repreneur mort lui aussi', async () => {
    poser({ pid: mort(), hote: hostname(), depart: '', jeton: 'mort0000' });
    writeFileSync(
      `${verrou()}.mort0000`,
      JSON.stringify({ pid: mort(), hote: hostname(), depart: '', jeton: 'mort1111' }),
    );
    await ajouterUn({ attenteMs: 0 });
    expect(restes()).toEqual([]);
  });
  it('d’un mort qu’un vivant est en train de reprendre : on lui laisse', async () => {
    poser({ pid: mort(), hote: hostname(), depart: '', jeton: 'mort0000' });
    const vivant = { pid: process.pid, hote: hostname(), depart: '', jeton: 'vivant00' };
    writeFileSync(`${verrou()}.mort0000`, JSON.stringify(vivant));
    await expect(ajouterUn({ attenteMs: 0 })).rejects.toMatchObject({
      problemes: [{ code: 'CLASSEUR_OCCUPE' }],
    });
  });
  it('d’un mort, repris par un autre pendant qu’on le croyait libre : un seul preneur', async () => {
    poser({ pid: mort(), hote: hostname(), depart: '', jeton: 'mort0000' });
    const essais: Promise<Verrou | null>[] = [];
    // Le premier vient de lire le verrou du mort et demande s'il vit : le second passe alors.
    const kill = vi.spyOn(process, 'kill').mockImplementationOnce(() => {
      essais.push(prendreVerrou(verrou(), 0));
      throw Object.assign(new Error(), { code: 'ESRCH' });
    });
    const premier = await prendreVerrou(verrou(), 0);
    const second = await essais[0];
    kill.mockRestore();
    expect(second?.estTenu()).toBe(true);
    expect(premier).toBeNull();
  });
  it('d’un autre poste : respecté, puis abandonné avec l’âge', async () => {
    poser({ pid: 1, hote: 'AUTRE', depart: '', jeton: 'autre000' });
    await expect(ajouterUn({ attenteMs: 50 })).rejects.toThrow(/poste AUTRE/);
    const vieux = Date.now() / 1000 - 3600;
    utimesSync(verrou(), vieux, vieux);
    await ajouterUn({ attenteMs: 0 });
    expect(restes()).toEqual([]);
  });
  it('illisible : respecté, puis abandonné avec l’âge', async () => {
    writeFileSync(verrou(), '{"pid":');
    await expect(ajouterUn({ attenteMs: 50 })).rejects.toMatchObject({
      problemes: [{ code: 'CLASSEUR_OCCUPE' }],
    });
    utimesSync(verrou(), 1, 1);
    await ajouterUn({ attenteMs: 0 });
  });
  it('perdu en route (poste endormi) : on n’écrit pas par-dessus le repreneur', async () => {
    const voler = () => {
      poser({ pid: 1, hote: 'AUTRE', depart: '', jeton: 'voleur00' });
      return unDevis();
    };
    await expect(modifierClasseur(chemin, voler)).rejects.toMatchObject({
      problemes: [{ code: 'FICHIER_CHANGE' }],
    });
    expect(existsSync(verrou())).toBe(true);
  });
});
