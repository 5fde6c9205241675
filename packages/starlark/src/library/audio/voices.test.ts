import { testFunctions } from '../testing.ts';
import { VOICES } from './voices.ts';

const vocoder = (more: string) =>
  `vocoder(carrier_freq = 110, carrier_type = "noise", envelope_attack = 0.01, envelope_release = 0.1, ${more})`;

testFunctions(VOICES, {
  good: [
    [
      vocoder('num_bands = 16, band_spacing = "linear"'),
      '{"type":"vocoder","carrier_freq":110.0,"carrier_type":"noise","num_bands":16,"band_spacing":"linear","envelope_attack":0.01,"envelope_release":0.1,"formant_rate":2.0}',
    ],
    ['vocoder_band(500, 80)', '{"center_freq":500.0,"bandwidth":80.0}'],
    ['vocoder_band(500, 80, [1])', '{"center_freq":500.0,"bandwidth":80.0,"envelope_pattern":[1]}'],
    [
      'formant_synth(frequency = 110, vowel = "a")',
      '{"type":"formant","frequency":110.0,"vowel":"a","morph_amount":0.0,"breathiness":0.0}',
    ],
    ['formant_config(700, 1, 80)', '{"frequency":700.0,"amplitude":1.0,"bandwidth":80.0}'],
    [
      'vosim(frequency = 110, formant_freq = 700, pulses = 3)',
      '{"type":"vosim","frequency":110.0,"formant_freq":700.0,"pulses":3,"breathiness":0.0}',
    ],
    ['spectral_freeze(source = {"a": 1.0})', '{"type":"spectral_freeze","source":{"a":1.0}}'],
  ],
  bad: [
    [vocoder('num_bands = 7, band_spacing = "linear"'), "S103: vocoder(): 'num_bands' must be 8-32, got 7"],
    [vocoder('num_bands = 8, band_spacing = "bark"'), "S104: vocoder(): 'band_spacing' must be one of: linear, loga"],
    ['vocoder_band(0, 1)', "S103: vocoder_band(): 'center_freq' must be positive, got 0"],
    ['vocoder_band(1, 0)', "S103: vocoder_band(): 'bandwidth' must be positive, got 0"],
    ['formant_synth(frequency = 1, vowel = 3)', "S102: formant_synth(): 'vowel' must be a string"],
    ['formant_synth(frequency = 1, vowel = "y")', "S104: formant_synth(): 'vowel' must be one of: a, i, u, e, o"],
    ['formant_synth(frequency = 1, vowel = "y", breathiness = 2)', "S103: formant_synth(): 'breathiness'"],
    ['formant_synth(110)', 'bind: formant_synth()'],
    ['formant_config(1, 2, 1)', "S103: formant_config(): 'amplitude' must be in range 0.0 to 1.0, got 2"],
    ['formant_config(1, 1, 0)', "S103: formant_config(): 'bandwidth' must be positive, got 0"],
    ['vosim(frequency = 1, formant_freq = 1, pulses = 17)', "S103: vosim(): 'pulses' must be 1-16, got 17"],
    ['vosim(frequency = 1, formant_freq = 0, pulses = 1)', "S103: vosim(): 'formant_freq' must be positive, got 0"],
    ['spectral_freeze({})', 'bind: spectral_freeze()'],
    ['spectral_freeze()', "bind: spectral_freeze(): 'source'"],
  ],
});
