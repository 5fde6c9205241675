/** How a map is stored, from the settings of the recipe and what the map is. */
import type { PngSettings } from '@speccade/spec/kinds/texture';

export interface Storage {
  readonly bitDepth: 8 | 16;
  readonly srgb: boolean;
  /** Fewer channels or a palette where that makes the file smaller. */
  readonly reduce: boolean;
}

/** @param isColor whether the map is marked as sRGB unless the recipe says otherwise */
export function storageOf(settings: PngSettings, map: string, isColor: boolean): Storage {
  const setting = settings && Object.hasOwn(settings, map) ? settings[map] : undefined;
  const space = setting?.color_space ?? (isColor ? 'srgb' : 'data');
  return { bitDepth: setting?.bit_depth ?? 8, srgb: space === 'srgb', reduce: setting?.reduce ?? false };
}
