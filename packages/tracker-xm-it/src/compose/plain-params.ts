/** Parameters of a song as they are printed: members in a fixed order, defaults written out, nothing that is absent. */
import { DEFAULT_ENVELOPE, type SongParams, type TrackerInstrument } from '@speccade/spec/kinds/music.tracker_song_v1';

/** The parameters as a JSON value. Patterns are sorted by name. */
export function plainParams(params: SongParams): Record<string, unknown> {
  const { name, title, format, bpm, speed, channels, loop, restart_position, instruments } = params;
  return without({
    name,
    title,
    format,
    bpm,
    speed,
    channels,
    loop,
    restart_position,
    instruments: instruments.map(plainInstrument),
    patterns: params.patterns,
    arrangement: params.arrangement,
    automation: params.automation,
    it_options: params.it_options,
  }) as Record<string, unknown>;
}

function plainInstrument({ synth_type: _, ...instrument }: TrackerInstrument): Record<string, unknown> {
  const { name, comment, ref, synthesis_audio_v1, synthesis, wav, base_note, sample_rate, ...rest } = instrument;
  const { envelope, loop_mode, default_volume, ...extensions } = rest;
  return {
    name,
    comment,
    ref,
    synthesis_audio_v1,
    synthesis,
    wav,
    base_note,
    sample_rate,
    envelope: envelope ?? DEFAULT_ENVELOPE,
    loop_mode,
    default_volume,
    ...extensions,
  };
}

/** A copy without members that are null or undefined. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, without(member)]));
}
