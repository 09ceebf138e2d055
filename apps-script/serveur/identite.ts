import type { Contexte } from '../../src/commun/contexte';
import type { DateCivile, Horodatage } from '../../src/commun/date-civile';
import { EchecModule } from './echec-module';

/** Qui agit : la personne devant l'écran, à défaut celle pour qui Google exécute le script. */
function utilisateurCourant(): string {
  return Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail();
}

/** Le jour et l'heure de Paris, qui agit, et d'où (ce que Journal inscrira). */
export function contexteGoogle(origine = 'module'): Contexte {
  const utilisateur = utilisateurCourant();
  if (utilisateur === '') throw new EchecModule('SANS_ADRESSE');
  const instant = Utilities.formatDate(new Date(), 'Europe/Paris', "yyyy-MM-dd'T'HH:mm");
  return {
    aujourdHui: instant.slice(0, 10) as DateCivile,
    maintenant: instant as Horodatage,
    utilisateur,
    origine,
  };
}
