/** Rules of automation: rows, channels and levels that the patterns have. */
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { MAX_VOLUME, MIN_BPM } from './limits.ts';
import type { AutomationEntry, SongParams } from './params.ts';

export function checkAutomation(params: SongParams, findings: Findings): void {
  params.automation.forEach((entry, index) => {
    const path = ['recipe', 'params', 'automation', index];
    if (!Object.hasOwn(params.patterns, entry.pattern)) {
      findings.error('E012', [...path, 'pattern'], 'there is no pattern of this name', {
        expected: 'the name of a pattern',
        found: describe(entry.pattern),
      });
      return;
    }
    const problem = automationProblem(entry, params.patterns[entry.pattern]!.rows, params.channels);
    if (problem === undefined) return;
    const { member, message, expected, found } = problem;
    const steps: readonly PathStep[] = member === undefined ? path : [...path, member];
    findings.error('E012', steps, message, { expected, found });
  });
}

export interface AutomationProblem {
  readonly member?: 'channel' | 'row' | 'bpm' | 'end_row' | 'start_vol' | 'end_vol' | 'start_row';
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

/** What keeps an entry from being applied to a pattern of `rows` rows. */
export function automationProblem(
  entry: AutomationEntry,
  rows: number,
  channels: number,
): AutomationProblem | undefined {
  const below = (member: 'channel' | 'row' | 'end_row', value: number, bound: number, what: string) =>
    value < bound
      ? undefined
      : { member, message: `the ${what} is not there`, expected: `less than ${bound}`, found: String(value) };
  if (entry.type === 'tempo_change') {
    if (entry.bpm < MIN_BPM) {
      const expected = `at least ${MIN_BPM}`;
      return { member: 'bpm', message: `the tempo must be ${expected}`, expected, found: String(entry.bpm) };
    }
    return below('row', entry.row, rows, 'row');
  }
  for (const member of ['start_vol', 'end_vol'] as const) {
    if (entry[member] <= MAX_VOLUME) continue;
    return { member, message: 'volumes go up to 64', expected: `0 to ${MAX_VOLUME}`, found: String(entry[member]) };
  }
  if (entry.start_row >= entry.end_row) {
    return {
      member: 'end_row',
      message: 'a fade ends after it starts',
      expected: `more than ${entry.start_row}`,
      found: String(entry.end_row),
    };
  }
  return (
    below('channel', entry.channel, channels, 'channel') ??
    below('end_row', entry.end_row, rows, 'last row of the fade')
  );
}
