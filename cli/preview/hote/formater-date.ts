import { RefusService } from './erreurs';

interface Morceaux {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly weekday: string;
}

const JOURS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** L'instant vu dans un fuseau, champ par champ. */
export function dansFuseau(ms: number, fuseau: string): Morceaux {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: fuseau,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  const parties = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const lire = (type: keyof Morceaux) => parties.get(type) ?? '';
  return {
    year: lire('year'),
    month: lire('month'),
    day: lire('day'),
    hour: lire('hour'),
    minute: lire('minute'),
    second: lire('second'),
    weekday: lire('weekday'),
  };
}

const LETTRES: Readonly<Record<string, (m: Morceaux) => string>> = {
  yyyy: (m) => m.year.padStart(4, '0'),
  MM: (m) => m.month,
  dd: (m) => m.day,
  HH: (m) => m.hour,
  mm: (m) => m.minute,
  ss: (m) => m.second,
  u: (m) => String(JOURS.indexOf(m.weekday) + 1),
};

/** `Utilities.formatDate` : les lettres que nous employons, et le texte entre apostrophes. */
export function formaterDate(ms: number, fuseau: string, format: string): string {
  const morceaux = dansFuseau(ms, fuseau);
  return format.replaceAll(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (tout, cite?: string) => {
    if (cite !== undefined) return cite === '' ? "'" : cite.replaceAll("''", "'");
    const lire = LETTRES[tout];
    if (!lire) throw new RefusService(`Utilities.formatDate : « ${tout} » n’est pas géré ici.`);
    return lire(morceaux);
  });
}
