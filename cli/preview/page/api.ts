/** Le jeton de cette session, donné par l'adresse ; ôté de la barre d'adresse et de l'historique. */
const jeton = new URLSearchParams(location.search).get('jeton') ?? '';

const ARRET =
  'L’aperçu est arrêté : relancez « suivi apercu ». Rien de ce que vous tapez n’est enregistré.';
/** L'adresse n'est plus celle de l'aperçu : un autre a été lancé sur ce port. */
const REFUSE = 403;

let direArret: (phrase: string) => void = () => undefined;

/** À faire quand l'aperçu ne répond plus. */
export function surArret(faire: (phrase: string) => void): void {
  direArret = faire;
}

/** Une demande au serveur ; toute réponse est du JSON. @throws Error, avec la phrase à montrer. */
export async function demander<R>(chemin: string, corps: unknown = {}): Promise<R> {
  let reponse: Response;
  try {
    reponse = await fetch(chemin, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Suivi-Jeton': jeton },
      body: JSON.stringify(corps),
    });
  } catch {
    direArret(ARRET);
    throw new Error(ARRET);
  }
  if (reponse.status === REFUSE) direArret(ARRET);
  const json: unknown = await reponse.json();
  if (!reponse.ok) throw new Error((json as { erreur?: string }).erreur ?? reponse.statusText);
  return json as R;
}

/** Prévient à chaque changement venu d'ailleurs. */
export function ecouter(surChangement: (version: number) => void): void {
  const source = new EventSource(`/evenements?jeton=${encodeURIComponent(jeton)}`);
  // Le fil coupé : une demande dit si l'aperçu est arrêté ; sinon le navigateur le renoue.
  source.addEventListener('error', () => {
    demander('/api/nouveautes', { version: 0 }).catch(() => source.close());
  });
  source.addEventListener('version', (e: MessageEvent<string>) => surChangement(Number(e.data)));
}

export const adresseAvecJeton = (chemin: string): string =>
  `${chemin}?jeton=${encodeURIComponent(jeton)}`;
