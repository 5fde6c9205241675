import { testFunctions } from '../testing.ts';
import { LAYERS } from './layers.ts';
import { SPEC } from './spec.ts';

const PART = '{"synthesis": {}, "envelope": {}, "volume": 1, "colour": 3}';
const whoosh = (direction: string, start = 200) =>
  `whoosh_builder(direction = "${direction}", duration_ms = 1000, start_freq = ${start}, end_freq = 2000)`;
const spec = (more: string) =>
  `audio_spec(asset_id = "ab-1", seed = 7, output_path = "a.wav", sample_rate = 44100, layers = [], ${more})`;

testFunctions([...LAYERS, ...SPEC], {
  good: [
    [
      'audio_layer({"a": 1})',
      '{"synthesis":{"a":1},"volume":0.8,"pan":0.0,"envelope":{"attack":0.01,"decay":0.1,"sustain":0.5,"release":0.2}}',
    ],
    [
      'audio_layer(1, 2, 1, -1, 3, 4, 5)',
      '{"synthesis":1,"volume":1.0,"pan":-1.0,"filter":3,"lfo":4,"delay":5.0,"envelope":2}',
    ],
    [
      'with_loop_config({"a": 1.0, "loop_config": 3}, 100, 200.0)',
      '{"a":1.0,"loop_config":{"enabled":true,"start_sample":100,"end_sample":200,"crossfade_ms":10.0,"snap_to_zero_crossing":true}}',
    ],
    [
      `impact_builder(transient = ${PART}, body = ${PART}, tail = dict(${PART}, filter = None))`,
      '[{"synthesis":{},"envelope":{},"volume":1.0,"pan":0.0},{"synthesis":{},"envelope":{},"volume":1.0,"pan":0.0},{"synthesis":{},"envelope":{},"volume":1.0,"pan":0.0,"filter":null}]',
    ],
    [
      whoosh('rising'),
      '{"synthesis":{"type":"noise_burst","noise_type":"white"},"envelope":{"attack":0.3,"decay":0.1,"sustain":0.8,"release":0.6},"volume":0.8,"pan":0.0,"filter":{"type":"bandpass","center":200.0,"resonance":2.0,"center_end":2000.0}}',
    ],
    [
      spec('format = "wav", duration_seconds = 1'),
      '{"spec_version":1,"asset_id":"ab-1","asset_type":"audio","license":"CC0-1.0","seed":7,"outputs":[{"kind":"primary","format":"wav","path":"a.wav"}],"recipe":{"kind":"audio_v1","params":{"duration_seconds":1.0,"sample_rate":44100,"layers":[]}}}',
    ],
  ],
  bad: [
    ['audio_layer({}, volume = 2)', "S103: audio_layer(): 'volume' must be in range 0.0 to 1.0, got 2"],
    ['audio_layer({}, pan = -2)', "S103: audio_layer(): 'pan' must be in range -1.0 to 1.0, got -2"],
    ['with_loop_config(3)', "S102: with_loop_config(): 'layer' expected dict, got int"],
    ['with_loop_config({}, 1.5)', "S102: with_loop_config(): 'loop_start' expected int, got float"],
    ['with_loop_config({}, -1)', "S103: with_loop_config(): 'loop_start' must be >= 0, got -1"],
    [
      'with_loop_config(3, crossfade_samples = -1)',
      "S103: with_loop_config(): 'crossfade_samples' must be >= 0, got -1",
    ],
    ['impact_builder(transient = {}, body = {}, tail = 1)', "S102: impact_builder(): 'tail' expected dict, got int"],
    [
      'impact_builder(transient = {}, body = {}, tail = {})',
      "S101: impact_builder(): 'transient' dict must have 'synth",
    ],
    [
      `impact_builder(transient = dict(${PART}, volume = "x"), body = {}, tail = {})`,
      "S102: impact_builder(): 'transient.volume' expected float, got string",
    ],
    [whoosh('up'), "S104: whoosh_builder(): 'direction' must be one of: rising, falling"],
    [whoosh('falling', 0), "S103: whoosh_builder(): 'start_freq' must be positive, got 0"],
    [spec('format = "aiff", duration_seconds = 1'), "S104: audio_spec(): 'format' must be one of: wav, ogg, mp3, flac"],
    [spec('format = "wav", duration_seconds = 0'), "S103: audio_spec(): 'duration_seconds' must be positive, got 0"],
  ],
});
