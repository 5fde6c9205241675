/** `<module>.loops.json`: how every sample of a module came to its loop and its tuning. */
import type { TrackerFormat, TrackerInstrument } from '@speccade/spec/kinds/music.tracker_song_v1';
import type { Baked } from './bake.ts';
import { frequencyOf, itDeviation, xmDeviation } from './tuning.ts';

/** A number with a decimal point even where it is whole. */
class Real {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

type Value = string | number | Real | undefined | Entries | readonly Value[];
interface Entries {
  readonly [key: string]: Value;
}

export function loopReport(
  baked: readonly Baked[],
  instruments: readonly TrackerInstrument[],
  format: TrackerFormat,
): string {
  const entries = baked.map((entry, index) => describeLoop(entry, instruments[index]!, index, format));
  return print({ extension: format, instruments: entries }, '');
}

function describeLoop(
  { instrument: { name, sample }, baseNote, found }: Baked,
  { loop_mode: mode }: TrackerInstrument,
  index: number,
  format: TrackerFormat,
): Entries {
  const { pcm: s, rate, loop } = sample;
  const deviation = format === 'xm' ? xmDeviation(sample, rate, baseNote) : itDeviation(sample.c5Speed, rate, baseNote);
  const step = (i: number) => s[i]! - s[i - 1]!;
  const forward = loop?.mode === 'forward' ? loop : undefined;
  const pingpong = loop?.mode === 'pingpong' ? loop : undefined;
  return {
    index,
    name,
    override_mode: mode ?? undefined,
    chosen_mode: loop === undefined ? 'none' : forward ? 'forward' : 'ping_pong',
    base_midi: baseNote,
    base_freq_hz: new Real(frequencyOf(baseNote)),
    sample_rate: rate,
    sample_len: s.length,
    desired_start: found?.desiredStart,
    loop_start: loop?.start,
    loop_end: loop?.end,
    loop_len: loop && loop.end - loop.start,
    forward_corr: found?.correlation === undefined ? undefined : new Real(found.correlation),
    crossfade_samples: found?.crossfade,
    crossfade_ms: found?.crossfade === undefined ? undefined : new Real((found.crossfade * 1000) / rate),
    seam: forward && {
      amp_jump: Math.abs(s[forward.end - 1]! - s[forward.start]!),
      slope_jump: Math.abs(step(forward.end - 1) - step(forward.start + 1)),
    },
    pingpong_start_slope: pingpong && Math.abs(step(pingpong.start + 1)),
    pingpong_end_slope: pingpong && Math.abs(step(pingpong.end - 1)),
    dc_removed_mean: found?.mean,
    pitch_deviation_cents: new Real(deviation),
  };
}

/** Two spaces of indent, no newline at the end, members that are not there left out. */
function print(value: Value, indent: string): string {
  if (value instanceof Real) return printReal(value.value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item: Value) => inner + print(item, inner)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value as Entries).filter(([, member]) => member !== undefined);
  const lines = members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The shortest digits, in plain notation from 1e-5 to 1e16 and with an exponent beyond. */
function printReal(value: number): string {
  const size = Math.abs(value);
  const text = size > 0 && size < 1e-5 ? value.toExponential() : String(value);
  return /[.e]/.test(text) ? text : Object.is(value, -0) ? '-0.0' : `${text}.0`;
}
