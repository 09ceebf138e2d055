/** La version du produit, écrite sur l'Accueil. La même que dans `package.json` (vérifié par test). */
export const VERSION = '0.1.0';
