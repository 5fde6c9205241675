/** Commands of the volume column: XM 1.04 and IT 2.14 each have some of them. */
import type { TrackerFormat } from './common.ts';
import type { VolumeCommand } from './pattern.ts';

interface VolumeEncoding {
  readonly base: number;
  readonly max: number;
}

const COMMANDS: Readonly<Record<VolumeCommand, Partial<Record<TrackerFormat, VolumeEncoding>>>> = {
  slide_down: { xm: { base: 0x60, max: 15 }, it: { base: 95, max: 9 } },
  slide_up: { xm: { base: 0x70, max: 15 }, it: { base: 85, max: 9 } },
  fine_slide_down: { xm: { base: 0x80, max: 15 }, it: { base: 75, max: 9 } },
  fine_slide_up: { xm: { base: 0x90, max: 15 }, it: { base: 65, max: 9 } },
  vibrato_speed: { xm: { base: 0xa0, max: 15 } },
  vibrato_depth: { xm: { base: 0xb0, max: 15 }, it: { base: 203, max: 9 } },
  panning: { xm: { base: 0xc0, max: 15 }, it: { base: 128, max: 64 } },
  pan_slide_left: { xm: { base: 0xd0, max: 15 } },
  pan_slide_right: { xm: { base: 0xe0, max: 15 } },
  tone_portamento: { xm: { base: 0xf0, max: 15 }, it: { base: 193, max: 9 } },
  pitch_slide_down: { it: { base: 105, max: 9 } },
  pitch_slide_up: { it: { base: 115, max: 9 } },
};

/** The byte of the volume column, or the words of what would be accepted. */
export function encodeVolumeCommand(
  { command, value }: { readonly command: VolumeCommand; readonly value: number },
  format: TrackerFormat,
): { readonly byte: number } | { readonly expected: string } {
  const encoding = COMMANDS[command][format];
  if (encoding === undefined) return { expected: `a command that the volume column of ${format.toUpperCase()} has` };
  return value > encoding.max ? { expected: `a value of 0 to ${encoding.max}` } : { byte: encoding.base + value };
}
