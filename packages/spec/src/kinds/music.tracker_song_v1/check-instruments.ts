/** Rules of instruments: one source each, notes and rates that exist, envelopes in order. */
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import type { TrackerFormat } from './common.ts';
import { INSTRUMENT_SOURCES, type PointEnvelope, type TrackerInstrument } from './instrument.ts';
import { SYNTHESIS_RATES } from './limits.ts';
import { readBaseNote } from './notes.ts';

const MOST_XM_POINTS = 12;
const IT_ONLY = ['nna', 'dct', 'dca', 'filter', 'pitch_envelope', 'filter_envelope'] as const;

export function checkInstruments(
  instruments: readonly TrackerInstrument[],
  formats: readonly TrackerFormat[],
  findings: Findings,
): void {
  instruments.forEach((instrument, index) => {
    const path = ['recipe', 'params', 'instruments', index];
    checkSource(instrument, path, findings);
    checkBaseNote(instrument.base_note, [...path, 'base_note'], findings);
    checkBaseNote(instrument.synthesis?.base_note, [...path, 'synthesis', 'base_note'], findings);
    for (const field of ['pan_envelope', 'pitch_envelope', 'filter_envelope'] as const) {
      const envelope = instrument[field];
      const most = field === 'pan_envelope' && formats.includes('xm') ? MOST_XM_POINTS : undefined;
      if (envelope) checkPoints(envelope, most, [...path, field], findings);
    }
    if (instrument.pitch_envelope && instrument.filter_envelope) {
      findings.error('E012', [...path, 'filter_envelope'], 'pitch and filter share one envelope', {
        expected: 'pitch_envelope or filter_envelope',
        found: 'both',
      });
    }
    for (const field of IT_ONLY) {
      if (instrument[field] == null || formats.includes('it')) continue;
      findings.warn('W004', [...path, field], `XM has no ${field}; it is ignored`);
    }
  });
}

function checkSource(instrument: TrackerInstrument, path: readonly PathStep[], findings: Findings): void {
  const given = INSTRUMENT_SOURCES.filter((source) => instrument[source] != null);
  if (given.length !== 1) {
    findings.error('E012', path, 'an instrument has one source', {
      expected: `exactly one of ${INSTRUMENT_SOURCES.join(', ')}`,
      found: given.length === 0 ? 'none' : given.join(', '),
    });
    return;
  }
  const recorded = instrument.wav != null || instrument.synthesis?.type === 'sample';
  const rate = instrument.sample_rate;
  if (rate == null) return;
  if (recorded) {
    findings.warn('W004', [...path, 'sample_rate'], 'a recorded sample keeps its own rate; sample_rate is ignored');
  } else if (!SYNTHESIS_RATES.includes(rate)) {
    findings.error('E012', [...path, 'sample_rate'], 'samples are not synthesised at this rate', {
      expected: `one of ${SYNTHESIS_RATES.join(', ')}`,
      found: String(rate),
    });
  }
}

function checkBaseNote(text: string | null | undefined, path: readonly PathStep[], findings: Findings): void {
  if (text == null || text.trim() === '' || readBaseNote(text) !== undefined) return;
  findings.error('E012', path, 'this is not the name of a note', {
    expected: 'a letter A to G, # or b where needed, and an octave, such as "F#3"',
    found: describe(text),
  });
}

function checkPoints(
  { points, sustain, loop }: PointEnvelope,
  most: number | undefined,
  path: readonly PathStep[],
  findings: Findings,
): void {
  if (most !== undefined && points.length > most) {
    findings.error('E012', [...path, 'points'], `an envelope of XM has at most ${most} points`, {
      expected: `at most ${most} items`,
      found: describe(points),
    });
  }
  points.forEach(([time], index) => {
    if (index === 0 ? time === 0 : time > points[index - 1]![0]) return;
    findings.error('E012', [...path, 'points', index], 'points start at 0 and go forward in time', {
      expected: index === 0 ? '0 seconds' : `more than ${points[index - 1]![0]} seconds`,
      found: `${time} seconds`,
    });
  });
  const inRange = (index: number) => index < points.length;
  if (sustain != null && !inRange(sustain)) {
    findings.error('E012', [...path, 'sustain'], 'there is no such point', {
      expected: `less than ${points.length}`,
      found: String(sustain),
    });
  }
  if (loop != null && (!inRange(loop[1]) || loop[0] > loop[1])) {
    findings.error('E012', [...path, 'loop'], 'the loop goes from one point to a later one', {
      expected: `two indices below ${points.length}, the smaller first`,
      found: loop.join(', '),
    });
  }
}
