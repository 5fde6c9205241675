/** For tests: calls of builders that names choose, and least arguments for all functions. */
import type { LibraryFunction, Param } from '../library/define.ts';
import { animation, audio, character, core, mesh, music, texture } from './index.ts';
import type { Json } from './json.ts';

type Callable = (...given: readonly unknown[]) => Json;

export const AREAS = { core, audio, music, texture, mesh, character, animation };
const CALLABLE = new Map(
  Object.values(AREAS).flatMap((area) => Object.entries(area as object as Record<string, Callable>)),
);

export const callable = ({ name }: LibraryFunction): Callable => CALLABLE.get(name)!;

const RGB = [0.5, 0.5, 0.5];
const OSCILLATOR = { type: 'oscillator', waveform: 'sine', frequency: 440 };
const SOUND = { synthesis: OSCILLATOR, envelope: { attack: 0, decay: 0.1, sustain: 0, release: 0.1 }, volume: 0.5 };

/** Where the type, the range and the choices of a parameter are not all that it must keep. */
const PARTICULAR: Readonly<Record<string, Json>> = {
  resolution: [64, 64],
  dimensions: [1, 1, 1],
  offset: [1, 0, 0],
  color: [...RGB, 1],
  albedo_color: [...RGB, 1],
  ramp: ['#000000', '#ffffff'],
  palette: ['#000000', '#ffffff'],
  bake_types: ['normal'],
  outputs: [{ kind: 'primary', format: 'wav', path: 'a.wav' }],
  layers: [{ id: 'grass' }],
  harmonics: [1, 0.5],
  'granular_source.source_type': 'noise',
  'granular_source.param1': 'white',
  'spectral_source.source_type': 'noise',
  'spectral_source.param1': 'white',
  sources: [1, 2, 3, 4],
  taps: [{}],
  layer: { synthesis: OSCILLATOR },
  transient: SOUND,
  body: SOUND,
  tail: SOUND,
  channels: 4,
  'solidify_modifier.offset': 0,
};

/** Arguments by name that the function takes: all that it requires, and no more. */
export function minimal(fn: LibraryFunction): Readonly<Record<string, Json>> {
  const required = fn.params
    .filter(({ required }) => required)
    .map((param) => [param.name, particular(fn, param.name) ?? usual(param)] as const);
  return { ...Object.fromEntries(required), ...BESIDE[fn.name] };
}

/** What functions require of their optional parameters: often one of some. */
export const BESIDE: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  tracker_instrument: { synthesis: { type: 'pulse' } },
  skeletal_mesh_spec: { bone_meshes: { hips: {} } },
  skeletal_mesh_skinned_spec: { mesh_file: 'a.glb' },
  bone_transform: { position: [0, 0, 0] },
  ik_target_transform: { position: [0, 0, 0] },
  formant_synth: { vowel: 'a' },
};

export const particular = (fn: LibraryFunction, name: string): Json | undefined =>
  PARTICULAR[`${fn.name}.${name}`] ?? PARTICULAR[name];

function usual({ type, check }: Param): Json {
  if (check?.choices) return check.choices[0]!;
  const { min, max } = check?.range ?? {};
  switch (type) {
    case 'num':
    case 'int':
    case 'int64':
      return max ?? (min === undefined ? 1 : min + 1);
    case 'str':
      return 'name';
    case 'bool':
      return true;
    case 'any':
      return {};
    default:
      return [];
  }
}
