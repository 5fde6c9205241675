/** Rules of songs that need more than one field, on parsed parameters. Budgets are not held here. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { checkAutomation } from './check-automation.ts';
import { checkInstruments } from './check-instruments.ts';
import { checkPatterns } from './check-patterns.ts';
import { checkOutputs, requestedFormats } from './formats.ts';
import { FORMAT_LIMITS, MAX_BPM, MAX_ORDERS, MAX_SPEED, MIN_BPM, orderCount } from './limits.ts';
import type { SongParams } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

/** What songs and compose songs have in common. */
export type SongFrame = Omit<SongParams, 'patterns'> & { readonly patterns: Readonly<Record<string, unknown>> };

export function check(params: SongParams, envelope: SpecEnvelope, findings: Findings): void {
  checkFrame(params, envelope, findings);
  checkPatterns(params, envelope, findings);
  checkAutomation(params, findings);
}

/** Everything but the patterns and the automation of them: tempo, counts, instruments, order list, outputs. */
export function checkFrame(params: SongFrame, envelope: SpecEnvelope, findings: Findings): void {
  const formats = requestedFormats(params.format, envelope.outputs);
  checkOutputs(params.format, envelope, findings);
  const range = (field: 'bpm' | 'speed' | 'channels', low: number, high: number) => {
    if (params[field] >= low && params[field] <= high) return;
    findings.error('E012', [...PARAMS, field], `${field} must be ${low} to ${high}`, {
      expected: `${low} to ${high}`,
      found: String(params[field]),
    });
  };
  const limit = (field: 'channels' | 'instruments' | 'patterns' | 'orders') =>
    Math.min(...formats.map((format) => FORMAT_LIMITS[format][field]));
  range('bpm', MIN_BPM, MAX_BPM);
  range('speed', 1, MAX_SPEED);
  range('channels', 1, limit('channels'));
  const atMost = (field: 'instruments' | 'patterns' | 'arrangement', count: number, most: number, what: string) => {
    if (count <= most) return;
    findings.error('E012', [...PARAMS, field], `${what}: at most ${most} fit`, {
      expected: `at most ${most}`,
      found: String(count),
    });
  };
  atMost('instruments', params.instruments.length, limit('instruments'), 'instruments');
  atMost('patterns', Object.keys(params.patterns).length, limit('patterns'), 'patterns');
  checkArrangement(params, formats.includes('xm'), findings, (count) =>
    atMost('arrangement', count, limit('orders'), 'entries of the order list'),
  );
  checkInstruments(params.instruments, formats, findings);
}

function checkArrangement(
  params: SongFrame,
  hasXm: boolean,
  findings: Findings,
  checkCount: (count: number) => void,
): void {
  const { arrangement, patterns, restart_position: restart } = params;
  if (arrangement.length === 0) {
    findings.error('E012', [...PARAMS, 'arrangement'], 'the arrangement is empty', {
      expected: 'at least one entry',
      found: 'array of 0',
    });
    return;
  }
  arrangement.forEach((entry, index) => {
    const path = [...PARAMS, 'arrangement', index];
    if (entry.repeat < 1) {
      findings.error('E012', [...path, 'repeat'], 'an entry is played at least once', {
        expected: 'at least 1',
        found: String(entry.repeat),
      });
    }
    if (!Object.hasOwn(patterns, entry.pattern)) {
      findings.error('E012', [...path, 'pattern'], 'there is no pattern of this name', {
        expected: 'the name of a pattern',
        found: describe(entry.pattern),
      });
    }
  });
  const orders = orderCount(arrangement);
  if (hasXm || params.loop || orders > MAX_ORDERS) checkCount(orders);
  else if (orders > FORMAT_LIMITS.it.orders - 1) {
    findings.warn('W009', [...PARAMS, 'arrangement'], 'most players read at most 255 entries of the order list', {
      expected: `at most ${FORMAT_LIMITS.it.orders - 1}`,
      found: String(orders),
    });
  }
  if (params.loop && restart != null && restart >= orders) {
    findings.error('E012', [...PARAMS, 'restart_position'], 'the song cannot restart behind its end', {
      expected: `less than ${orders}`,
      found: String(restart),
    });
  }
}
