/** Synthesis of voices: vocoder and formants. */
import { between, type Check, oneOf, positive, unit } from '../checks.ts';
import { any, define, int, num, optional, plainly, str, tagged } from '../define.ts';
import { VOWEL } from './enums.ts';

const category = 'audio.synthesis';

const vowels = oneOf(VOWEL);
const vowelCheck: Check = {
  ...vowels,
  refuse: (value: unknown, name) =>
    typeof value === 'string' ? vowels.refuse(value, name) : { code: 'S102', text: `'${name}' must be a string` },
};

export const VOICES = [
  define({
    name: 'vocoder',
    category,
    keywordOnly: true,
    description: 'A carrier through bands that speak.',
    params: {
      carrier_freq: num(positive),
      carrier_type: str(oneOf(['sawtooth', 'pulse', 'noise'])),
      num_bands: int(between('8', '32')),
      band_spacing: str(oneOf(['linear', 'logarithmic'])),
      envelope_attack: num(positive),
      envelope_release: num(positive),
      formant_rate: num(positive, 2),
      bands: optional.any(),
    },
    build: tagged('vocoder'),
  }),
  define({
    name: 'vocoder_band',
    category,
    description: 'One band of a vocoder.',
    params: { center_freq: num(positive), bandwidth: num(positive), envelope_pattern: optional.any() },
    build: (args) => ({ ...args }),
  }),
  define({
    name: 'formant_synth',
    category,
    keywordOnly: true,
    description: 'A voice that sings a vowel.',
    params: {
      frequency: num(positive),
      formants: optional.any(),
      vowel: optional.any(vowelCheck),
      vowel_morph: optional.any(vowelCheck),
      morph_amount: num(unit, 0),
      breathiness: num(unit, 0),
    },
    order: ['frequency', 'morph_amount', 'breathiness'],
    example: 'formant_synth(frequency = 110, vowel = "a")',
    build: tagged('formant'),
  }),
  define({
    name: 'formant_config',
    category,
    description: 'One formant of formant_synth.',
    params: { frequency: num(positive), amplitude: num(unit), bandwidth: num(positive) },
    build: plainly,
  }),
  define({
    name: 'vosim',
    category,
    keywordOnly: true,
    description: 'Voice simulation by squared sine pulses.',
    params: {
      frequency: num(positive),
      formant_freq: num(positive),
      pulses: int(between('1', '16')),
      breathiness: num(unit, 0),
    },
    build: tagged('vosim'),
  }),
  define({
    name: 'spectral_freeze',
    category,
    keywordOnly: true,
    description: 'A spectrum that stands still.',
    params: { source: any() },
    build: tagged('spectral_freeze'),
  }),
];
