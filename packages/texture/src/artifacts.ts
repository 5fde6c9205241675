/** Finished files from pictures and descriptions. */
import { encodePng, encodeSmallestPng, type PngImage } from '@speccade/png';
import { type Artifact, blake3Hex, type Output } from '@speccade/spec';
import type { Size } from '@speccade/spec/kinds/texture';
import { type Description, describeJson } from './describe-json.ts';
import type { Raster } from './pixels.ts';
import type { Storage } from './settings.ts';

/**
 * Deflate effort of the pictures: the highest at which matches are only looked for where they pay, but one. At 3, colour
 * ramps are 4 % smaller and take a quarter longer; noise and normal maps are the same. At 6 they take four times as long
 * and are 3 to 9 % larger.
 */
const LEVEL = 2;

/** The PNG file of a picture. */
export function pngArtifact(output: Output, raster: Raster, [width, height]: Size, storage: Storage): Artifact {
  const image: PngImage = {
    width,
    height,
    colorType: raster.channels === 1 ? 'gray' : 'rgba',
    bitDepth: raster.bitDepth,
    data: raster.data,
    srgb: storage.srgb,
    level: LEVEL,
  };
  const bytes = storage.reduce ? encodeSmallestPng(image) : encodePng(image);
  return artifact(output, bytes, {
    width,
    height,
    channels: raster.channels,
    bit_depth: raster.bitDepth,
  });
}

/** The JSON file that describes the pictures. */
export function jsonArtifact(output: Output, value: Description): Artifact {
  return artifact(output, describeJson(value));
}

function artifact({ path, format, kind }: Output, bytes: Uint8Array, metrics?: Record<string, number>): Artifact {
  return { path, format, kind, bytes, hash: blake3Hex(bytes), ...(metrics && { metrics }) };
}
