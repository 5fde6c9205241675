import { nonEmpty, oneOf, positive, u32 } from '../checks.ts';
import { anys, define, int, int64, num, optional, str } from '../define.ts';

export const SPEC = [
  define({
    name: 'audio_spec',
    category: 'audio',
    keywordOnly: true,
    description: 'A complete spec of a sound.',
    params: {
      asset_id: str(nonEmpty),
      seed: int64(u32),
      output_path: str(),
      format: str(oneOf(['wav', 'ogg', 'mp3', 'flac'])),
      duration_seconds: num(positive),
      sample_rate: int(positive),
      layers: anys(),
      effects: optional.any(),
      description: optional.str(),
      tags: optional.any(),
      license: str(undefined, 'CC0-1.0'),
    },
    order: ['asset_id', 'format', 'seed'],
    build: ({ asset_id, seed, output_path, format, description, tags, license, ...params }) => {
      const { duration_seconds, sample_rate, layers, effects } = params;
      return {
        spec_version: 1,
        asset_id,
        asset_type: 'audio',
        license,
        seed,
        outputs: [{ kind: 'primary', format, path: output_path }],
        description,
        style_tags: tags,
        recipe: { kind: 'audio_v1', params: { duration_seconds, sample_rate, layers, effects } },
      };
    },
  }),
];
