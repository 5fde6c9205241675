/** The ways to make a module, by name. */
import { referenceTools } from './reference/index.ts';
import { type SongTools, songTools } from './tools.ts';

/** The tools of a mode: what a spec's `compat` names, or the default. */
export function toolsFor(compat: 'reference' | undefined): SongTools {
  return compat === 'reference' ? referenceTools : songTools;
}
