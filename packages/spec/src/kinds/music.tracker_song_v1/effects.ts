/**
 * The effects by name and how XM 1.04 and IT 2.14 write them. XM codes above 15 are letters (G is 16); IT codes are
 * letters too (A is 1).
 */
import type { EffectEncoding, EffectRule } from './effect-rule.ts';

const NIBBLE: Pick<EffectEncoding, 'max'> = { max: 15 };
const BYTE: Pick<EffectEncoding, 'max'> = { max: 255 };
/** XM's E commands and IT's S commands. */
const extended = (base: number, max = 15): EffectEncoding => ({ code: 14, base, max });
const special = (base: number, max = 15): EffectEncoding => ({ code: 19, base, max });

/** From 0xE0 up IT reads a portamento as a fine one. */
const FASTEST_PORTAMENTO = 0xdf;
const portamento = (code: number): EffectEncoding => ({
  code,
  ...BYTE,
  encode: (speed) => ({ code, param: Math.min(speed, FASTEST_PORTAMENTO) }),
});

const swapNibbles = (value: number): number => ((value & 15) << 4) | (value >> 4);

/** XM slides one way at a time. */
export const oneWay = (value: number): string | undefined => {
  const [up, down] = [value >> 4, value & 15];
  return up > 0 && down > 0 && up < 15 && down < 15 ? 'a slide up or down, not both' : undefined;
};

/** A slide with 15 on the other side is a fine one, which XM has as commands of its own. */
function xmVolumeSlide(value: number): { code: number; param: number } {
  const [up, down] = [value >> 4, value & 15];
  if (up > 0 && down === 15) return { code: 14, param: 0xa0 + up };
  if (up === 15 && down > 0) return { code: 14, param: 0xb0 + down };
  return { code: 10, param: value };
}

/** XM counts global volume to 64, IT to 128. */
const convertGlobalVolume: EffectRule['convert'] = (value, to) => (to === 'it' ? 2 * value : Math.round(value / 2));

export const EFFECTS: readonly EffectRule[] = [
  { names: ['arpeggio'], read: 'xy', xm: { code: 0 }, it: { code: 10 } },
  { names: ['porta_up', 'portamento_up'], read: 'param', xm: { code: 1, ...BYTE }, it: portamento(6) },
  { names: ['porta_down', 'portamento_down'], read: 'param', xm: { code: 2, ...BYTE }, it: portamento(5) },
  {
    names: ['fine_porta_up', 'fine_portamento_up'],
    read: 'y',
    xm: extended(0x10),
    it: { code: 6, base: 0xf0, ...NIBBLE },
  },
  {
    names: ['fine_porta_down', 'fine_portamento_down'],
    read: 'y',
    xm: extended(0x20),
    it: { code: 5, base: 0xf0, ...NIBBLE },
  },
  {
    names: ['extra_fine_porta_up'],
    read: 'y',
    xm: { code: 33, base: 0x10, ...NIBBLE },
    it: { code: 6, base: 0xe0, ...NIBBLE },
  },
  {
    names: ['extra_fine_porta_down'],
    read: 'y',
    xm: { code: 33, base: 0x20, ...NIBBLE },
    it: { code: 5, base: 0xe0, ...NIBBLE },
  },
  { names: ['tone_porta', 'tone_portamento'], read: 'param', xm: { code: 3, ...BYTE }, it: { code: 7, ...BYTE } },
  { names: ['vibrato'], read: 'larger', xm: { code: 4 }, it: { code: 8 } },
  {
    names: ['tone_porta_vol_slide', 'tone_porta_volume_slide'],
    read: 'larger',
    xm: { code: 5 },
    it: { code: 12 },
  },
  { names: ['vibrato_vol_slide', 'vibrato_volume_slide'], read: 'larger', xm: { code: 6 }, it: { code: 11 } },
  { names: ['tremolo'], read: 'larger', xm: { code: 7 }, it: { code: 18 } },
  { names: ['set_panning', 'panning'], read: 'param', xm: { code: 8, ...BYTE }, it: { code: 24, ...BYTE } },
  { names: ['sample_offset'], read: 'param', xm: { code: 9, ...BYTE }, it: { code: 15, ...BYTE } },
  {
    names: ['vol_slide', 'volume_slide'],
    read: 'larger',
    xm: { code: 10, accepts: oneWay, encode: xmVolumeSlide },
    it: { code: 4 },
  },
  { names: ['position_jump', 'jump'], read: 'param', xm: { code: 11, ...BYTE }, it: { code: 2, ...BYTE } },
  {
    names: ['set_volume'],
    read: 'param',
    xm: { code: 12, max: 64 },
    it: { code: 0, max: 64, encode: (volume) => ({ volume }) },
  },
  {
    names: ['pattern_break', 'break'],
    read: 'param',
    // Binary-coded decimal.
    xm: { code: 13, max: 63, encode: (row) => ({ code: 13, param: 16 * Math.floor(row / 10) + (row % 10) }) },
    it: { code: 3, ...BYTE },
  },
  { names: ['set_speed', 'speed'], read: 'param', xm: { code: 15, min: 1, max: 31 }, it: { code: 1, ...BYTE } },
  {
    names: ['set_tempo', 'tempo'],
    read: 'param',
    xm: { code: 15, min: 32, ...BYTE },
    it: { code: 20, min: 32, ...BYTE },
  },
  {
    names: ['global_volume', 'set_global_volume'],
    read: 'param',
    xm: { code: 16, max: 64 },
    it: { code: 22, max: 128 },
    convert: convertGlobalVolume,
  },
  { names: ['global_vol_slide', 'global_volume_slide'], read: 'larger', xm: { code: 17 }, it: { code: 23 } },
  { names: ['key_off'], read: 'param', xm: { code: 20, ...BYTE } },
  { names: ['envelope_position', 'set_envelope_position'], read: 'param', xm: { code: 21, ...BYTE } },
  {
    names: ['pan_slide', 'panning_slide'],
    read: 'larger',
    // x slides to the left; XM has the nibbles the other way round.
    xm: { code: 25, encode: (value) => ({ code: 25, param: swapNibbles(value) }) },
    it: { code: 16 },
  },
  { names: ['retrigger', 'retrig'], read: 'larger', xm: { code: 27 }, it: { code: 17 } },
  { names: ['tremor'], read: 'larger', xm: { code: 29 }, it: { code: 9 } },
  {
    names: ['vibrato_waveform', 'set_vibrato_waveform'],
    read: 'low',
    xm: extended(0x40, 3),
    it: special(0x30, 3),
  },
  {
    names: ['tremolo_waveform', 'set_tremolo_waveform'],
    read: 'low',
    xm: extended(0x70, 3),
    it: special(0x40, 3),
  },
  { names: ['finetune', 'set_finetune'], read: 'low', xm: extended(0x50), it: special(0x20) },
  { names: ['pattern_loop', 'loop'], read: 'low', xm: extended(0x60), it: special(0xb0) },
  { names: ['note_cut'], read: 'y', xm: extended(0xc0), it: special(0xc0) },
  { names: ['note_delay'], read: 'y', xm: extended(0xd0), it: special(0xd0) },
  { names: ['channel_volume', 'set_channel_volume'], read: 'param', it: { code: 13, max: 64 } },
  { names: ['channel_vol_slide', 'channel_volume_slide'], read: 'larger', it: { code: 14 } },
  { names: ['fine_vibrato'], read: 'larger', it: { code: 21 } },
  { names: ['panbrello'], read: 'larger', it: { code: 25 } },
];
