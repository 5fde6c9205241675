/** Effects in time and tone: rooms, echoes, modulation, distortion. */
import { atLeast, between, nonNegative, oneOf, pan, positive, unit } from '../checks.ts';
import { any, bool, define, int, num, str, tagged } from '../define.ts';
import { items } from '../values.ts';
import { effect } from './effect.ts';

export const EFFECTS = [
  define({
    name: 'reverb',
    category: 'audio.effects',
    description: 'A room.',
    params: { decay: num(undefined, 0.5), wet: num(unit, 0.3), room_size: num(unit, 0.8), width: num(unit, 1) },
    build: ({ decay, ...args }) => ({ type: 'reverb', ...args, damping: decay }),
  }),
  effect('delay', 'An echo.', {
    time_ms: num(positive, 250),
    feedback: num(unit, 0.4),
    wet: num(unit, 0.3),
    ping_pong: bool(false),
  }),
  effect('chorus', 'Detuned copies.', {
    rate: num(positive),
    depth: num(unit),
    wet: num(unit),
    voices: int(between('1', '4'), 2),
  }),
  effect('phaser', 'Moving notches.', {
    rate: num(positive),
    depth: num(unit),
    stages: int(between('2', '12')),
    wet: num(unit),
  }),
  effect('flanger', 'A moving comb.', {
    rate: num(between('0.1', '10.0')),
    depth: num(unit),
    feedback: num(between('-0.99', '0.99')),
    delay_ms: num(between('1', '20')),
    wet: num(unit),
  }),
  effect('bitcrush', 'Fewer bits and samples.', {
    bits: int(between('1', '16')),
    sample_rate_reduction: num(atLeast('1.0'), 1),
  }),
  effect('waveshaper', 'Distortion by a curve.', {
    drive: num(between('1.0', '100.0')),
    curve: str(oneOf(['tanh', 'soft_clip', 'hard_clip', 'sine']), 'tanh'),
    wet: num(unit, 1),
  }),
  define({
    name: 'delay_tap',
    category: 'audio.effects',
    keywordOnly: true,
    description: 'One echo of multi_tap_delay.',
    params: {
      time_ms: num(between('1', '2000')),
      feedback: num(between('0.0', '0.99')),
      pan: num(pan),
      level: num(unit),
      filter_cutoff: num(nonNegative, 0),
    },
    build: (args) => ({ ...args }),
  }),
  define({
    name: 'multi_tap_delay',
    category: 'audio.effects',
    keywordOnly: true,
    description: 'Several echoes.',
    params: { taps: any() },
    build: (args, context) => {
      items(args.taps, 'taps', context);
      return tagged('multi_tap_delay')(args);
    },
  }),
  effect.named('granular_delay', 'An echo of grains.', {
    time_ms: num(between('10', '2000')),
    feedback: num(between('0.0', '0.95')),
    grain_size_ms: num(between('10', '200')),
    pitch_semitones: num(between('-24', '+24')),
    wet: num(unit),
  }),
  effect.named('rotary_speaker', 'A speaker that turns.', {
    rate: num(between('0.5', '10.0')),
    depth: num(unit),
    wet: num(unit),
  }),
  effect.named('ring_modulator', 'The signal times a sine.', {
    frequency: num(between('20', '2000')),
    mix: num(unit),
  }),
  effect.named('tape_saturation', 'Tape with its faults.', {
    drive: num(between('1.0', '20.0')),
    bias: num(between('-0.5', '0.5')),
    wow_rate: num(between('0.0', '3.0')),
    flutter_rate: num(between('0.0', '20.0')),
    hiss_level: num(between('0.0', '0.1')),
  }),
  effect.named('cabinet_sim', 'A loudspeaker cabinet.', {
    cabinet_type: str(oneOf(['guitar_1x12', 'guitar_4x12', 'bass_1x15', 'radio', 'telephone'])),
    mic_position: num(unit, 0),
  }),
];
