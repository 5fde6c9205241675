import { testFunctions } from '../testing.ts';
import { DYNAMICS } from './dynamics.ts';

const follow = (attack: string, base: string) =>
  `auto_filter(sensitivity = 0.5, attack_ms = ${attack}, release_ms = 100, depth = 1, base_frequency = ${base})`;

testFunctions(DYNAMICS, {
  good: [
    [
      'compressor()',
      '{"type":"compressor","threshold_db":-12.0,"ratio":4.0,"attack_ms":10.0,"release_ms":100.0,"makeup_db":0.0}',
    ],
    ['limiter(-3)', '{"type":"limiter","threshold_db":-3.0,"release_ms":100.0,"lookahead_ms":5.0,"ceiling_db":-0.3}'],
    ['parametric_eq([{"q": 1}])', '{"type":"parametric_eq","bands":[{"q":1}]}'],
    ['eq_band(1000, -6, 1, "peak")', '{"frequency":1000.0,"gain_db":-6.0,"q":1.0,"band_type":"peak"}'],
    [
      'transient_shaper(attack = 1, sustain = -1, output_gain_db = 0)',
      '{"type":"transient_shaper","attack":1.0,"sustain":-1.0,"output_gain_db":0.0}',
    ],
    ['true_peak_limiter(ceiling_db = -1)', '{"type":"true_peak_limiter","ceiling_db":-1.0,"release_ms":100.0}'],
    [
      follow('5', '400'),
      '{"type":"auto_filter","sensitivity":0.5,"attack_ms":5.0,"release_ms":100.0,"depth":1.0,"base_frequency":400.0}',
    ],
    ['stereo_widener(width = 1.5)', '{"type":"stereo_widener","width":1.5,"mode":"simple","delay_ms":10.0}'],
  ],
  bad: [
    ['compressor(ratio = 0)', "S103: compressor(): 'ratio' must be positive, got 0"],
    ['compressor(attack_ms = 0)', "S103: compressor(): 'attack_ms' must be positive, got 0"],
    ['limiter(1)', "S103: limiter(): 'threshold_db' must be -24 to 0, got 1"],
    ['limiter(0, 9)', "S103: limiter(): 'release_ms' must be 10-500, got 9"],
    ['parametric_eq()', "bind: parametric_eq(): 'bands'"],
    ['parametric_eq([], 1)', 'bind: parametric_eq()'],
    ['eq_band(1, 25, 1, "peak")', "S103: eq_band(): 'gain_db' must be -24 to +24, got 25"],
    ['eq_band(1, 0, 1, "bell")', "S104: eq_band(): 'band_type' must be one of: lowshelf, highshelf, peak, notch"],
    ['transient_shaper(attack = 2, sustain = 0, output_gain_db = 0)', "S103: transient_shaper(): 'attack' must be in"],
    [
      'transient_shaper(attack = 0, sustain = 0, output_gain_db = 13)',
      "S103: transient_shaper(): 'output_gain_db' must",
    ],
    ['true_peak_limiter(ceiling_db = -7)', "S103: true_peak_limiter(): 'ceiling_db' must be -6 to 0, got -7"],
    ['true_peak_limiter(ceiling_db = 0, release_ms = 501)', "S103: true_peak_limiter(): 'release_ms' must be 10-500"],
    [follow('0', '400'), "S103: auto_filter(): 'attack_ms' must be 0.1-100, got 0"],
    [follow('1', '99'), "S103: auto_filter(): 'base_frequency' must be 100-8000, got 99"],
    ['stereo_widener(width = 3)', "S103: stereo_widener(): 'width' must be 0.0-2.0, got 3"],
    [
      'stereo_widener(width = 1, mode = "hass")',
      "S104: stereo_widener(): 'mode' must be one of: simple, haas, mid_side. Did you mean 'haas'?",
    ],
  ],
});
