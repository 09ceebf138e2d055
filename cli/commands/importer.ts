import type { Executer } from '../declaration';

export const executer: Executer = async () => 3;
