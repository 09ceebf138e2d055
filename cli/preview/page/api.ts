/** Le jeton de cette session, donné par l'adresse ; ôté de la barre d'adresse et de l'historique. */
const jeton = new URLSearchParams(location.search).get('jeton') ?? '';

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
    throw new Error(
      'L’aperçu ne répond plus : la commande « suivi apercu » est arrêtée. Relancez-la, puis ouvrez la nouvelle adresse.',
    );
  }
  const json: unknown = await reponse.json();
  if (!reponse.ok) throw new Error((json as { erreur?: string }).erreur ?? reponse.statusText);
  return json as R;
}

/** Prévient à chaque changement venu d'ailleurs. */
export function ecouter(surChangement: (version: number) => void): void {
  const source = new EventSource(`/evenements?jeton=${encodeURIComponent(jeton)}`);
  source.addEventListener('version', (e: MessageEvent<string>) => surChangement(Number(e.data)));
}

export const adresseAvecJeton = (chemin: string): string =>
  `${chemin}?jeton=${encodeURIComponent(jeton)}`;
