/** Random songs for property tests: at the limits of the formats, and beyond them. */
import { sin } from '@speccade/numerics';
import { EFFECTS } from '@speccade/spec/kinds/music.tracker_song_v1';
import fc from 'fast-check';
import { mono16 } from './_fixtures.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1, 15, 16, 64, 255));
const nibbles = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }));
const names = EFFECTS.flatMap((rule) => rule.names);

const note = fc.oneof(
  fc.integer({ min: 0, max: 127 }),
  fc
    .tuple(fc.constantFrom('C', 'C#', 'Db', 'e', 'F-', 'B', 'Bb'), fc.integer({ min: 0, max: 9 }))
    .map((parts) => parts.join('')),
  fc.constantFrom('OFF', 'off', '===', '^^^', 'CUT', '~~~', 'FADE', '---', '...', '', 'H4', 'C10', -5, 300),
);

const volumeCommand = fc.record({
  command: fc.constantFrom('slide_up', 'slide_down', 'fine_slide_up', 'panning', 'vibrato_depth', 'tone_portamento'),
  value: fc.integer({ min: 0, max: 9 }),
});

/** How loud: at most one of the three ways. */
const loudness = fc.oneof(
  fc.constant({}),
  fc.record({ vol: fc.integer({ min: 0, max: 64 }) }),
  fc.record({ volume: fc.integer({ min: 0, max: 64 }) }),
  fc.record({ vol_cmd: volumeCommand }),
);
const command = fc.oneof(
  fc.constant({}),
  fc.record({ effect: byte, param: optional(byte) }),
  fc.record({ effect_name: fc.constantFrom(...names), param: optional(byte), effect_xy: optional(nibbles) }),
);

interface Size {
  readonly rows: number;
  readonly channels: number;
  readonly instruments: number;
}

const event = ({ rows, channels, instruments }: Size) =>
  fc
    .tuple(
      fc.record({
        row: fc.integer({ min: 0, max: rows - 1 }),
        channel: fc.integer({ min: 0, max: channels - 1 }),
        note: optional(note),
        inst: optional(fc.integer({ min: 0, max: instruments - 1 })),
      }),
      loudness,
      command,
    )
    .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);

const seconds = fc.constantFrom(0, 0.01, 0.3, 5, 1000, -1);
const envelope = fc.record({
  attack: seconds,
  decay: seconds,
  sustain: fc.constantFrom(0, 0.5, 1, 2),
  release: seconds,
});
const points = (most: number, scale: number) =>
  fc
    .array(
      fc.tuple(fc.double({ min: 0.001, max: 3, noNaN: true }), fc.double({ min: -scale, max: scale, noNaN: true })),
      {
        minLength: 1,
        maxLength: most - 1,
      },
    )
    .map((steps) => {
      let time = 0;
      return { points: [[0, 0], ...steps.map(([step, value]) => [(time += step), value])], sustain: 1, loop: [0, 1] };
    });

/** Recordings of these names are in {@link files}. */
const instrument = fc.record(
  {
    name: fc.string({ maxLength: 40, unit: 'grapheme' }),
    wav: fc.constantFrom('short.wav', 'long.wav'),
    base_note: fc.constantFrom('C4', 'F#2', 'Bb7', 'C0'),
    envelope,
    loop_mode: fc.constantFrom('auto', 'none', 'forward', 'pingpong'),
    default_volume: byte,
    nna: fc.constantFrom('cut', 'continue', 'off', 'fade'),
    dct: fc.constantFrom('off', 'note', 'sample', 'instrument'),
    dca: fc.constantFrom('cut', 'off', 'fade'),
    fadeout: fc.constantFrom(0, 0.001, 1, 1e6),
    pan: fc.double({ min: -1, max: 1, noNaN: true }),
    filter: fc.record({ cutoff: fc.integer({ min: 0, max: 127 }), resonance: fc.constant(3) }),
    pan_envelope: points(12, 1),
    pitch_envelope: points(25, 16),
  },
  { requiredKeys: ['wav'] },
);

const wave = (n: number) => mono16(Array.from({ length: n }, (_, i) => 9000 * sin(i / 13) + ((i * 7919) % 501)));
export const files: Readonly<Record<string, Uint8Array>> = { 'short.wav': wave(60), 'long.wav': wave(6000) };

/** Songs that either format can hold, but for effects that one of them lacks. */
export const song = (format: 'xm' | 'it'): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      rows: fc.constantFrom(1, 2, 31, 64, format === 'xm' ? 256 : 200),
      channels: fc.constantFrom(1, 2, 5, format === 'xm' ? 32 : 64),
      instruments: fc.constantFrom(1, 3),
    })
    .chain((size) =>
      fc.record(
        {
          format: fc.constant(format),
          bpm: fc.integer({ min: 32, max: 255 }),
          speed: fc.integer({ min: 1, max: 31 }),
          channels: fc.constant(size.channels),
          name: fc.string({ unit: 'grapheme', maxLength: 40 }),
          loop: fc.boolean(),
          restart_position: fc.integer({ min: 0, max: 1 }),
          instruments: fc.array(instrument, { minLength: size.instruments, maxLength: size.instruments }),
          patterns: fc.record({
            a: fc.record({ rows: fc.constant(size.rows), data: fc.array(event(size), { maxLength: 60 }) }),
            b: fc.record({ rows: fc.constantFrom(1, 64), data: fc.constant([]) }),
          }),
          arrangement: fc.array(
            fc.record({ pattern: fc.constantFrom('a', 'b'), repeat: fc.integer({ min: 1, max: 3 }) }),
            { minLength: 2, maxLength: 6 },
          ),
          it_options: fc.record({
            stereo: fc.boolean(),
            global_volume: byte,
            mix_volume: byte,
            compression: fc.constantFrom('none', 'auto'),
          }),
        },
        { requiredKeys: ['format', 'bpm', 'speed', 'channels', 'instruments', 'patterns', 'arrangement'] },
      ),
    );

const wild: fc.Arbitrary<unknown> = fc.oneof(
  byte,
  fc.constantFrom(-1, 1e9, 0.5, '', 'C4', null, true, [], {}, [[]], 65535, 65536),
);

/** As {@link song}, with one member anywhere replaced by something else. */
export const brokenSong = (format: 'xm' | 'it'): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(song(format), fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), wild).map(([params, path, value]) => {
    const copy = structuredClone(params);
    let parent: Record<string, unknown> = copy;
    for (const step of path) {
      const keys = Object.keys(parent);
      if (keys.length === 0) break;
      const key = keys[step % keys.length]!;
      const child = parent[key];
      if (typeof child === 'object' && child !== null && step !== path.at(-1))
        parent = child as Record<string, unknown>;
      else parent[key] = value;
    }
    return copy;
  });
