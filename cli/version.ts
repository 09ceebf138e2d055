import paquet from '../package.json' with { type: 'json' };

export const VERSION = paquet.version;
