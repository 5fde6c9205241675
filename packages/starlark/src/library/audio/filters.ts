import { between, oneOf, positive, unit } from '../checks.ts';
import { define, type LibraryFunction, num, optional, str, tagged } from '../define.ts';
import { VOWEL } from './enums.ts';

const category = 'audio.filters';

/** A flat passband, to three digits as ever. */
const Q = Number('0.707');

/** A filter with a resonance, around a frequency that can move. */
function swept<F extends string>(name: string, frequency: F, resonance: number, check = positive): LibraryFunction {
  return define({
    name,
    category,
    description: `A ${name} filter, with an optional sweep.`,
    params: { [frequency]: num(positive), resonance: num(check, resonance), sweep_to: optional.num(positive) },
    build: (args) => ({
      type: name,
      [frequency]: args[frequency],
      resonance: args.resonance,
      [`${frequency}_end`]: args.sweep_to,
    }),
  });
}

/** A shelf, without a check of its gain. */
function shelf(name: string, description: string): LibraryFunction {
  return define({
    name,
    category,
    description,
    params: { frequency: num(positive), gain_db: num() },
    build: tagged(name),
  });
}

export const FILTERS = [
  swept('lowpass', 'cutoff', Q),
  swept('highpass', 'cutoff', Q),
  swept('bandpass', 'center', 1),
  swept('notch', 'center', 1),
  swept('allpass', 'frequency', Q),
  swept('ladder', 'cutoff', 0, unit),
  shelf('shelf_low', 'Raises or lowers what is below a frequency.'),
  shelf('shelf_high', 'Raises or lowers what is above a frequency.'),
  define({
    name: 'comb_filter',
    category,
    description: 'A comb filter.',
    params: { delay_ms: num(positive), feedback: num(between('0.0', '0.99')), wet: num(unit) },
    build: tagged('comb'),
  }),
  define({
    name: 'formant_filter',
    category,
    description: 'A filter that sounds like a vowel.',
    params: { vowel: str(oneOf(VOWEL)), intensity: num(unit) },
    build: tagged('formant'),
  }),
];
