import { describe, expect, it } from 'vitest';
import { cells, type Json, outcome, songOf } from '../_fixtures.ts';
import { euclidFromHit } from './rhythm.ts';

const mini = (notation: string, more: Json = {}): Json => ({
  op: 'mini',
  notation,
  cell: { channel: 0, inst: 0 },
  cycles: 1,
  ...more,
});
/** `row:note` of the first channel, in 16 rows to a cycle. */
const line = async (notation: string, more: Json = {}) =>
  (await cells(songOf(mini(notation, more)))).map((cell) => cell.replace(/:0 (\S*)\/\S+/, ':$1')).join(' ');
const fault = (notation: string, more: Json = {}) => outcome(songOf(mini(notation, more)));

describe('sequences', () => {
  it('share a cycle evenly', async () => {
    expect(await line('c4 e4 g4 b4')).toBe('0:C4 4:E4 8:G4 12:B4');
    expect(await line('c4 ~ g4 ~')).toBe('0:C4 8:G4');
    expect(await line('')).toBe('');
    expect(await line('~')).toBe('');
  });

  it('nest in groups', async () => {
    expect(await line('c4 [e4 g4] ~ [[a4 b4] c5]')).toBe('0:C4 4:E4 6:G4 12:A4 13:B4 14:C5');
  });

  it('repeat: faster, again, longer', async () => {
    expect(await line('c4*4')).toBe('0:C4 4:C4 8:C4 12:C4');
    expect(await line('[c4 e4]*2')).toBe('0:C4 4:E4 8:C4 12:E4');
    expect(await line('c4!3 e4')).toBe('0:C4 4:C4 8:C4 12:E4');
    expect(await line('c4@3 e4')).toBe('0:C4 12:E4');
    expect(await line('c4*2!2')).toBe('0:C4 4:C4 8:C4 12:C4');
  });

  it('alternate cycle by cycle', async () => {
    expect(await line('<c4 e4 g4>', { cycle_rows: 8, cycles: 4 })).toBe('0:C4 8:E4 16:G4 24:C4');
    expect(await line('c4 <e4 g4>', { cycles: 2 })).toBe('0:C4 8:E4 16:C4 24:G4');
    expect(await line('<c4 e4>*2')).toBe('0:C4 8:E4');
    expect(await line('<c4 <e4 g4>>', { cycle_rows: 4, cycles: 4 })).toBe('0:C4 4:E4 8:C4 12:G4');
    expect(await line('<c4!2 e4>', { cycle_rows: 4, cycles: 3 })).toBe('0:C4 4:C4 8:E4');
  });

  it('spread over several cycles', async () => {
    expect(await line('[c4 e4 g4 b4]/2', { cycle_rows: 8, cycles: 4 })).toBe(
      '0:C4 4:E4 8:G4 12:B4 16:C4 20:E4 24:G4 28:B4',
    );
    expect(await line('c4/2', { cycle_rows: 8, cycles: 4 })).toBe('0:C4 16:C4');
    expect(await line('[c4 ~]/2 e4', { cycles: 2 })).toBe('0:C4 8:E4 24:E4');
  });

  it('follow Euclid', async () => {
    expect(await line('c4(3,8)')).toBe('0:C4 6:C4 12:C4');
    expect(await line('c4(3,8,2)')).toBe('2:C4 8:C4 12:C4');
    expect(await line('c4(0,4)')).toBe('');
    expect(await line('<c4 e4>(3,8)', { cycles: 2 })).toBe('0:C4 6:C4 12:C4 16:E4 22:E4 28:E4');
  });
});

describe('words', () => {
  const ids = { instrument_ids: { bd: 0, sn: 1, b: 1 } };

  it('are notes, in the octave of the expression where they have none', async () => {
    expect(await line('c e4 gb 60 f#2 as')).toBe(
      '0:C4 2:E4 note_delay [0,4] 5:F#4 note_delay [0,2] 8:C4 10:F#2 note_delay [0,4] 13:A#4 note_delay [0,2]',
    );
    expect(await line('c d', { octave: 2 })).toBe('0:C2 8:D2');
  });

  it('are instruments, with or without their note', async () => {
    const song = songOf(mini('bd sn bd:c3 b'), ids);
    expect(await cells(song)).toEqual(['0:0 ""/0', '4:0 ""/1', '8:0 C3/0', '12:0 ""/1']);
    const pitched = songOf(mini('bd [~ sn]', { cell: { channel: 1, inst: 1, note: 'E3', vol: 9 } }), ids);
    expect(await cells(pitched)).toEqual(['0:1 E3/0 v9', '12:1 E3/1 v9']);
  });

  it('are neither, and then one is suggested', async () => {
    await expect(cells(songOf(mini('kik'), { instrument_ids: { kick: 0 } }))).rejects.toMatchObject({
      issues: [
        { code: 'MUSIC_COMPOSE_005', path: 'recipe.params.patterns.verse.program.notation', suggestion: /kick/ },
      ],
    });
    expect(await fault('c12')).toMatch(/^005/);
    expect(await fault('128')).toMatch(/^005/);
  });
});

describe('time between rows', () => {
  it('becomes a delay, where the effect column is free', async () => {
    expect(await line('c4 e4 g4')).toBe('0:C4 5:E4 note_delay [0,2] 10:G4 note_delay [0,4]');
    const occupied = { cell: { channel: 0, inst: 0, effect_name: 'vibrato', effect_xy: [1, 2] } };
    expect(await line('c4*3', occupied)).toContain('5:C4 vibrato [1,2]');
  });

  it('never reaches the next row', async () => {
    expect(await line('~!15 e4', { cycle_rows: 31 })).toBe('29:E4');
    expect(await line('~!16 e4 ~', { cycle_rows: 31 })).toBe('27:E4 note_delay [0,3]');
    expect(await line('~!98 e4', { cycle_rows: 1 })).toBe('0:E4 note_delay [0,5]');
  });

  it('is told where two notes fall into one row', async () => {
    expect(await fault('[c4 e4]*16')).toBe('006 patterns.verse.program.notation');
  });
});

describe('voices', () => {
  it('take channels of their own', async () => {
    expect(await cells(songOf(mini('c4 d4, e4*2')))).toEqual(['0:0 C4/0', '0:1 E4/0', '8:0 D4/0', '8:1 E4/0']);
    expect(await cells(songOf(mini('[c4,e4,g4] [c4,f4]')))).toEqual([
      '0:0 C4/0',
      '0:1 E4/0',
      '0:2 G4/0',
      '8:0 C4/0',
      '8:1 F4/0',
    ]);
    const named = songOf(mini('c4, e4', { channels: [3, 'bass'] }), { channel_ids: { bass: 1 } });
    expect(await cells(named)).toEqual(['0:1 E4/0', '0:3 C4/0']);
  });

  it('need as many channels', async () => {
    expect(await fault('[c,d,e,f,g]')).toBe('007 patterns.verse.program.notation');
    expect(await fault('c4, e4', { channels: [3] })).toBe('005 patterns.verse.program.channels');
    expect(await fault('c4', { channels: ['x'] })).toBe('013 patterns.verse.program.channels[0]');
  });
});

describe('rests', () => {
  it('ring by default, and end notes where they are told to', async () => {
    expect(await line('c4 ~ e4 f4', { rest: 'off' })).toBe('0:C4 4:OFF 8:E4 12:F4');
    expect(await line('c4 ~ e4 f4', { rest: 'off', cycles: 2 })).toBe('0:C4 4:OFF 8:E4 12:F4 16:C4 20:OFF 24:E4 28:F4');
    const off = { compat: 'reference' };
    expect((await cells(songOf(mini('c4 ~', { rest: 'off' })), off))[1]).toBe('8:0 OFF/0');
  });
});

describe('cycles', () => {
  it('are bars, and as many as the pattern holds', async () => {
    expect(await line('c4', { cycles: null })).toBe('0:C4 16:C4');
    expect(await outcome(songOf(mini('c4', { cycles: null }), { timebase: null, harmony: null }))).toHaveLength(1);
    expect(await line('c4', { cycles: null, cycle_rows: 10 })).toBe('0:C4 10:C4 20:C4');
  });

  it('have at least one row and fit the pattern', async () => {
    expect(await fault('c4', { cycle_rows: 0 })).toBe('005 patterns.verse.program.cycle_rows');
    expect(await fault('c4', { cycle_rows: 33, cycles: null })).toBe('005 patterns.verse.program.cycle_rows');
    expect(await fault('c4', { cycles: 3 })).toBe('005 patterns.verse.program.cycles');
  });
});

describe('what cannot be read or played', () => {
  it.each([
    '[c4',
    'c4]',
    '<c4',
    'c4>',
    'c4*',
    'c4*0',
    'c4*x',
    'c4(3',
    'c4(3,8',
    'c4(9,8)',
    'c4(3,0)',
    '<c4@2 e4>',
    'c4 | e4',
    '*2',
    'é4',
  ])('%s', async (notation) => {
    expect(await fault(notation)).toBe('005 patterns.verse.program.notation');
  });

  it.each([
    '~*999999999',
    '~!999999999',
    'c4(1,999999999)',
    '[[~*9999]*9999]*9999',
    `${'['.repeat(5000)}c4${']'.repeat(5000)}`,
    `c4${'*1'.repeat(5000)}`,
    `${'c4 '.repeat(30_000)}`,
  ])('too much: %.30s', async (notation) => {
    expect(await fault(notation)).toBe('011 patterns.verse.program.notation');
  });

  it('divides time too finely', async () => {
    const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];
    const nested = primes.reduce((body, prime) => `[${body} ~!${prime}]`, 'c4');
    expect(await fault(nested)).toMatch(/^(?:005|011) /);
  });

  it('is too long', async () => {
    expect(await fault(' '.repeat(100_001))).toBe('012 patterns.verse.program.notation');
  });
});

it.each([
  [3, 8, 0, 'x..x..x.'],
  [5, 8, 0, 'x.xx.xx.'],
  [4, 16, 0, 'x...x...x...x...'],
  [5, 16, 0, 'x..x..x..x..x...'],
  [2, 5, 0, 'x.x..'],
  [3, 8, 3, 'x..x.x..'],
  [0, 4, 0, '....'],
  [4, 4, 9, 'xxxx'],
])('(%i,%i,%i) begins with a hit before it is turned', (pulses, steps, rotate, text) => {
  expect(
    euclidFromHit(pulses, steps, rotate)
      .map((hit) => (hit ? 'x' : '.'))
      .join(''),
  ).toBe(text);
});
