/** Pitches of rendered presets, for the tests of this folder. */
import { log2 } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { pcmOf } from '../_sound.ts';
import type { DesignResult, SoundDocument } from '../result.ts';

/** The document of a preset that was understood; its warnings as `path`s. */
export function found(result: DesignResult): { spec: SoundDocument; params: JsonObject; lost: string[] } {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { spec, warnings } = result;
  return { spec, params: spec.recipe!.params, lost: warnings.map(({ path }) => path) };
}

/** The only layer. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it as they please
export function layerIn(result: DesignResult): any {
  return (found(result).params.layers as JsonObject[])[0]!;
}

/** Hz of a tone between two times, from the first rising zero crossing to the last. */
export async function pitchOf(result: DesignResult, from: number, to: number): Promise<number> {
  const { channels, rate } = await pcmOf(found(result).spec);
  const x = channels[0]!;
  const crossings: number[] = [];
  for (let i = Math.floor(from * rate); i < to * rate; i++) {
    const [a, b] = [x[i]!, x[i + 1]!];
    if (a < 0 && b >= 0) crossings.push(i + a / (a - b));
  }
  return ((crossings.length - 1) * rate) / (crossings.at(-1)! - crossings[0]!);
}

export const cents = (a: number, b: number) => 1200 * log2(a / b);
