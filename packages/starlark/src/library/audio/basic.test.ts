import { testFunctions } from '../testing.ts';
import { BASIC } from './basic.ts';

testFunctions(BASIC, {
  good: [
    ['oscillator(440)', '{"type":"oscillator","waveform":"sine","frequency":440.0}'],
    [
      'oscillator(330, "square", 82.5, "exponential", duty = 0.25, detune = -3)',
      '{"type":"oscillator","waveform":"square","frequency":330.0,"freq_sweep":{"end_freq":82.5,"curve":"exponential"},"detune":-3.0,"duty":0.25}',
    ],
    ['fm_synth(440, 220, 0)', '{"type":"fm_synth","carrier_freq":440.0,"modulator_freq":220.0,"modulation_index":0.0}'],
    [
      'fm_synth(1, 2, 3, 4)',
      '{"type":"fm_synth","carrier_freq":1.0,"modulator_freq":2.0,"modulation_index":3.0,"freq_sweep":{"end_freq":4.0,"curve":"linear"}}',
    ],
    ['am_synth(1, 2, 1)', '{"type":"am_synth","carrier_freq":1.0,"modulator_freq":2.0,"modulation_depth":1.0}'],
    ['noise_burst()', '{"type":"noise_burst","noise_type":"white"}'],
    ['noise_burst("pink", {"a": 1})', '{"type":"noise_burst","noise_type":"pink","filter":{"a":1}}'],
    ['karplus_strong(110, 0.9, 0)', '{"type":"karplus_strong","frequency":110.0,"decay":0.9,"blend":0.0}'],
  ],
  bad: [
    ['oscillator(-440)', "S103: oscillator(): 'frequency' must be positive, got -440"],
    [
      'oscillator(1, "squar")',
      "S104: oscillator(): 'waveform' must be one of: sine, square, sawtooth, triangle, pulse. Did you mean 'square'?",
    ],
    ['oscillator(1, sweep_to = "x")', "S102: oscillator(): 'sweep_to' expected float, got string"],
    ['oscillator(1, sweep_to = -1, curve = "no")', "S104: oscillator(): 'curve'"],
    ['oscillator(1, detune = 4294967296)', "S102: oscillator(): 'detune' expected float, got int"],
    ['oscillator(float("nan"))', "S103: oscillator(): 'frequency' must be positive, got NaN"],
    ['oscillator(-0.0000001)', "S103: oscillator(): 'frequency' must be positive, got -0.0000001"],
    ['oscillator(-1e21)', "S103: oscillator(): 'frequency' must be positive, got -1000000000000000000000"],
    ['oscillator()', "bind: oscillator(): 'frequency'"],
    ['oscillator(True)', "bind: oscillator(): 'frequency'"],
    ['fm_synth(0, 1, 1)', "S103: fm_synth(): 'carrier' must be positive, got 0"],
    ['fm_synth(1, 1, -1)', "S103: fm_synth(): 'index' must be >= 0, got -1"],
    ['am_synth(1, 0, 1)', "S103: am_synth(): 'modulator' must be positive, got 0"],
    ['am_synth(1, 1, 1.5)', "S103: am_synth(): 'depth' must be in range 0.0 to 1.0, got 1.5"],
    ['noise_burst("blue")', "S104: noise_burst(): 'noise_type' must be one of: white, pink, brown"],
    ['noise_burst(3)', "bind: noise_burst(): 'noise_type'"],
    ['karplus_strong(1, 2, 0)', "S103: karplus_strong(): 'damping' must be in range 0.0 to 1.0, got 2"],
    ['karplus_strong(1, 1, -1)', "S103: karplus_strong(): 'blend' must be in range 0.0 to 1.0, got -1"],
  ],
});
