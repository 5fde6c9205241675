/**
 * `compat: "reference"`: modules byte for byte as the reference implementation writes them, its defects included. Each
 * entry replaces the one of the same name in the tools; removing this folder and its line in `modes.ts` removes the
 * mode.
 */
import { type SongTools, songTools } from '../tools.ts';
import { findLoop } from './find-loop.ts';
import { readWav, ticksPerSecond, tuneXm, volumeEnvelope } from './instruments.ts';
import { packPattern } from './it-pattern.ts';
import { finish, tempoChannel, toCell } from './score.ts';

const utf8 = new TextEncoder();

export const referenceTools: SongTools = {
  ...songTools,
  compat: 'reference',
  toCell,
  tempoChannel,
  finish,
  // Songs have one title there.
  title: () => 'SpecCade Song',
  // Cut off within a character where it falls so.
  text: (text, length) => utf8.encode(text).slice(0, length),
  ticksPerSecond,
  volumeEnvelope,
  keepsLayers: false,
  waveformNote: (synthesis) => (synthesis.type === 'sample' ? (synthesis.base_note ?? undefined) : undefined),
  readWav,
  findLoop,
  xmRate: (rate) => rate,
  tuneXm,
  lowersRate: false,
  xm: { tracker: 'SpecCade XM Writer  ', pad: 0 },
  it: {
    endMark: [],
    compatibleWith: 0x0200,
    special: 0,
    unusedPan: 0x80,
    unusedVolume: 0,
    midi: [0, 0, 0, 0],
    samplePan: 0,
    fadeOut: 256,
    spareEnvelopes: false,
    sharesData: false,
  },
  packItPattern: packPattern,
};
