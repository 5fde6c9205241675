/** The ways to render, by name. */
import { referenceTools } from './reference/index.ts';
import { type Tools, tools } from './tools.ts';

const modes: Readonly<Record<string, Tools>> = { default: tools, reference: referenceTools };

/** The tools of a mode: what a spec's `compat` names, or the default. */
export function toolsFor(compat: string | undefined): Tools {
  return modes[compat ?? 'default'] ?? tools;
}
