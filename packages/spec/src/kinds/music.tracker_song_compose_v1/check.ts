/** Rules of compose songs that need more than one field, on parsed parameters. Budgets are not held here. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { checkFrame } from '../music.tracker_song_v1/check.ts';
import { automationProblem } from '../music.tracker_song_v1/check-automation.ts';
import { channelOfKey } from '../music.tracker_song_v1/check-patterns.ts';
import { requestedFormats } from '../music.tracker_song_v1/formats.ts';
import { FORMAT_LIMITS } from '../music.tracker_song_v1/limits.ts';
import { checkPrograms } from './check-program.ts';
import type { ManualNote } from './common.ts';
import type { ComposeParams, ComposePattern } from './params.ts';
import { patternRows } from './rows.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: ComposeParams, envelope: SpecEnvelope, findings: Findings): void {
  checkFrame(params, envelope, findings);
  const formats = requestedFormats(params.format, envelope.outputs);
  const mostRows = Math.min(...formats.map((format) => FORMAT_LIMITS[format].rows));
  for (const [name, pattern] of Object.entries(params.patterns)) {
    const path = [...PARAMS, 'patterns', name];
    checkRows(pattern, params, mostRows, path, findings);
    checkManual(pattern, path, findings);
  }
  checkPrograms(params, findings);
  checkAutomation(params, findings);
}

function checkRows(
  pattern: ComposePattern,
  params: ComposeParams,
  most: number,
  path: readonly PathStep[],
  findings: Findings,
): void {
  const rows = patternRows(pattern, params.timebase);
  if (typeof rows !== 'number') {
    const { member, message, expected, found } = rows;
    findings.error('E012', [...path, member], message, { expected, found });
  } else if (rows < 1 || rows > most) {
    findings.error('E012', [...path, pattern.rows == null ? 'bars' : 'rows'], `a pattern has 1 to ${most} rows`, {
      expected: `1 to ${most}`,
      found: String(rows),
    });
  }
}

function checkManual({ data, notes }: ComposePattern, path: readonly PathStep[], findings: Findings): void {
  data?.forEach((note, index) => {
    checkNote(note, [...path, 'data', index], findings);
  });
  for (const [key, list] of Object.entries(notes ?? {})) {
    if (channelOfKey(key) === undefined) {
      findings.error('E012', [...path, 'notes', key], 'this is not the number of a channel', {
        expected: '0 to 255',
        found: describe(key),
      });
    }
    list.forEach((note, index) => {
      checkNote(note, [...path, 'notes', key, index], findings);
    });
  }
}

function checkNote(note: ManualNote, path: readonly PathStep[], findings: Findings): void {
  for (const [short, long] of [
    ['inst', 'instrument'],
    ['vol', 'volume'],
  ] as const) {
    if (note[short] == null || note[long] == null) continue;
    findings.error('E012', [...path, long], `${short} and ${long} are the same thing`, {
      expected: `${short} or ${long}`,
      found: 'both',
    });
  }
}

function checkAutomation(params: ComposeParams, findings: Findings): void {
  params.automation.forEach((entry, index) => {
    const path = [...PARAMS, 'automation', index];
    if (!Object.hasOwn(params.patterns, entry.pattern)) {
      findings.warn('W009', [...path, 'pattern'], 'there is no pattern of this name; the entry does nothing', {
        expected: 'the name of a pattern',
        found: describe(entry.pattern),
      });
      return;
    }
    const rows = patternRows(params.patterns[entry.pattern]!, params.timebase);
    if (typeof rows !== 'number') return;
    const problem = automationProblem(entry, rows, params.channels);
    if (!problem) return;
    const { member, message, expected, found } = problem;
    findings.error('E012', member === undefined ? path : [...path, member], message, { expected, found });
  });
}
