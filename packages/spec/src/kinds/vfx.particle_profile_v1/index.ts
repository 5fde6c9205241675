/** `vfx.particle_profile_v1`: how an engine blends the particles of an effect. */
import * as z from 'zod/mini';
import { rgb } from '../atlas/schema.ts';
import type { KindModule } from '../kind.ts';

export const PARTICLE_PROFILES = ['additive', 'soft', 'distort', 'multiply', 'screen', 'normal'] as const;
export type ParticleProfile = (typeof PARTICLE_PROFILES)[number];

export const particleProfileParams = z.strictObject({
  profile: z.enum(PARTICLE_PROFILES),
  color_tint: z._default(rgb, [1, 1, 1]),
  /** Factor of the brightness. */
  intensity: z._default(z.number().check(z.gte(0)), 1),
  distortion_strength: z._default(z.number().check(z.gte(0), z.lte(1)), 0),
  /** Adds `blend_factors`: the terms of the blend equation, by the names of WebGPU. */
  blend_factors: z._default(z.boolean(), false),
});
export type ParticleProfileParams = z.infer<typeof particleProfileParams>;

export const particleProfileV1: KindModule<ParticleProfileParams> = {
  kind: 'vfx.particle_profile_v1',
  params: particleProfileParams,
};

export default particleProfileV1;
