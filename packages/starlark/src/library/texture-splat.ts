/** Splat sets: layers of ground, and the masks that mix them. */
import { StarlarkHandle, type StarlarkInput, type StarlarkValue } from '@speccade/starlark-wasm';
import { nonEmpty, resolution, unit } from './checks.ts';
import { anys, bool, type Context, define, ints, num, nums, optional, str } from './define.ts';
import { about, document, identity, metadata, png } from './document.ts';
import { listed, notNegative, rgba } from './shapes.ts';
import { MASK_MODE } from './texture-choices.ts';

const MAPS = ['albedo', 'normal', 'roughness'];
/** A mask has a channel for each of this many layers. */
const LAYERS_PER_MASK = 4;

/** The ids of the layers that have one. */
function layerIds(layers: readonly StarlarkValue[], { read }: Context): string[] {
  return layers.flatMap((layer) => {
    if (!(layer instanceof StarlarkHandle) || layer.type !== 'dict') return [];
    const copy = read(layer, 'layers') as { id?: StarlarkValue };
    const id = copy instanceof Map ? copy.get('id') : copy.id;
    return typeof id === 'string' ? [id] : [];
  });
}

function splatOutputs(prefix: string, ids: readonly string[], macro: boolean): StarlarkInput[] {
  const masks = Array.from({ length: Math.ceil(ids.length / LAYERS_PER_MASK) }, (_, k) => `mask${k}`);
  return [
    ...ids.flatMap((id) => MAPS.map((map) => png(`${prefix}_${id}.${map}.png`, `${id}.${map}`))),
    ...[...masks, ...(macro ? ['macro'] : [])].map((mask) => png(`${prefix}_${mask}.png`, mask)),
  ];
}

export const TEXTURE_SPLAT = [
  define({
    name: 'splat_layer',
    category: 'texture',
    description: 'One kind of ground of a splat set.',
    keywordOnly: true,
    params: {
      id: str(nonEmpty),
      albedo_color: nums(rgba),
      normal_strength: num(notNegative, 1),
      roughness: num(unit, 0.8),
      detail_scale: num(undefined, 0.2),
      detail_intensity: num(undefined, 0.3),
    },
    order: ['id', 'albedo_color', 'roughness', 'normal_strength'],
    build: ({ id, albedo_color, normal_strength, roughness, detail_scale, detail_intensity }) => ({
      id,
      albedo_color,
      normal_strength,
      roughness,
      detail_scale,
      detail_intensity,
    }),
  }),
  define({
    name: 'splat_set_spec',
    category: 'texture',
    description: 'A spec of ground layers with their maps, and of the masks between them.',
    keywordOnly: true,
    params: {
      ...identity,
      resolution: ints(resolution),
      layers: anys({
        refuse: (value: readonly unknown[], name) =>
          value.length > 0 ? undefined : { code: 'S101', text: `'${name}' must contain at least one layer` },
      }),
      output_prefix: str(),
      mask_mode: str(listed(MASK_MODE, "'"), 'noise'),
      noise_scale: num(undefined, 0.1),
      macro_variation: bool(false),
      macro_scale: num(undefined, 0.05),
      macro_intensity: num(unit, 0.3),
      metadata_path: optional.str(),
      ...about,
    },
    build(args, context) {
      const { resolution, layers, mask_mode, noise_scale, macro_variation, macro_scale, macro_intensity } = args;
      const outputs = splatOutputs(args.output_prefix, layerIds(layers, context), macro_variation);
      return document('texture', args, [...outputs, ...metadata(args.metadata_path)], {
        kind: 'texture.splat_set_v1',
        params: { resolution, layers, mask_mode, noise_scale, macro_variation, macro_scale, macro_intensity },
      });
    },
  }),
];
