import type { Snapshot } from '../src/classeur/snapshot';
import { responsables, trouverResponsable } from '../src/equipe/responsables';
import { ErreurUsage } from './arguments';
import type { Arguments } from './declaration';
import { texteOption } from './lire-options';

const CITES = 10;

/** `--responsable`, pour ne voir que ses lignes : quelqu'un que le classeur connaît, par son adresse ou son nom. */
export function responsableOption(args: Arguments, snapshot: Snapshot): string | null {
  const dit = texteOption(args, 'responsable');
  if (dit === null) return null;
  const trouve = trouverResponsable(snapshot, dit);
  if (trouve !== null) return trouve;
  const connus = responsables(snapshot);
  const suite =
    connus.length === 0
      ? 'Il n’en connaît encore aucun : remplissez l’onglet Équipe.'
      : `Il connaît : ${connus.slice(0, CITES).join(', ')}${connus.length > CITES ? '…' : '.'}`;
  throw new ErreurUsage([
    `--responsable : « ${dit} » ne désigne personne dans ce classeur. ${suite}`,
  ]);
}
