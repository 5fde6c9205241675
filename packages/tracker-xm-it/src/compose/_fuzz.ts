/** Compositions at random: of the right shape, with values that go wrong now and then. */
import { Pcg32 } from '@speccade/numerics';
import type { Json } from './_fixtures.ts';

const NOTES = ['C4', 'f#2', 'Bb5', 'OFF', '---', 'H9', '', 'C-1', 60, 200];
const SALTS = ['a', 'b', ''];

export class Fuzz {
  private readonly random: Pcg32;

  constructor(seed: number) {
    this.random = new Pcg32(seed);
  }

  song(): Json {
    const defs: Json = {};
    for (let i = 0; i < this.below(4); i++) defs[`d${i}`] = this.expression(3);
    return {
      format: 'it',
      bpm: 125,
      speed: this.pick([1, 3, 6, 31]),
      channels: 4,
      instruments: [{ synthesis: { type: 'sine' } }, { synthesis: { type: 'noise' } }],
      channel_ids: { x: 1, far: 200 },
      instrument_ids: { kick: 0, c: 1 },
      timebase: this.rarely() ? null : { beats_per_bar: 4, rows_per_beat: 4 },
      harmony: this.rarely()
        ? null
        : {
            key: { root: 'D', scale: 'minor' },
            chords: [{ at: { bar: 0 }, chord: { symbol: this.pick(['Dm7', 'G7sus4']) } }],
          },
      defs,
      patterns: { verse: { rows: 64, program: this.expression(4), data: this.list(2, () => this.manual()) } },
      arrangement: [{ pattern: 'verse' }],
    };
  }

  private expression(depth: number): Json {
    const body = () => this.expression(depth - 1);
    const leaves = [() => this.emit(), () => this.emit(), () => this.emitSeq(), () => this.mini(), () => this.ref()];
    if (depth === 0) return this.pick(leaves)();
    return this.pick([
      ...leaves,
      () => ({
        op: 'stack',
        merge: this.pick(['last_wins', 'last_wins', 'merge_fields', 'error']),
        parts: this.list(3, body),
      }),
      () => ({ op: 'concat', parts: this.list(3, () => ({ len_rows: this.size(), body: this.cut(body()) })) }),
      () => ({ op: 'repeat', times: this.below(4), len_rows: this.size(), body: this.cut(body()) }),
      () => ({ op: 'shift', rows: this.number(), body: body() }),
      () => ({ op: 'slice', start: this.number(), len: this.number(), body: body() }),
      () => ({ op: 'transform', ops: this.list(3, () => this.transform()), body: body() }),
      () => ({ op: 'prob', p_permille: this.pick([0, 300, 1000, 2000]), seed_salt: this.pick(SALTS), body: body() }),
      () => ({
        op: 'choose',
        seed_salt: this.pick(SALTS),
        choices: this.list(3, () => ({ weight: this.below(3), body: body() })),
      }),
      () => ({ op: this.pick(['reverse', 'mirror']), len_rows: this.size(), body: body() }),
      () => ({ op: 'interleave', stride: this.below(4), parts: this.list(3, () => ({ body: body() })) }),
      () => ({ op: 'remap_channel', from: this.below(5), to: this.below(5), body: body() }),
      () => ({
        op: 'filter',
        criteria: this.pick([{ min_row: 3 }, { channel: 1 }, { has_note: true }, {}]),
        body: body(),
      }),
    ])();
  }

  /** Most bodies of sections are cut to fit. */
  private cut(body: Json): Json {
    return this.rarely() ? body : { op: 'slice', start: 0, len: 4, body };
  }

  private emit(): Json {
    return { op: 'emit', at: this.time(), cell: this.cell() };
  }

  private emitSeq(): Json {
    const mode = this.rarely() ? 'once' : 'cycle';
    const values = (value: () => unknown) => ({ mode, values: [value(), ...this.list(3, value)] });
    const pitch = () => this.pick(['1', '3', '5', 'b7', '9', 'x']);
    return {
      op: 'emit_seq',
      at: this.time(),
      cell: this.cell(),
      ...this.pick<() => Json>([
        () => ({ note_seq: values(() => this.pick(['C4', 'D4', 'OFF'])) }),
        () => ({
          pitch_seq: {
            kind: this.pick(['scale_degree', 'chord_tone']),
            allow_accidentals: true,
            octave: this.rarely() ? 40 : 3,
            ...values(pitch),
          },
        }),
        () => ({ vol_seq: values(() => this.below(256)), inst_seq: values(() => this.pick([0, 1, 'kick'])) }),
        () => ({ effect_xy_seq: values(() => [this.below(16), this.below(16)]) }),
      ])(),
    };
  }

  private mini(): Json {
    const notation = this.list(8, () =>
      this.pick(['c4', 'e', 'kick', '[', ']', '<', '>', '~', '*2', '!3', '(3,8)', ',', '/2']),
    );
    const plain = this.pick(['c4 [e4 g4]*2', '<c e g>(3,8)', 'kick ~ [kick kick]', 'c4, e4/2']);
    return {
      op: 'mini',
      notation: this.rarely() ? notation.join(' ') : plain,
      cell: this.cell(),
      cycle_rows: this.pick([16, 7, null]),
      rest: this.pick(['ring', 'off']),
    };
  }

  private ref(): Json {
    return { op: 'ref', name: this.rarely() ? 'nowhere' : `d${this.below(3)}` };
  }

  private time(): Json {
    return this.pick<() => Json>([
      () => ({ op: 'range', start: this.number(), step: this.pick([1, 2, 4, -1]), count: this.below(16) }),
      () => ({ op: 'list', rows: this.list(6, () => this.number()) }),
      () => ({ op: 'beat_list', beats: this.list(3, () => ({ bar: this.below(4), beat: this.below(4) })) }),
      () => ({ op: 'beat_range', start: { bar: 0 }, step: { beats: 1, sub: this.below(3) }, count: this.below(9) }),
      () => ({ op: 'euclid', pulses: this.below(9), steps: 8 + this.below(9), rotate: this.number() }),
      () => ({ op: 'pattern', pattern: this.pick(['x..x..x.', 'xx..', '..X x', 'y']), stride: 2 }),
    ])();
  }

  private cell(): Json {
    return {
      channel: this.rarely() ? this.pick([9, 'far', 'nobody']) : this.pick([0, 1, 2, 3, 'x']),
      inst: this.rarely() ? this.pick([null, 7, 'nobody']) : this.pick([0, 1, 'kick']),
      note: this.rarely() ? this.pick(NOTES) : 'C4',
      ...(this.rarely() && { vol: this.below(80), effect: 1 }),
    };
  }

  private manual(): Json {
    return { row: this.below(64), channel: this.below(4), note: this.pick(NOTES), vol: this.below(65) };
  }

  private transform(): Json {
    return this.pick<() => Json>([
      () => ({ op: 'transpose_semitones', semitones: this.number() }),
      () => ({ op: 'vol_mul', mul: this.below(9), div: this.below(9) + (this.rarely() ? 0 : 1) }),
      () => ({ op: 'set', inst: 1, vol: 3 }),
      () => ({
        op: 'humanize_vol',
        min_vol: this.below(30),
        max_vol: 20 + this.below(40),
        seed_salt: this.pick(SALTS),
      }),
      () => ({ op: 'swing', amount_permille: this.pick([0, 200, 1000]), stride: 2, seed_salt: this.pick(SALTS) }),
      () => ({ op: 'invert_pitch', pivot: this.rarely() ? 'x' : 'C4' }),
      () => ({ op: 'quantize_pitch', scale: this.pick(['major', 'pentatonic_minor', 'chromatic']), root: 'F#' }),
      () => ({ op: 'ratchet', divisions: 1 + this.below(16), seed_salt: this.pick(SALTS) }),
      () => ({ op: 'arpeggiate', semitones_up: this.below(17), semitones_down: 7 }),
      () => ({ op: 'groove', template: this.pick(['shuffle', 'samba', 'laid_back']), stride: this.below(3) }),
    ])();
  }

  private list<T>(most: number, item: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, item);
  }

  private size(): number {
    return this.rarely() ? this.below(100) : 4 + this.below(4);
  }

  private number(): number {
    return this.rarely() ? this.pick([-2147483648, 2147483647, -5, 64, 100]) : this.below(12);
  }

  private pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  private rarely(): boolean {
    return this.below(20) === 0;
  }

  private below(count: number): number {
    return this.random.u32Inclusive(0, count - 1);
  }
}
