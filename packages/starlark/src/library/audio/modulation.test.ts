import { testFunctions } from '../testing.ts';
import { MODULATION } from './modulation.ts';

testFunctions(MODULATION, {
  good: [
    ['envelope()', '{"attack":0.01,"decay":0.1,"sustain":0.5,"release":0.2}'],
    ['envelope(0, 1, 1, 2)', '{"attack":0.0,"decay":1.0,"sustain":1.0,"release":2.0}'],
    ['oneshot_envelope(2, 80, 0.2)', '{"attack":0.002,"decay":0.08,"sustain":0.2,"release":0.05}'],
    ['loop_envelope(1000, 1, 50)', '{"attack":1.0,"decay":0.01,"sustain":1.0,"release":0.05}'],
    ['pitch_envelope(depth = -12)', '{"attack":0.01,"decay":0.1,"sustain":0.5,"release":0.2,"depth":-12.0}'],
    ['lfo("sine", 5, 1)', '{"waveform":"sine","rate":5.0,"depth":1.0}'],
    ['lfo("square", 5, 1, 0.5)', '{"waveform":"square","rate":5.0,"depth":1.0,"phase":0.5}'],
    ['lfo_modulation({}, "pitch", 2)', '{"config":{},"target":{"target":"pitch","semitones":2.0}}'],
    ['lfo_modulation({}, "delay_time", 2)', '{"config":{},"target":{"target":"delay_time","amount_ms":2.0}}'],
    ['lfo_modulation({}, "pan", 1)', '{"config":{},"target":{"target":"pan","amount":1.0}}'],
  ],
  bad: [
    ['envelope(-1)', "S103: envelope(): 'attack' must be >= 0, got -1"],
    ['envelope(sustain = 2, release = -1)', "S103: envelope(): 'sustain' must be in range 0.0 to 1.0, got 2"],
    ['oneshot_envelope(-1, 0, 0)', "S103: oneshot_envelope(): 'attack_ms' must be >= 0, got -1"],
    ['oneshot_envelope(0, 0, 2)', "S103: oneshot_envelope(): 'sustain_level' must be in range 0.0 to 1.0, got 2"],
    ['loop_envelope(0, 2, 0)', "S103: loop_envelope(): 'sustain_level' must be in range 0.0 to 1.0, got 2"],
    ['loop_envelope(0, 0, -1)', "S103: loop_envelope(): 'release_ms' must be >= 0, got -1"],
    ['pitch_envelope(-1)', "S103: pitch_envelope(): 'attack' must be >= 0"],
    ['pitch_envelope(depth = None)', "bind: pitch_envelope(): 'depth'"],
    [
      'lfo("sin", 1, 1)',
      "S104: lfo(): 'waveform' must be one of: sine, square, sawtooth, triangle, pulse. Did you mean 'sine'?",
    ],
    ['lfo("sine", 1, 1, 2)', "S103: lfo(): 'phase' must be in range 0.0 to 1.0, got 2"],
    [
      'lfo_modulation({}, "tempo", 1)',
      "S104: lfo_modulation(): 'target' must be one of: pitch, volume, filter_cutoff,",
    ],
    ['lfo_modulation({}, "pan")', "bind: lfo_modulation(): 'amount'"],
  ],
});
