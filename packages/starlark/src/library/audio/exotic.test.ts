import { testFunctions } from '../testing.ts';
import { EXOTIC } from './exotic.ts';

testFunctions(EXOTIC, {
  good: [
    [
      'vector_synth(frequency = 220, sources = [1, 2, 3, 4])',
      '{"type":"vector","frequency":220.0,"sources":[1,2,3,4],"position_x":0.5,"position_y":0.5,"path_loop":false,"path_curve":"linear"}',
    ],
    ['vector_source("saw")', '{"source_type":"saw","frequency_ratio":1.0}'],
    ['vector_path_point(0, 1, 0.5)', '{"x":0.0,"y":1.0,"duration":0.5}'],
    [
      'waveguide(frequency = 220, breath = 1, noise = 0.5, damping = 0, resonance = 0.25)',
      '{"type":"waveguide","frequency":220.0,"breath":1.0,"noise":0.5,"damping":0.0,"resonance":0.25}',
    ],
    [
      'bowed_string(frequency = 220, bow_pressure = 1, bow_position = 0.5, damping = 0)',
      '{"type":"bowed_string","frequency":220.0,"bow_pressure":1.0,"bow_position":0.5,"damping":0.0}',
    ],
    [
      'pulsar(frequency = 220, pulse_rate = 20, grain_size_ms = 5, shape = "sine")',
      '{"type":"pulsar","frequency":220.0,"pulse_rate":20.0,"grain_size_ms":5.0,"shape":"sine"}',
    ],
    ['spectral_source("tone", "pulse", 3)', '{"type":"tone","waveform":"pulse","frequency":3.0}'],
    ['pitched_body(start_freq = 200, end_freq = 50)', '{"type":"pitched_body","start_freq":200.0,"end_freq":50.0}'],
  ],
  bad: [
    [
      'vector_synth(frequency = 1, sources = [1])',
      "S103: vector_synth(): 'sources' must have exactly 4 elements, got 1",
    ],
    ['vector_synth(frequency = 1, sources = 4)', "S102: vector_synth(): 'sources' must be a list"],
    ['vector_source("sawtooth")', "S104: vector_source(): 'source_type' must be one of: sine, saw,"],
    ['vector_source("saw", 0)', "S103: vector_source(): 'frequency_ratio' must be positive, got 0"],
    ['vector_path_point(2, 0, 1)', "S103: vector_path_point(): 'x' must be in range 0.0 to 1.0, got 2"],
    ['vector_path_point(0, 0, 0)', "S103: vector_path_point(): 'duration' must be positive, got 0"],
    [
      'waveguide(frequency = 1, breath = 2, noise = 2, damping = 0, resonance = 0)',
      "S103: waveguide(): 'breath' must be in range 0.0 to 1.0, got 2",
    ],
    ['waveguide(220)', 'bind: waveguide()'],
    [
      'bowed_string(frequency = 0, bow_pressure = 1, bow_position = 0, damping = 0)',
      "S103: bowed_string(): 'frequency' must be positive, got 0",
    ],
    [
      'bowed_string(frequency = 1, bow_pressure = 1, bow_position = -1, damping = 0)',
      "S103: bowed_string(): 'bow_position' must be in range 0.0 to 1.0, got -1",
    ],
    ['pulsar(frequency = 1, pulse_rate = 1, grain_size_ms = 1, shape = "x")', "S104: pulsar(): 'shape' must be one of"],
    ['pulsar(frequency = 1, pulse_rate = 0, grain_size_ms = 1, shape = "x")', "S103: pulsar(): 'pulse_rate' must be"],
    ['spectral_source("formant", 1, 2)', "S104: spectral_source(): 'source_type' must be one of: noise, tone"],
    ['spectral_source("noise", "blue")', "S104: spectral_source(): 'noise_type' must be one of: white, pink, brown"],
    ['pitched_body(start_freq = 0, end_freq = 1)', "S103: pitched_body(): 'start_freq' must be positive, got 0"],
    ['pitched_body(start_freq = 1, end_freq = 0)', "S103: pitched_body(): 'end_freq' must be positive, got 0"],
  ],
});
