/**
 * Speed of @speccade/texture and @speccade/png on one core, millions of pixels per second: `pnpm bench texture`. Beside
 * the figures stand plain loops of the same run; beside the stages of PNG node's zlib at level 6. `--write` puts the table
 * into docs/performance.md; `--corpus DIR` (or SPECCADE_CORPUS) adds a folder of published specs.
 */
import { deflateSync } from 'node:zlib';
import { encodePng } from '@speccade/png';
import type { NoiseConfig, TextureNode } from '@speccade/spec/kinds/texture';
import { SIGNATURES } from '@speccade/spec/kinds/texture';
import { crc32, plainCrc32 } from '../packages/png/src/crc32.ts';
import { plainZlib, zlib } from '../packages/png/src/deflate/zlib.ts';
import { filterRows } from '../packages/png/src/filter.ts';
import { evaluateGraph } from '../packages/texture/src/graph/evaluate.ts';
import { fieldOf } from '../packages/texture/src/noise/config-field.ts';
import { permutation } from '../packages/texture/src/noise/lattice.ts';
import { makeRaster, planesOf, writeChannel, writePixels } from '../packages/texture/src/pixels.ts';
import { markdownTable, writeBetween } from '../scripts/markers.ts';
import { best, requireAll } from './audio/measure.ts';
import type { AudioBenchOptions } from './audio.ts';
import { machine } from './machine.ts';
import { digits, type Row } from './row.ts';
import { corpusPictures } from './texture/corpus.ts';
import { BASE, NODES } from './texture/graphs.ts';
import { applyPlain, PLAIN_POINTS, plainExtreme, plainReaction } from './texture/plain.ts';

const PAGE = new URL('../docs/performance.md', import.meta.url);
const SIDE = 512;
const PIXELS = SIDE * SIDE;
/** Nodes in a chain of fused operations. */
const CHAIN = 16;
/** Effort that textures are written with. */
const LEVEL = 2;

const mega = (name: string, ours: number, plain?: number, unit = 'MPix/s'): Row => ({
  name,
  ours: ours / 1e6,
  ...(plain !== undefined && { baseline: plain / 1e6, ratio: ours / plain }),
  unit,
});

function evaluate(nodes: readonly TextureNode[], output: string): void {
  evaluateGraph(nodes, [output], { width: SIDE, height: SIDE, tileable: false, seed: 1 }, () => () => {});
}

function speedOf(nodes: readonly TextureNode[], output: string, pixels = PIXELS): number {
  return best(pixels, () => () => evaluate(nodes, output));
}

const noiseNode = (noise: NoiseConfig): TextureNode => ({ id: 'x', type: 'noise', noise });
const config = (algorithm: NoiseConfig['algorithm'], octaves: number): NoiseConfig => ({
  algorithm,
  octaves,
  scale: 0.05,
  persistence: 0.5,
  lacunarity: 2,
});

function noises(): Row[] {
  const rows: [string, NoiseConfig][] = [
    ['perlin, one octave', config('perlin', 1)],
    ['fbm, five octaves', config('fbm', 5)],
    ['simplex, one octave', config('simplex', 1)],
    ['worley', config('worley', 1)],
    ['gabor', config('gabor', 1)],
  ];
  return rows.map(([name, noise]) => mega(name, speedOf([noiseNode(noise)], 'x'), plainNoise(noise)));
}

/** One pixel after the other, with nothing kept from one to the next but the permutation. */
function plainNoise(noise: NoiseConfig): number {
  const side = noise.algorithm === 'gabor' ? 24 : 96;
  const shared = permutation(1);
  const kept = noise.algorithm === 'worley' || noise.algorithm === 'gabor' ? undefined : fieldOf(noise, 1, shared);
  const out = new Float64Array(1);
  const at = new Float64Array(1);
  return best(side * side, () => () => {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        at[0] = x * noise.scale;
        (kept ?? fieldOf(noise, 1)).row(out, 0, 1, at, y * noise.scale);
      }
    }
  });
}

/** A chain of an operation in one sweep, beside as many loops over the whole picture. */
function fused(): Row[] {
  const [n, m] = [new Float64Array(PIXELS), new Float64Array(PIXELS)];
  return Object.entries(PLAIN_POINTS).map(([type, point]) => {
    const sample = NODES.get(type)! as unknown as Record<string, string>;
    const chain: TextureNode[] = [...BASE.slice(0, 2)];
    const first = Object.keys(SIGNATURES[type as TextureNode['type']].inputs)[0]!;
    for (let k = 0; k < CHAIN; k++) {
      chain.push({ ...sample, id: `x${k}`, [first]: k === 0 ? 'n' : `x${k - 1}` } as never);
    }
    const without = 1 / speedOf([...BASE.slice(0, 2), { ...sample, id: 'x' } as never], 'x');
    const each = (CHAIN - 1) / Math.max(1 / speedOf(chain, `x${CHAIN - 1}`) - without, 1e-12);
    const plain = best(PIXELS, () => () => void applyPlain(point, n, m));
    return mega(`${type}, fused`, each, plain);
  });
}

function operations(): Row[] {
  const rest = [...NODES].filter(([type]) => !Object.hasOwn(PLAIN_POINTS, type));
  const source = new Float64Array(PIXELS);
  const plain: Record<string, () => void> = {
    erode: () => void plainExtreme(source, SIDE, 4, (a, b) => a < b),
    dilate: () => void plainExtreme(source, SIDE, 8, (a, b) => a > b),
  };
  const rows = rest.map(([type, node]) => {
    const base = plain[type];
    return mega(`${type} and what it reads`, speedOf([...BASE, node], 'x'), base && best(PIXELS, () => base));
  });
  requireAll(Object.keys(SIGNATURES), ['noise', ...Object.keys(PLAIN_POINTS), ...rest.map(([type]) => type)]);
  return rows;
}

/** One step more of reaction and diffusion. */
function reactionStep(): Row {
  const time = (steps: number) =>
    1 / speedOf([{ ...(NODES.get('reaction_diffusion') as object), id: 'x', steps } as TextureNode], 'x', 1);
  const [few, many] = [20, 120];
  const perStep = (time(many) - time(few)) / (many - few);
  const [a, b] = [new Float64Array(PIXELS).fill(1), new Float64Array(PIXELS).fill(0.1)];
  const plain = best(PIXELS, () => () => void plainReaction(a, b, SIDE));
  const cost = `MPix/s, ${((perStep / PIXELS) * 1e9).toFixed(1)} ns a pixel`;
  return mega('reaction_diffusion, each step', PIXELS / perStep, plain, cost);
}

function pictures(): [string, Uint8Array, 1 | 4][] {
  const nodes: TextureNode[] = [
    noiseNode(config('fbm', 5)),
    { id: 'normal', type: 'normal_from_height', input: 'x', strength: 2 },
    { id: 'ramp', type: 'color_ramp', input: 'x', ramp: ['#102030', '#80c040', '#ffffff'] },
  ];
  const draw = (id: string, channels: 1 | 4) => {
    const raster = makeRaster(PIXELS, channels, 8);
    const options = { width: SIDE, height: SIDE, tileable: false, seed: 1 };
    evaluateGraph(nodes, [id], options, () => (values, { y, count, stride }) => {
      writePixels(raster, y * SIDE, planesOf(values, channels, stride), count);
    });
    return raster.data;
  };
  return [
    ['gray noise', draw('x', 1), 1],
    ['normal map', draw('normal', 4), 4],
    ['colour ramp', draw('ramp', 4), 4],
  ];
}

/** What comes before and after filters and deflate, beside loops over single samples and bytes. */
function stages(): Row[] {
  const planes = Array.from({ length: 4 }, () => Float64Array.from({ length: PIXELS }, Math.random));
  const raster = makeRaster(PIXELS, 4, 8);
  const row = planes.map((plane) => plane.subarray(0, SIDE));
  const bytes = raster.data.map((_, k) => (k * 7919) >> 3);
  return [
    mega(
      'samples of RGBA',
      best(PIXELS, () => () => {
        for (let y = 0; y < SIDE; y++) writePixels(raster, y * SIDE, row, SIDE);
      }),
      best(PIXELS, () => () => {
        for (let c = 0; c < 4; c++) writeChannel(raster, c, 0, planes[c]!, 0, PIXELS);
      }),
    ),
    mega(
      'checksum of RGBA',
      best(PIXELS, () => () => void crc32(bytes)),
      best(PIXELS, () => () => void plainCrc32(bytes, 0, bytes.length)),
    ),
  ];
}

function png(): Row[] {
  return pictures().flatMap(([name, data, channels]) => {
    const rows = filterRows(data, SIDE * channels, SIDE, channels);
    const colorType = channels === 1 ? 'gray' : 'rgba';
    const image = { width: SIDE, height: SIDE, colorType, data, level: LEVEL } as const;
    const theirs = best(PIXELS, () => () => void deflateSync(rows, { level: 6 }));
    const size = encodePng(image).length / deflateSync(rows, { level: 6 }).length;
    return [
      mega(
        `${name}: filter and deflate without WebAssembly`,
        best(PIXELS, () => () => void plainZlib(filterRows(data, SIDE * channels, SIDE, channels), LEVEL)),
        theirs,
      ),
      mega(
        `${name}: deflate`,
        best(PIXELS, () => () => void zlib(rows, LEVEL)),
        theirs,
      ),
      mega(
        `${name}: encode`,
        best(PIXELS, () => () => void encodePng(image)),
        theirs,
        `MPix/s, ${size.toFixed(3)} of the size`,
      ),
    ];
  });
}

/** Beside five octaves of noise, pixel by pixel, for as many pixels. */
async function corpus(folder: string | undefined): Promise<Row[]> {
  const made = await corpusPictures(folder);
  if (!made) {
    console.log('skipped: there is no corpus; name its folder by --corpus, or set SPECCADE_CORPUS');
    return [];
  }
  const { specs, pictures, speed } = made;
  return [mega(`corpus: ${pictures} pictures of ${specs} specs, once each`, speed, plainNoise(config('fbm', 5)))];
}

export async function run(options: AudioBenchOptions = {}): Promise<Row[]> {
  // First, as a batch would meet it: nothing is compiled yet.
  const published = await corpus(options.corpus);
  const groups: [title: string, rows: Row[]][] = [
    ['Noise', noises()],
    ['Operations on single pixels, one of a chain', fused()],
    ['Other operations and what they read', [...operations(), reactionStep()]],
    ["PNG, beside node's zlib at level 6", png()],
    ['Other stages of files, beside loops without WebAssembly', stages()],
    ...(published.length > 0 ? [['Whole specs', published] as [string, Row[]]] : []),
  ];
  if (options.write) writeBetween(PAGE, 'texture-speeds', pageText(groups));
  return groups.flatMap(([, rows]) => rows);
}

function pageText(groups: readonly [title: string, rows: readonly Row[]][]): string {
  const rows = groups.flatMap(([title, speeds]) => [
    [`**${title}**`, '', ''],
    ...speeds.map(({ name, ours, ratio, unit }) => [
      name.replace(/, fused$| and what it reads$/, '') + unit.replace(/^MPix\/s/, ''),
      digits(ours),
      ratio === undefined ? '' : ratio.toFixed(1),
    ]),
  ]);
  return `Measured on: ${machine()}.\n\n${markdownTable(['', 'MPix/s', '× baseline'], rows)}`;
}
