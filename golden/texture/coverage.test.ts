/** That the specs of this folder use everything there is. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Spec } from '@speccade/spec';
import {
  decalParams,
  matcapParams,
  materialPresetParams,
  proceduralParams,
  splatSetParams,
  trimsheetParams,
} from '@speccade/spec/kinds/texture';
import { expect, it } from 'vitest';
import { possible, used } from '../audio/_coverage.ts';

const folder = new URL('./', import.meta.url);
const specs = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'hashes.json')
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Spec);

const SCHEMAS = {
  'texture.procedural_v1': proceduralParams,
  'texture.trimsheet_v1': trimsheetParams,
  'texture.decal_v1': decalParams,
  'texture.splat_set_v1': splatSetParams,
  'texture.matcap_v1': matcapParams,
  'texture.material_preset_v1': materialPresetParams,
} as const;

it.each(Object.entries(SCHEMAS))('every type, variant and optional field of %s is in a spec', (kind, schema) => {
  const found = new Set<string>();
  for (const { recipe } of specs) if (recipe?.kind === kind) used(schema, schema.parse(recipe.params), found);
  const everything = possible(schema);
  if (kind === 'texture.procedural_v1') {
    for (const some of ['histogram_tiles', 'noise.algorithm=gabor', 'basis=perlin', 'color_blend.mode=color_burn'])
      expect([...everything].some((name) => name.endsWith(some))).toBe(true);
  }
  // What `texture.procedural_v1` has in whole, the others share with it: options of PNG, the operations of a decal's graph.
  const shared = kind === 'texture.decal_v1' ? /^(?!params\b|metadata\b)/ : /^png\b/;
  const own = [...everything].filter((name) => kind === 'texture.procedural_v1' || !shared.test(name));
  expect(own.filter((name) => !found.has(name)).join(' ')).toBe('');
});
