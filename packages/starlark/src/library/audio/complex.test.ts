import { testFunctions } from '../testing.ts';
import { COMPLEX } from './complex.ts';

testFunctions(COMPLEX, {
  good: [
    ['additive(220, [1, 0.5])', '{"type":"additive","base_freq":220.0,"harmonics":[1.0,0.5]}'],
    ['additive(220, (1,))', '{"type":"additive","base_freq":220.0,"harmonics":[1.0]}'],
    [
      'supersaw_unison(110, 7, 12, 0.5)',
      '{"type":"supersaw_unison","frequency":110.0,"voices":7,"detune_cents":12.0,"spread":0.5,"detune_curve":"linear"}',
    ],
    ['wavetable("pwm", 110)', '{"type":"wavetable","table":"pwm","frequency":110.0,"position":0.0}'],
    [
      'wavetable("basic", 110, 0.2, 1, 3, -7)',
      '{"type":"wavetable","table":"basic","frequency":110.0,"position":0.2,"position_sweep":{"end_position":1.0,"curve":"linear"},"voices":3,"detune":-7.0}',
    ],
    [
      'granular({}, 50, 20)',
      '{"type":"granular","source":{},"grain_size_ms":50.0,"grain_density":20.0,"pitch_spread":0.0,"position_spread":0.0,"pan_spread":0.0}',
    ],
    ['granular_source("noise", "pink")', '{"type":"noise","noise_type":"pink"}'],
    ['granular_source("tone", "sine", 440)', '{"type":"tone","waveform":"sine","frequency":440.0}'],
    ['granular_source("formant", 110, 700)', '{"type":"formant","frequency":110.0,"formant_freq":700.0}'],
    [
      'ring_mod_synth(1, 2, 0.5, 3)',
      '{"type":"ring_mod_synth","carrier_freq":1.0,"modulator_freq":2.0,"mix":0.5,"freq_sweep":{"end_freq":3.0,"curve":"linear"}}',
    ],
    ['multi_oscillator(55, [1])', '{"type":"multi_oscillator","frequency":55.0,"oscillators":[1]}'],
    ['oscillator_config("sine")', '{"waveform":"sine","volume":1.0}'],
    [
      'oscillator_config("pulse", 0, 5, 0.5, 0.25)',
      '{"waveform":"pulse","volume":0.0,"detune":5.0,"phase":0.5,"duty":0.25}',
    ],
  ],
  bad: [
    ['additive(1, [])', "S103: additive(): 'harmonics' must not be empty"],
    ['additive(1, "ab")', "S102: additive(): 'harmonics' must be a list"],
    ['additive(1, ["a"])', "S102: additive(): 'harmonics item' expected float, got string"],
    ['supersaw_unison(1, 17, 1, 1)', "S103: supersaw_unison(): 'voices' must be 1-16, got 17"],
    ['supersaw_unison(1, 2.0, 1, 1)', "bind: supersaw_unison(): 'voices'"],
    ['wavetable("fm", 1)', "S104: wavetable(): 'table' must be one of: basic, analog, digital, pwm, formant, organ"],
    ['wavetable("pwm", 1, voices = 2.0)', "S102: wavetable(): 'voices' expected int, got float"],
    ['wavetable("pwm", 1, voices = 9)', "S103: wavetable(): 'voices' must be 1-8, got 9"],
    ['granular({}, 9, 20)', "S103: granular(): 'grain_size_ms' must be 10-500, got 9"],
    ['granular({}, 10, 101)', "S103: granular(): 'grain_density' must be 1-100, got 101"],
    ['granular_source("sample", 1)', "S104: granular_source(): 'source_type' must be one of: noise, tone, formant"],
    ['granular_source("noise", 1)', "S102: granular_source(): 'param1' must be a string"],
    ['granular_source("tone", "sine", 0)', "S103: granular_source(): 'frequency' must be positive, got 0"],
    ['granular_source("tone", "sine")', "S102: granular_source(): 'param2' expected float, got NoneType"],
    ['ring_mod_synth(1, 1, 2)', "S103: ring_mod_synth(): 'mix' must be in range 0.0 to 1.0, got 2"],
    ['ring_mod_synth(1, 1, 1, 0)', "S103: ring_mod_synth(): 'sweep_to' must be positive, got 0"],
    ['multi_oscillator(0, [])', "S103: multi_oscillator(): 'frequency' must be positive, got 0"],
    ['multi_oscillator(1)', "bind: multi_oscillator(): 'oscillators'"],
    ['oscillator_config("saw")', "S104: oscillator_config(): 'waveform'"],
    ['oscillator_config("sine", phase = 2)', "S103: oscillator_config(): 'phase' must be in range 0.0 to 1.0, got 2"],
  ],
});
