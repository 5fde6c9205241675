/** Matcaps and material presets. */
import { type Check, nonEmpty, ranged, resolution, unit } from './checks.ts';
import { bool, define, float, ints, num, optional, str } from './define.ts';
import { about, document, header, identity, metadata, png } from './document.ts';
import { listed } from './shapes.ts';
import { MATCAP, MATERIAL } from './texture-choices.ts';

const fromTo = (min: number, max: number): Check => ranged({ min, max }, `be between ${min} and ${max}`);
const BLACK = [float(0), float(0), float(0)];

/** As {@link resolution}; a wrong count is an error of type here. */
const typedResolution: Check = {
  refuse(value, name, given) {
    const refusal = resolution.refuse(value, name, given);
    return refusal?.code === 'S101' ? { ...refusal, code: 'S102' } : refusal;
  },
};

const material: Check = {
  choices: MATERIAL,
  refuse: (value: string) =>
    MATERIAL.includes(value)
      ? undefined
      : { code: 'S104', text: `invalid preset '${value}'; expected one of: ${MATERIAL.join(', ')}` },
};

export const TEXTURE_MATERIALS = [
  define({
    name: 'matcap_v1',
    category: 'texture',
    description: 'A spec of a matcap: the picture of a lit sphere.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      resolution: ints(resolution),
      preset: str(listed(MATCAP, "'", 'S103')),
      base_color: optional.any(),
      toon_steps: optional.int(fromTo(2, 16)),
      outline_width: optional.int(fromTo(1, 10)),
      outline_color: optional.any(),
      curvature_enabled: bool(false),
      curvature_strength: num(unit, 0.5),
      cavity_enabled: bool(false),
      cavity_strength: num(unit, 0.5),
      ...about,
    },
    order: ['asset_id', 'seed', 'resolution', 'preset', 'curvature_strength', 'cavity_strength'],
    build(args) {
      const { resolution, preset, base_color, toon_steps, outline_width: width, outline_color: color } = args;
      const outlined = width !== undefined || color !== undefined;
      return document('texture', args, [png(args.output_path)], {
        kind: 'texture.matcap_v1',
        params: {
          resolution,
          preset,
          base_color,
          toon_steps,
          outline: outlined ? { width: width ?? 2, color: color ?? BLACK } : undefined,
          curvature_mask: args.curvature_enabled ? { enabled: true, strength: args.curvature_strength } : undefined,
          cavity_mask: args.cavity_enabled ? { enabled: true, strength: args.cavity_strength } : undefined,
        },
      });
    },
  }),
  define({
    name: 'material_preset_v1',
    category: 'texture',
    description: 'A spec of the four maps of a ready-made material.',
    keywordOnly: true,
    params: {
      ...identity,
      output_prefix: str(nonEmpty),
      resolution: ints(typedResolution),
      preset: str(material),
      tileable: bool(true),
      base_color: optional.any(),
      roughness_range: optional.any(),
      metallic: optional.any(),
      noise_scale: optional.any(),
      pattern_scale: optional.any(),
      description: about.description,
      style_tags: optional.any(),
      license: about.license,
    },
    order: ['asset_id', 'seed', 'resolution', 'preset', 'output_prefix'],
    build(args) {
      const { output_prefix: prefix, resolution, preset, tileable, base_color, roughness_range } = args;
      const { metallic, noise_scale, pattern_scale, description, style_tags } = args;
      const maps = ['albedo', 'roughness', 'metallic', 'normal'].map((map) => png(`${prefix}_${map}.png`, map));
      const params = {
        preset,
        resolution,
        tileable,
        base_color,
        roughness_range,
        metallic,
        noise_scale,
        pattern_scale,
      };
      return {
        ...header('texture', args, [...maps, ...metadata(`${prefix}.material.json`)]),
        recipe: { kind: 'texture.material_preset_v1', params },
        description,
        style_tags,
      };
    },
  }),
];
