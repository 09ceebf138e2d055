import { essayerADeux } from '../apps-script/essayer-a-deux';

essayerADeux(1);
