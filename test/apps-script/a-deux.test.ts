import { essayerADeux } from './essayer-a-deux';

// À chaque appel : `npm run soak`.
essayerADeux(3);
