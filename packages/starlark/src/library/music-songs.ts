/** Instruments and songs. */
import { between, type Check, type Given, nonEmpty, oneOf, ranged } from './checks.ts';
import { LOOP_MODE, MODULE_FORMAT, SYNTHESIS } from './choices.ts';
import { any, anys, bool, define, int, num, optional, str } from './define.ts';
import { about, document, identity, primary } from './document.ts';
import { upTo } from './shapes.ts';

/** The envelope of instruments without one. Layers of sounds have another. */
const ENVELOPE = { attack: 0.01, decay: 0.1, sustain: 0.7, release: 0.2 };

/** As many channels as the format has, which is checked before. */
const channels: Check = {
  range: { min: 1, max: 64 },
  refuse(value: number, name, given: Given) {
    const max = given.format === 'it' ? 64 : 32;
    return ranged({ min: 1, max }, `be 1-${max} for ${given.format} format`).refuse(value, name, given);
  },
};

/** Only where none of these, which are checked before, is given. */
const aloneWith = (...others: string[]): Check => ({
  refuse: (_value, _name, given: Given) =>
    others.every((other) => given[other] === undefined)
      ? undefined
      : { code: 'S101', text: "'synthesis', 'wav', and 'ref' are mutually exclusive" },
});

const format = str(oneOf(MODULE_FORMAT));
const score = {
  bpm: int(between('32', '255')),
  speed: int(between('1', '31')),
  channels: int(channels),
  instruments: anys(),
  patterns: any(),
  arrangement: anys(),
  name: optional.str(),
  title: optional.str(),
  loop: bool(false),
};

export const MUSIC_SONGS = [
  define({
    name: 'instrument_synthesis',
    category: 'music.instruments',
    description: 'The waveform of an instrument.',
    params: { synth_type: str(oneOf(SYNTHESIS)), duty_cycle: num(undefined, 0.5), periodic: bool(false) },
    build: ({ synth_type: type, duty_cycle, periodic }) => ({
      type,
      duty_cycle: type === 'pulse' ? duty_cycle : undefined,
      periodic: type === 'noise' ? periodic : undefined,
    }),
  }),
  define({
    name: 'tracker_instrument',
    category: 'music.instruments',
    description: 'An instrument out of a waveform, a WAV file or another spec.',
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      synthesis: optional.any(),
      wav: optional.str(aloneWith('synthesis')),
      ref: optional.str(aloneWith('synthesis', 'wav')),
      base_note: optional.str(),
      sample_rate: optional.int(),
      envelope: optional.any(),
      loop_mode: optional.str(oneOf(LOOP_MODE)),
      default_volume: optional.int(upTo(64)),
      comment: optional.str(),
    },
    order: ['name', 'synthesis', 'wav', 'ref', 'loop_mode', 'default_volume'],
    build({ name, synthesis, wav, ref, base_note, sample_rate, envelope = ENVELOPE, ...rest }) {
      const { loop_mode, default_volume, comment } = rest;
      return { name, synthesis, wav, ref, base_note, sample_rate, envelope, loop_mode, default_volume, comment };
    },
  }),
  define({
    name: 'it_options',
    category: 'music',
    description: 'Options of Impulse Tracker modules.',
    params: { stereo: bool(true), global_volume: int(upTo(128), 128), mix_volume: int(upTo(128), 48) },
    build: (options) => options,
  }),
  define({
    name: 'tracker_song',
    category: 'music.song',
    description: 'A whole recipe of a song.',
    keywordOnly: true,
    params: {
      format,
      ...score,
      restart_position: optional.int(),
      automation: optional.any(),
      it_options: optional.any(),
    },
    build: ({ format, bpm, speed, channels, loop, name, title, restart_position, it_options, ...rest }) => ({
      kind: 'music.tracker_song_v1',
      params: {
        format,
        bpm,
        speed,
        channels,
        loop,
        name,
        title,
        restart_position,
        instruments: rest.instruments,
        patterns: rest.patterns,
        arrangement: rest.arrangement,
        automation: rest.automation,
        it_options: format === 'it' ? it_options : undefined,
      },
    }),
  }),
  define({
    name: 'music_spec',
    category: 'music.song',
    description: 'A spec of a song.',
    keywordOnly: true,
    params: { ...identity, output_path: str(), format, ...score, ...about },
    order: ['asset_id', 'format', 'seed'],
    build(args) {
      const { format, bpm, speed, channels, loop, name, title, instruments, patterns, arrangement } = args;
      return document('music', args, [primary(format, args.output_path)], {
        kind: 'music.tracker_song_v1',
        params: { format, bpm, speed, channels, loop, name, title, instruments, patterns, arrangement },
      });
    },
  }),
];
