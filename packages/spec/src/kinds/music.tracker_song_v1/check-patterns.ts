/** Rules of patterns and of every event in them, for every format that the song is written as. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { TrackerFormat } from './common.ts';
import { encodeEffect } from './encode-effect.ts';
import { requestedFormats } from './formats.ts';
import { FORMAT_LIMITS, MAX_VOLUME } from './limits.ts';
import { readNoteText } from './notes.ts';
import type { SongParams } from './params.ts';
import { instrumentOf, needsInstrument, type PatternNote, volumeOf } from './pattern.ts';
import { encodeVolumeCommand } from './volume-column.ts';

interface Scope {
  readonly params: SongParams;
  readonly formats: readonly TrackerFormat[];
  readonly compat: 'reference' | undefined;
  readonly findings: Findings;
}

export function checkPatterns(params: SongParams, envelope: SpecEnvelope, findings: Findings): void {
  const formats = requestedFormats(params.format, envelope.outputs);
  const scope: Scope = { params, formats, compat: envelope.compat, findings };
  const mostRows = Math.min(...formats.map((format) => FORMAT_LIMITS[format].rows));
  for (const [name, pattern] of Object.entries(params.patterns)) {
    const path = ['recipe', 'params', 'patterns', name];
    if (pattern.rows < 1 || pattern.rows > mostRows) {
      findings.error('E012', [...path, 'rows'], `a pattern has 1 to ${mostRows} rows`, {
        expected: `1 to ${mostRows}`,
        found: String(pattern.rows),
      });
    }
    const claimed = new Map<number, string>();
    for (const [key, notes] of Object.entries(pattern.notes ?? {})) {
      const channel = channelOfKey(key);
      const at = [...path, 'notes', key];
      if (channel === undefined) {
        findings.warn('W004', at, 'this is not the number of a channel; its events are ignored', {
          expected: '0 to 255',
          found: describe(key),
        });
        continue;
      }
      const other = claimed.get(channel);
      if (other !== undefined) findings.warn('W009', at, `channel ${channel} is given twice`, { found: describe(key) });
      claimed.set(channel, key);
      notes.forEach((note, index) => {
        checkEvent(note, channel, pattern.rows, [...at, index], scope);
      });
    }
    pattern.data?.forEach((note, index) => {
      checkEvent(note, note.channel, pattern.rows, [...path, 'data', index], scope);
    });
  }
}

/** The channel that a key of `notes` names; `undefined` for what is no number of 0 to 255. */
export function channelOfKey(key: string): number | undefined {
  if (!/^\+?\d+$/.test(key)) return undefined;
  const channel = Number(key);
  return channel <= 255 ? channel : undefined;
}

function checkEvent(note: PatternNote, channel: number, rows: number, path: readonly PathStep[], scope: Scope): void {
  const { params, findings } = scope;
  const error = (member: string | undefined, message: string, expected: string, found: string) =>
    findings.error('E012', member === undefined ? path : [...path, member], message, { expected, found });
  if (channel >= params.channels) {
    error('channel', 'the song has no such channel', `less than ${params.channels}`, String(channel));
  }
  if (note.row >= rows) error('row', 'the pattern has no such row', `less than ${rows}`, String(note.row));
  for (const [short, long] of [
    ['inst', 'instrument'],
    ['vol', 'volume'],
  ] as const) {
    if (note[short] != null && note[long] != null) {
      error(long, `${short} and ${long} are the same thing`, `${short} or ${long}`, 'both');
    }
  }
  const volume = volumeOf(note);
  if (volume !== undefined && volume > MAX_VOLUME) {
    error(note.vol == null ? 'volume' : 'vol', 'volumes go up to 64', `0 to ${MAX_VOLUME}`, String(volume));
  }
  if (note.vol_cmd != null && volume !== undefined) {
    error('vol_cmd', 'the volume column holds one thing', 'vol or vol_cmd', 'both');
  }
  const instrument = instrumentOf(note) ?? 0;
  if (needsInstrument(note) && instrument >= params.instruments.length) {
    const member = note.inst !== undefined ? 'inst' : note.instrument !== undefined ? 'instrument' : undefined;
    error(member, 'the song has no such instrument', `less than ${params.instruments.length}`, String(instrument));
  }
  for (const format of scope.formats) {
    if (!checkCommands(note, format, path, scope)) break;
  }
  remarkNote(note, path, scope);
  remarkDelay(note, path, scope);
}

/** Whether the commands of an event can be written in a format; tells why not. */
function checkCommands(
  note: PatternNote,
  format: TrackerFormat,
  path: readonly PathStep[],
  { params, compat, findings }: Scope,
): boolean {
  const result = encodeEffect(note, { format, songFormat: params.format, compat });
  if (!result.ok) {
    const { member, message, ...more } = result.problem;
    findings.error('E012', [...path, member], message, more);
    return false;
  }
  const command = note.vol_cmd && encodeVolumeCommand(note.vol_cmd, format);
  if (command && 'expected' in command) {
    findings.error('E012', [...path, 'vol_cmd'], 'this cannot stand in the volume column', {
      expected: command.expected,
      found: `${note.vol_cmd!.command} ${note.vol_cmd!.value}`,
    });
    return false;
  }
  return true;
}

/** W009 for notes that the published reader takes in silence and plays as something else. */
function remarkNote({ note }: PatternNote, path: readonly PathStep[], { formats, findings }: Scope): void {
  if (note === undefined) return;
  const at = [...path, 'note'];
  const parsed = typeof note === 'number' ? ({ kind: 'key', key: note - 12 } as const) : readNoteText(note);
  if (parsed.kind === 'unknown') {
    findings.warn('W009', at, 'this is not a note; the cell plays none', {
      expected: 'a note such as "C4", "OFF", "===", "^^^" or "---"',
      found: describe(note),
    });
    return;
  }
  if (parsed.kind !== 'key') return;
  const highest = Math.min(...formats.map((format) => FORMAT_LIMITS[format].highestKey));
  if (parsed.key >= 0 && parsed.key <= highest) return;
  findings.warn('W009', at, 'the note is outside of what the format can hold; the nearest is played', {
    expected: highest === 95 ? 'C0 to B7' : 'C0 to B9',
    found: describe(note),
  });
}

/** W009 for notes that come, or are cut, when their row is over already. The speed may have changed by then. */
function remarkDelay(note: PatternNote, path: readonly PathStep[], { params, findings }: Scope): void {
  const name = note.effect_name?.toLowerCase();
  if (name !== 'note_delay' && name !== 'note_cut') return;
  const ticks = note.effect_xy?.[1] ?? (note.param ?? 0) & 15;
  if (ticks < params.speed) return;
  findings.warn('W009', [...path, note.effect_xy == null ? 'param' : 'effect_xy'], 'the row ends before this tick', {
    expected: `less than ${params.speed} ticks, the speed of the song`,
    found: `${ticks} ticks`,
  });
}
