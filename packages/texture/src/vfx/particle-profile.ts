/** Makes particle profiles: what an engine's material has to set. */
import type { Artifact, Spec } from '@speccade/spec';
import type { ParticleProfile, ParticleProfileParams } from '@speccade/spec/kinds/vfx.particle_profile_v1';
import { describeJson, float, floats } from '../describe-json.ts';
import { artifactsOf } from '../draw/artifacts.ts';

interface Blending {
  readonly mode: string;
  readonly soft: boolean;
  readonly distortion: boolean;
  /** Factors of source and destination, of colours with straight alpha, by the names of WebGPU. */
  readonly source: string;
  readonly destination: string;
}

const BLENDING: Readonly<Record<ParticleProfile, Blending>> = {
  additive: { mode: 'additive', soft: false, distortion: false, source: 'src-alpha', destination: 'one' },
  soft: { mode: 'soft_additive', soft: true, distortion: false, source: 'one-minus-dst', destination: 'one' },
  distort: { mode: 'distortion', soft: false, distortion: true, source: 'one', destination: 'zero' },
  multiply: { mode: 'multiply', soft: false, distortion: false, source: 'dst', destination: 'zero' },
  screen: { mode: 'screen', soft: false, distortion: false, source: 'one', destination: 'one-minus-src' },
  normal: {
    mode: 'alpha_blend',
    soft: true,
    distortion: false,
    source: 'src-alpha',
    destination: 'one-minus-src-alpha',
  },
};

export function makeParticleProfile(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as ParticleProfileParams;
  const { mode, soft, distortion, source, destination } = BLENDING[params.profile];
  const json = describeJson({
    profile: params.profile,
    blend_mode: mode,
    tint: floats(params.color_tint),
    intensity: float(params.intensity),
    distortion_strength: float(params.distortion_strength),
    shader_hints: { depth_write: false, transparent: true, soft_particles: soft, distortion_pass: distortion },
    ...(params.blend_factors && { blend_factors: { operation: 'add', source, destination } }),
  });
  return artifactsOf(spec, ({ format }) => (format === 'json' ? json : undefined));
}
