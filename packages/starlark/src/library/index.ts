import { ANIMATION } from './animation.ts';
import { AUDIO } from './audio/index.ts';
import { CHARACTER } from './character.ts';
import { CORE } from './core.ts';
import type { LibraryFunction } from './define.ts';
import { MESH } from './mesh.ts';
import { MUSIC } from './music.ts';
import { SKELETAL_MESH } from './skeletal-mesh.ts';
import { TEXTURE } from './texture.ts';

/** Part of what a spec is made from: it changes with every change of what a function emits or refuses. */
export const STDLIB_VERSION = '0.1.0';

/** All functions that specs can call. */
export const LIBRARY: readonly LibraryFunction[] = [
  ...CORE,
  ...AUDIO,
  ...MUSIC,
  ...TEXTURE,
  ...MESH,
  ...CHARACTER,
  ...SKELETAL_MESH,
  ...ANIMATION,
];
