/** What both modes of audio differ in, by the feature of a spec that shows it; ids are those of docs/compatibility.md. */
import {
  type AudioParams,
  defaultOversampling,
  type Layer,
  type Synthesis,
} from '../../packages/spec/src/kinds/audio_v1/index.ts';

export interface Feature {
  readonly id: string;
  readonly name: string;
  readonly used: (params: AudioParams) => boolean;
}

const anyLayer =
  (test: (layer: Layer) => boolean): Feature['used'] =>
  ({ layers }) =>
    layers.some(test);

const synthesis = (...types: Synthesis['type'][]): Feature['used'] =>
  anyLayer((layer) => types.includes(layer.synthesis.type));

const effect =
  (...types: AudioParams['effects'][number]['type'][]): Feature['used'] =>
  ({ effects }) =>
    effects.some(({ type }) => types.includes(type));

const oscillator = (test: (synthesis: Extract<Synthesis, { type: 'oscillator' }>, layer: Layer) => boolean) =>
  anyLayer((layer) => layer.synthesis.type === 'oscillator' && test(layer.synthesis, layer));

const filters = ({ layers, master_filter }: AudioParams) => [master_filter, ...layers.map((layer) => layer.filter)];

export const FEATURES: readonly Feature[] = [
  { id: 'Q3', name: 'pitch_envelope', used: ({ pitch_envelope }) => pitch_envelope != null },
  {
    id: 'Q4',
    name: 'supersaw_unison with filter or LFO',
    used: anyLayer(
      ({ synthesis, filter, lfo }) => synthesis.type === 'supersaw_unison' && (filter != null || lfo != null),
    ),
  },
  { id: 'Q5', name: 'granular', used: synthesis('granular') },
  {
    id: 'Q6',
    name: 'oscillator, square or pulse',
    used: oscillator(({ waveform }) => waveform === 'square' || waveform === 'pulse'),
  },
  {
    id: 'Q9',
    name: 'oscillator with detune or LFO',
    used: oscillator(({ detune }, { lfo }) => detune != null || lfo?.target.target === 'pitch'),
  },
  { id: 'Q9', name: 'multi_oscillator', used: synthesis('multi_oscillator') },
  { id: 'Q12', name: 'ladder', used: (params) => filters(params).some((filter) => filter?.type === 'ladder') },
  {
    id: 'Q13',
    name: 'loops',
    used: ({ loop_config, generate_loop_points }) => loop_config?.enabled ?? generate_loop_points,
  },
  { id: 'Q15', name: 'phaser', used: effect('phaser') },
  { id: 'Q16', name: 'strings and pipes', used: synthesis('karplus_strong', 'waveguide', 'bowed_string') },
  { id: 'Q17', name: 'granular_delay', used: effect('granular_delay') },
  { id: 'Q18, Q22', name: 'limiters', used: effect('limiter', 'true_peak_limiter') },
  { id: 'Q20, Q22', name: 'tape_saturation', used: effect('tape_saturation') },
  { id: 'Q20', name: 'formant, vosim, pd_synth', used: synthesis('formant', 'vosim', 'pd_synth') },
  { id: 'Q23', name: 'spectral_freeze', used: synthesis('spectral_freeze') },
  { id: 'Q24', name: 'vocoder', used: synthesis('vocoder') },
  {
    id: '',
    name: 'distortion of high notes',
    used: (params) => defaultOversampling(params) > 1 && effect('waveshaper', 'tape_saturation')(params),
  },
  { id: '', name: 'additive', used: synthesis('additive') },
  { id: '', name: 'wavetable, vector, pulsar', used: synthesis('wavetable', 'vector', 'pulsar') },
];
