import { AUDIO } from './audio/index.ts';
import { CORE } from './core.ts';
import type { LibraryFunction } from './define.ts';

/** Part of what a spec is made from: it changes with every change of what a function emits or refuses. */
export const STDLIB_VERSION = '0.1.0';

/** All functions that specs can call. */
export const LIBRARY: readonly LibraryFunction[] = [...CORE, ...AUDIO];
