/** La partie « installation » : le classeur comme donnée, et de quoi l'installer ou le réparer. */
export { installerClasseurGoogle } from '../../sheets-templates/google/installer-classeur-google';
