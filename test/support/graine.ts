import fc from 'fast-check';

/**
 * Les lois tirent toujours les mêmes cas : un échec se reproduit. Les essais longs (`npm run soak`)
 * tirent au hasard ; `SUIVI_GRAINE` rejoue l'une de leurs graines ici.
 */
fc.configureGlobal({ seed: Number(process.env['SUIVI_GRAINE'] ?? 20_260_302) });
