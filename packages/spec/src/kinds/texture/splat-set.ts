/** `texture.splat_set_v1`: terrain layers and the masks that mix them. */
import * as z from 'zod/mini';
import type { SpecEnvelope } from '../../document.ts';
import type { PathStep } from '../../issue.ts';
import type { Findings, KindModule } from '../kind.ts';
import { number, rgba, size } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';
import { primaries, reportSource } from './sources.ts';

export const splatLayer = z.strictObject({
  id: z.string(),
  albedo_color: rgba,
  normal_strength: z._default(number, 1),
  roughness: z._default(number, 0.8),
  detail_scale: z._default(number, 0.2),
  detail_intensity: z._default(number, 0.3),
});
export type SplatLayer = z.infer<typeof splatLayer>;

export const MASK_MODES = ['noise', 'height', 'slope', 'height_slope'] as const;

export const splatSetParams = z.strictObject({
  resolution: size,
  layers: z.array(splatLayer).check(z.minLength(1)),
  mask_mode: z._default(z.enum(MASK_MODES), 'noise'),
  noise_scale: z._default(number.check(z.describe('lattice cells per pixel')), 0.1),
  macro_variation: z._default(z.boolean(), false),
  macro_scale: z._default(number.check(z.describe('lattice cells per pixel')), 0.05),
  macro_intensity: z._default(number, 0.3),
  /** Slopes are measured against the mean slope of the picture, so that every layer gets its share. */
  calibrated_slope: z.optional(z.boolean()),
  /** All maps but masks by height close at the borders; scales become whole numbers of cells. */
  seamless: z.optional(z.boolean()),
  png: pngSettings,
});
export type SplatSetParams = z.infer<typeof splatSetParams>;

export const SPLAT_MAPS = ['albedo', 'normal', 'roughness'] as const;
export type SplatMap = (typeof SPLAT_MAPS)[number];

/** A map of a set: of a layer, a mask with its index, or the macro variation. */
export type SplatSource =
  | { readonly map: SplatMap; readonly layer: number }
  | { readonly map: 'mask'; readonly index: number }
  | { readonly map: 'macro' };

/**
 * What a source names, or `undefined`. A layer's map is looked for first, so that ids may begin with `mask` and contain
 * dots.
 */
export function splatSource(source: string, params: SplatSetParams): SplatSource | undefined {
  const name = source.trim();
  const dot = name.lastIndexOf('.');
  const map = SPLAT_MAPS.find((candidate) => candidate === name.slice(dot + 1));
  const layer = params.layers.findIndex((candidate) => candidate.id === name.slice(0, Math.max(dot, 0)));
  if (map && dot >= 0 && layer >= 0) return { map, layer };
  if (name === 'macro') return params.macro_variation ? { map: 'macro' } : undefined;
  const index = /^mask(\d{1,9})$/.exec(name)?.[1];
  if (index !== undefined && Number(index) < Math.ceil(params.layers.length / 4)) {
    return { map: 'mask', index: Number(index) };
  }
  return undefined;
}

/** The names of all maps of a set. */
export function splatSources(params: SplatSetParams): string[] {
  return [
    ...params.layers.flatMap(({ id }) => SPLAT_MAPS.map((map) => `${id}.${map}`)),
    ...Array.from({ length: Math.ceil(params.layers.length / 4) }, (_, index) => `mask${index}`),
    ...(params.macro_variation ? ['macro'] : []),
  ];
}

const LAYERS: readonly PathStep[] = ['recipe', 'params', 'layers'];

function check(params: SplatSetParams, envelope: SpecEnvelope, findings: Findings): void {
  const seen = new Set<string>();
  params.layers.forEach(({ id }, index) => {
    const path = [...LAYERS, index, 'id'];
    if (id === '') findings.error('E012', path, 'a layer needs an id', { expected: 'text', found: '""' });
    else if (seen.has(id)) {
      findings.error('E012', path, `the layer id ${JSON.stringify(id)} is given twice`, {
        expected: 'a different id for each layer',
        found: JSON.stringify(id),
      });
    }
    seen.add(id);
  });
  const known = splatSources(params);
  checkPngSettings(params.png, known, findings);
  for (const { output, index } of primaries(envelope)) {
    const { source } = output;
    if (source !== undefined && source !== null && splatSource(source, params)) continue;
    const macro = source?.trim() === 'macro' && 'macro needs macro_variation to be true';
    reportSource(source, index, known, findings, macro || undefined);
  }
}

export const splatSet: KindModule<SplatSetParams> = { kind: 'texture.splat_set_v1', params: splatSetParams, check };

export default splatSet;
