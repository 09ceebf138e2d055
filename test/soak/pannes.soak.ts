import { essayerPannes } from '../apps-script/essayer-pannes';

essayerPannes(['429', '500', '500 après', 'coupure avant', 'coupure après']);
