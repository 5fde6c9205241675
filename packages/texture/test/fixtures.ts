/** What the tests of this package share: specs from parameters, and readers of what comes out. */
import { inflateSync } from 'node:zlib';
import { type Artifact, type Issue, type Output, type Spec, validateDocument } from '@speccade/spec';
import { textureBackend } from '../src/backend.ts';

const PNG: Output = { kind: 'primary', format: 'png', path: 'out/a.png' };
const JSON_OUT: Output = { kind: 'metadata', format: 'json', path: 'out/a.json' };
const OUTPUTS: Readonly<Record<string, readonly Output[]>> = {
  'sprite.animation_v1': [{ kind: 'primary', format: 'json', path: 'out/a.json' }],
  'vfx.particle_profile_v1': [{ kind: 'primary', format: 'json', path: 'out/a.json' }],
};

export function documentOf(kind: string, params: unknown, more: object = {}): Record<string, unknown> {
  return {
    spec_version: 1,
    asset_id: 'an-asset',
    asset_type: kind.split('.')[0],
    license: 'CC0-1.0',
    description: 'A test.',
    seed: 42,
    outputs: OUTPUTS[kind] ?? [PNG, JSON_OUT],
    recipe: { kind, params },
    ...more,
  };
}

/** The validated spec; throws with its issues where it has some. */
export async function specOf(kind: string, params: unknown, more: object = {}): Promise<Spec> {
  const { spec, errors } = await validateDocument(documentOf(kind, params, more), { forGeneration: true });
  if (!spec) throw new Error(JSON.stringify(errors));
  return spec;
}

export async function issuesOf(
  kind: string,
  params: unknown,
  more: object = {},
): Promise<{ errors: readonly Issue[]; warnings: readonly Issue[] }> {
  return validateDocument(documentOf(kind, params, more), { forGeneration: true });
}

export async function generate(kind: string, params: unknown, more: object = {}): Promise<Artifact[]> {
  return textureBackend.generate(await specOf(kind, params, more), {});
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8Array;
}

/** Reads an RGBA file with node's zlib, apart from our writer. */
export function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (bytes[24] !== 8 || bytes[25] !== 6) throw new Error('not 8-bit RGBA');
  const parts: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const a = x >= 4 ? data[y * stride + x - 4]! : 0;
      const b = y > 0 ? data[(y - 1) * stride + x]! : 0;
      const c = x >= 4 && y > 0 ? data[(y - 1) * stride + x - 4]! : 0;
      const p = a + b - c;
      const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const nearest = da <= db && da <= dc ? a : db <= dc ? b : c;
      data[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + [0, a, b, (a + b) >> 1, nearest][filter]!;
    }
  }
  return { width, height, data };
}

/** The picture and the description of a recipe. */
export async function picture(kind: string, params: unknown, more: object = {}): Promise<Picture & { json: never }> {
  const artifacts = await generate(kind, params, more);
  const png = artifacts.find(({ format }) => format === 'png')!;
  const json = artifacts.find(({ format }) => format === 'json');
  return { ...readPng(png.bytes), json: (json && JSON.parse(new TextDecoder().decode(json.bytes))) as never };
}

/** `rrggbbaa` of a pixel. */
export function hexAt({ width, data }: Picture, x: number, y: number): string {
  return Buffer.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)).toString('hex');
}
