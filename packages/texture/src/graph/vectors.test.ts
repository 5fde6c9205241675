import { crc32 } from '@speccade/png';
import { type JsonObject, validateDocument } from '@speccade/spec';
import { SIGNATURES, type TextureNode } from '@speccade/spec/kinds/texture';
import { describe, expect, it } from 'vitest';
import { makeRaster, writeChannel } from '../pixels.ts';
import { CHECKSUMS, TINY } from './_vectors.ts';
import { evaluateGraph } from './evaluate.ts';

/** Parses nodes as a spec has them. */
async function parse(nodes: readonly JsonObject[], resolution: readonly [number, number]): Promise<TextureNode[]> {
  const { errors, spec } = await validateDocument({
    spec_version: 1,
    asset_id: 'vectors',
    asset_type: 'texture',
    license: 'CC0-1.0',
    seed: 42,
    outputs: nodes.map((node) => ({ kind: 'primary', format: 'png', path: `${node.id}.png`, source: node.id })),
    recipe: { kind: 'texture.procedural_v1', params: { resolution, tileable: false, nodes } },
  });
  expect(errors).toEqual([]);
  return (spec!.recipe!.params as { nodes: TextureNode[] }).nodes;
}

/** The 8-bit samples of every node. */
function render(
  nodes: readonly TextureNode[],
  [width, height]: readonly [number, number],
  tileable: boolean,
): Map<string, Uint8Array> {
  const rasters = new Map<string, Uint8Array>();
  const ids = nodes.map(({ id }) => id);
  evaluateGraph(nodes, ids, { width, height, tileable, seed: 42 }, (id) => {
    const channels = SIGNATURES[nodes.find((node) => node.id === id)!.type].value === 'color' ? 4 : 1;
    const raster = makeRaster(width * height, channels, 8);
    rasters.set(id, raster.data);
    return (values, { y, count, stride }) => {
      for (let c = 0; c < channels; c++) writeChannel(raster, c, y * width, values, c * stride, count);
    };
  });
  return rasters;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

describe('tiny pictures', () => {
  const nodes = [...new Map(TINY.map(([id, , node]) => [id, { id, ...node }])).values()];
  it.each([false, true])('have the published pixels, tileable %s', async (tileable) => {
    const rendered = render(await parse(nodes, [7, 5]), [7, 5], tileable);
    for (const [id, tiles, , rows] of TINY) {
      // What does not ask for tiling is the same either way, unless its inputs are not.
      if (tiles !== tileable) continue;
      const digits = rows.replaceAll(' ', '');
      expect(hex(rendered.get(id)!).slice(0, digits.length), id).toBe(digits);
    }
  });
});

describe('larger pictures', () => {
  it.each([false, true])('have the published checksums, tileable %s', async (tileable) => {
    const nodes = await parse(
      CHECKSUMS.map(([id, node]) => ({ id, ...node })),
      [32, 24],
    );
    const rendered = render(nodes, [32, 24], tileable);
    for (const [id, , plain, tiled] of CHECKSUMS) {
      expect(crc32(rendered.get(id)!).toString(16).padStart(8, '0'), id).toBe(tileable ? tiled : plain);
    }
  });
});

describe('stamps', () => {
  it.each([
    ['max', '769fca27'],
    ['add', '105881ad'],
    ['AVERAGE', '6ded7040'],
  ])('of mode %s have the published checksum', async (blend_mode, sum) => {
    const stamps = { type: 'texture_bomb', density: 1, scale_variation: [0.2, 0.5], rotation_variation: 120 };
    const nodes = await parse(
      [
        { id: 'ns', type: 'noise', noise: { algorithm: 'simplex', scale: 0.3, octaves: 1 } },
        { id: 'tb', ...stamps, input: 'ns', blend_mode },
      ],
      [64, 64],
    );
    const bytes = render(nodes, [64, 64], false).get('tb')!;
    expect(crc32(bytes).toString(16).padStart(8, '0')).toBe(sum);
  });
});
