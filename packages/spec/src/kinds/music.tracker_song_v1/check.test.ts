import { describe, expect, it } from 'vitest';
import { cellOf, lead, songOf, verdict } from './_fixtures.ts';

type Json = Record<string, unknown>;
const it8 = (event: Json) => cellOf(event, { format: 'it' });

describe('songs', () => {
  it('are valid in either format, and in both', async () => {
    expect(await verdict(songOf())).toEqual([]);
    expect(await verdict(songOf({ format: 'it' }), ['it'])).toEqual([]);
    expect(await verdict(songOf(), ['it', 'xm'])).toEqual([]);
  });

  it('may carry the keys of published test specs', async () => {
    const instruments = [{ ...lead, synth_type: 'sine' }];
    expect(await verdict(songOf({ _coverage_x: 1, synth_type_coverage: {}, instruments }))).toEqual([]);
  });

  it.each<[Json, string[]]>([
    [{ bpm: 31 }, ['E012 bpm']],
    [{ bpm: 256 }, ['E012 bpm']],
    [{ speed: 0 }, ['E012 speed']],
    [{ speed: 32 }, ['E012 speed']],
    [{ channels: 33 }, ['E012 channels']],
    [{ channels: 256 }, ['E012 channels']],
    [{ channels: 0, instruments: [lead] }, ['E012 channels', 'E012 patterns.a.notes["0"][0].channel']],
    [{ tempo: 1 }, ['E012 tempo']],
    [{ arrangement: [] }, ['E012 arrangement']],
    [{ arrangement: [{ pattern: 'a', repeat: 0 }] }, ['E012 arrangement[0].repeat']],
    [{ arrangement: [{ pattern: 'toString' }] }, ['E012 arrangement[0].pattern']],
    [{ arrangement: [{ pattern: 'a', repeat: 257 }] }, ['E012 arrangement']],
    [{ loop: true, restart_position: 1 }, ['E012 restart_position']],
    [{ loop: false, restart_position: 1 }, []],
    [{ instruments: [] }, ['E012 patterns.a.notes["0"][0].inst']],
    [{ instruments: Array.from({ length: 129 }, () => lead) }, ['E012 instruments']],
    [{ patterns: { a: { rows: 257 } } }, ['E012 patterns.a.rows']],
    [{ patterns: { a: {} } }, ['E012 patterns.a.rows']],
    [{ patterns: { a: { rows: 4, notes: { x: [], 1: [], '01': [] } } } }, ['W004', 'W009']],
  ])('%j', async (change, expected) => {
    expect(
      (await verdict(songOf(change))).map((text) => (expected[0]?.length === 4 ? text.slice(0, 4) : text)),
    ).toEqual(expected);
  });

  it('hold both formats to their limits', async () => {
    expect(await verdict(songOf({ channels: 33, format: 'it' }), ['it'])).toEqual([]);
    expect(await verdict(songOf({ channels: 33, format: 'it' }), ['it', 'xm'])).toEqual(['E012 channels']);
    expect(await verdict(songOf({ patterns: { a: { rows: 201 } } }), ['xm', 'it'])).toEqual(['E012 patterns.a.rows']);
    const arrangement = [{ pattern: 'a', repeat: 300 }];
    expect(await verdict(songOf({ format: 'it', arrangement }), ['it'])).toEqual(['W009 arrangement']);
    const endless = Array.from({ length: 9 }, () => ({ pattern: 'a', repeat: 65535 }));
    expect(await verdict(songOf({ format: 'it', arrangement: endless }), ['it'])).toEqual(['E012 arrangement']);
    expect(await verdict(songOf({ format: 'it', arrangement, loop: true }), ['it'])).toEqual(['E012 arrangement']);
  });

  it('have one module per format, one of them in their own', async () => {
    expect(await verdict(songOf(), ['it'])).toEqual(['E015 outputs[0].format']);
    expect(await verdict(songOf(), ['xm', 'xm'])).toEqual(['E015 outputs[1].format']);
    expect(await verdict(songOf(), ['xm', 'it', 'xm'])).toEqual(['E015 outputs', 'E015 outputs[2].format']);
  });
});

describe('instruments', () => {
  it.each<[Json, string[]]>([
    [{}, ['E012 instruments[0]']],
    [{ wav: 'a.wav', ref: 'a.json' }, ['E012 instruments[0]']],
    [{ ...lead, base_note: 'H4' }, ['E012 instruments[0].base_note']],
    [{ ...lead, base_note: 'Cs4' }, []],
    [{ ...lead, base_note: 'G#9' }, ['E012 instruments[0].base_note']],
    [{ ...lead, sample_rate: 8000 }, ['E012 instruments[0].sample_rate']],
    [{ wav: 'a.wav', sample_rate: 8000 }, ['W004 instruments[0].sample_rate']],
    [{ ...lead, envelope: { attack: 1 } }, ['E012', 'E012', 'E012']],
    [{ ...lead, nna: 'fade' }, ['W004 instruments[0].nna']],
    [{ ...lead, pan_envelope: { points: [[0, 0]] } }, ['E012 instruments[0].pan_envelope.points']],
    [
      {
        ...lead,
        pan_envelope: {
          points: [
            [0, 0],
            [0, 1],
          ],
          sustain: 2,
          loop: [1, 0],
        },
      },
      ['points[1]', 'sustain', 'loop'].map((at) => `E012 instruments[0].pan_envelope.${at}`),
    ],
  ])('%j', async (instrument, expected) => {
    const found = await verdict(songOf({ instruments: [instrument] }));
    expect(found.map((text) => (expected[0]?.length === 4 ? text.slice(0, 4) : text))).toEqual(expected);
  });
});

describe('events', () => {
  const at = (member: string) => `E012 patterns.a.notes["0"][0].${member}`;
  it.each<[Json, string[]]>([
    [{ row: 16 }, [at('row')]],
    [{ vol: 65 }, [at('vol')]],
    [{ volume: 65 }, [at('volume')]],
    [{ vol: 1, volume: 1 }, [at('volume')]],
    [{ inst: 1 }, [at('inst')]],
    [{ inst: 1, note: 'OFF' }, []],
    [{ inst: 1, note: 'CUT' }, [at('inst')]],
    [{ note: null }, [at('note')]],
    [{ note: 1.5 }, [at('note')]],
    [{ effect: 1, effect_name: 'vibrato' }, [at('effect_name')]],
    [{ effect_xy: [16, 0] }, [at('effect_xy')]],
    [{ effect_name: 'vibrator' }, [at('effect_name')]],
    [{ effect_name: 'Vibrato', effect_xy: [4, 4] }, []],
    [{ effect_name: 'panbrello' }, [at('effect_name')]],
    [{ effect_name: 'set_tempo', param: 3 }, [at('param')]],
    [{ effect_name: 'vol_slide', effect_xy: [3, 4] }, [at('effect_xy')]],
    [{ effect_name: 'retrig', effect_xy: [0, 3] }, []],
    [{ vol_cmd: { command: 'panning', value: 16 } }, [at('vol_cmd')]],
    [{ vol_cmd: { command: 'panning', value: 15 }, vol: 3 }, [at('vol_cmd')]],
  ])('%j', async (event, expected) => {
    expect(await verdict(cellOf(event))).toEqual(expected);
  });

  it('are held to every format that is written', async () => {
    expect(await verdict(it8({ effect_name: 'panbrello' }), ['it'])).toEqual([]);
    expect(await verdict(it8({ effect_name: 'panbrello' }), ['it', 'xm'])).toEqual([at('effect_name')]);
    expect(await verdict(it8({ effect_name: 'global_volume', param: 128 }), ['it', 'xm'])).toEqual([]);
    expect(await verdict(cellOf({ effect_name: 'global_volume', param: 65 }), ['it', 'xm'])).toEqual([at('param')]);
  });

  it('know fewer effects in reference mode', async () => {
    const reference = { compat: 'reference' };
    expect(await verdict(cellOf({ effect_name: 'retrig' }), ['xm'], reference)).toEqual([at('effect_name')]);
    expect(await verdict(it8({ effect_name: 'set_volume' }), ['it'], reference)).toEqual([at('effect_name')]);
    expect(await verdict(it8({ effect_name: 'set_volume' }), ['it'])).toEqual([]);
  });

  it('play the nearest note where theirs cannot be, with a warning', async () => {
    const warning = ['W009 patterns.a.notes["0"][0].note'];
    for (const note of ['H4', 'C8', 128, 11, -1]) expect(await verdict(cellOf({ note }))).toEqual(warning);
    for (const note of ['C8', 'B9']) expect(await verdict(it8({ note }), ['it'])).toEqual([]);
    expect(await verdict(it8({ note: 'C10' }), ['it'])).toEqual(warning);
  });
});

describe('delays', () => {
  it('beyond the end of their row are warned of', async () => {
    const delay = { effect_name: 'note_delay', effect_xy: [0, 6] };
    expect(await verdict(cellOf(delay))).toEqual(['W009 patterns.a.notes["0"][0].effect_xy']);
    expect(await verdict(cellOf({ effect_name: 'note_cut', param: 9 }))).toEqual([
      'W009 patterns.a.notes["0"][0].param',
    ]);
    expect(await verdict(cellOf(delay, { speed: 7 }))).toEqual([]);
  });
});

describe('automation', () => {
  const fade = { type: 'volume_fade', pattern: 'a', end_row: 8, end_vol: 0 };
  it.each<[Json, string[]]>([
    [fade, []],
    [{ ...fade, pattern: 'b' }, ['E012 automation[0].pattern']],
    [{ ...fade, channel: 4 }, ['E012 automation[0].channel']],
    [{ ...fade, end_row: 16 }, ['E012 automation[0].end_row']],
    [{ ...fade, start_row: 8 }, ['E012 automation[0].end_row']],
    [{ ...fade, start_vol: 65 }, ['E012 automation[0].start_vol']],
    [{ type: 'tempo_change', pattern: 'a', row: 16, bpm: 99 }, ['E012 automation[0].row']],
    [{ type: 'tempo_change', pattern: 'a', bpm: 31 }, ['E012 automation[0].bpm']],
  ])('%j', async (entry, expected) => {
    expect(await verdict(songOf({ automation: [entry] }))).toEqual(expected);
  });
});
