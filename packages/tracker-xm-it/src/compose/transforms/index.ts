/** The transforms by name. */
import { arpeggiate } from './arpeggiate.ts';
import { groove } from './groove.ts';
import { humanizeVol } from './humanize-vol.ts';
import { invertPitch } from './invert-pitch.ts';
import { quantizePitch } from './quantize-pitch.ts';
import { ratchet } from './ratchet.ts';
import { set } from './set.ts';
import { swing } from './swing.ts';
import type { Transforms } from './transform-cell.ts';
import { transposeSemitones } from './transpose.ts';
import { volMul } from './vol-mul.ts';

export const transforms: Transforms = {
  transpose_semitones: transposeSemitones,
  vol_mul: volMul,
  set,
  humanize_vol: humanizeVol,
  swing,
  invert_pitch: invertPitch,
  quantize_pitch: quantizePitch,
  ratchet,
  arpeggiate,
  groove,
};
