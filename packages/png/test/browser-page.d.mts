import type { Sample } from './pictures.ts';

interface Shown {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function comparePictures(
  pictures: readonly Sample[],
  decode: (bytes: Uint8Array) => Shown | Promise<Shown>,
): Promise<{ count: number; wrong: string[] }>;
