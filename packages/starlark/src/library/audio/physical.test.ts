import { testFunctions } from '../testing.ts';
import { PHYSICAL } from './physical.ts';

testFunctions(PHYSICAL, {
  good: [
    [
      'membrane_drum(60, 0.5, 0.25, 1)',
      '{"type":"membrane_drum","frequency":60.0,"decay":0.5,"tone":0.25,"strike":1.0}',
    ],
    ['feedback_fm(110, 0.5, 2)', '{"type":"feedback_fm","frequency":110.0,"feedback":0.5,"modulation_index":2.0}'],
    [
      'pd_synth(110, 2)',
      '{"type":"pd_synth","frequency":110.0,"distortion":2.0,"distortion_decay":0.0,"waveform":"resonant"}',
    ],
    [
      'modal(440, [], sweep_to = 220)',
      '{"type":"modal","frequency":440.0,"modes":[],"excitation":"impulse","freq_sweep":{"end_freq":220.0,"curve":"linear"}}',
    ],
    ['modal_mode(1, 0.5, 2)', '{"freq_ratio":1.0,"amplitude":0.5,"decay_time":2.0}'],
    ['metallic(800, 6, 1)', '{"type":"metallic","base_freq":800.0,"num_partials":6,"inharmonicity":1.0}'],
    [
      'comb_filter_synth(220, 0.9)',
      '{"type":"comb_filter_synth","frequency":220.0,"decay":0.9,"excitation":"impulse"}',
    ],
  ],
  bad: [
    ['membrane_drum(0, 1, 1, 1)', "S103: membrane_drum(): 'frequency' must be positive, got 0"],
    ['membrane_drum(1, 1, 1, 2)', "S103: membrane_drum(): 'strike' must be in range 0.0 to 1.0, got 2"],
    ['feedback_fm(1, 2, 1)', "S103: feedback_fm(): 'feedback' must be in range 0.0 to 1.0, got 2"],
    ['feedback_fm(1, 1, -1)', "S103: feedback_fm(): 'modulation_index' must be >= 0"],
    ['pd_synth(1, -1)', "S103: pd_synth(): 'distortion' must be >= 0"],
    ['pd_synth(1, 1, waveform = "sine")', "S104: pd_synth(): 'waveform' must be one of: resonant, sawtooth, pulse"],
    ['modal(1, [], "bow")', "S104: modal(): 'excitation' must be one of: impulse, noise, pluck"],
    ['modal(0, [])', "S103: modal(): 'frequency' must be positive, got 0"],
    ['modal_mode(1, 2, 1)', "S103: modal_mode(): 'amplitude' must be in range 0.0 to 1.0, got 2"],
    ['modal_mode(1, 1, 0)', "S103: modal_mode(): 'decay_time' must be positive, got 0"],
    ['metallic(1, 0, 1)', "S103: metallic(): 'num_partials' must be >= 1"],
    ['metallic(1, 1, 0.5)', "S103: metallic(): 'inharmonicity' must be >= 1.0"],
    ['comb_filter_synth(1, 1, "pluck")', "S104: comb_filter_synth(): 'excitation' must be one of: impulse, noise, saw"],
    ['comb_filter_synth(1, -1)', "S103: comb_filter_synth(): 'decay' must be in range 0.0 to 1.0, got -1"],
  ],
});
