/**
 * Random parameters, sane and hostile: they are refused with issues, or become files that read back, soon. A few hundred
 * here, more with FUZZ_RUNS=5000.
 */
import { BackendError, validateDocument } from '@speccade/spec';
import { SHAPES } from '@speccade/spec/kinds/atlas';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOf, readPng } from '../test/fixtures.ts';
import { textureBackend } from './backend.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
/** Larger pictures are what budgets are for. */
const MOST_PIXELS = 1 << 20;
const SECONDS = 5;

const unit = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const rgba = fc.tuple(unit, unit, unit, unit);
const small = fc.nat(40);
const side = fc.oneof(fc.integer({ min: 1, max: 160 }), fc.integer({ min: 100, max: 300 }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ unit: 'binary', maxLength: 6 }));

const frame = fc.record({
  id: text,
  width: small,
  height: small,
  pivot: maybe(fc.tuple(unit, unit)),
  color: rgba,
  shape: maybe(fc.constantFrom(...SHAPES)),
  duration_ms: maybe(small),
});
/** A frame of characters, as large as they are but for the hostile. */
const pixelFrame = fc
  .record({
    id: text,
    color: rgba,
    scale: fc.integer({ min: 1, max: 5 }),
    rows: fc.constantFrom(['x.', '.x'], ['xyx']),
  })
  .map(({ id, color, scale, rows }) => ({
    id,
    color,
    width: scale * rows[0]!.length,
    height: scale * rows.length,
    pixels: rows,
  }));
const place = fc.nat(16);
const region = fc.tuple(place, place, place, place);
const regions = fc.record({
  corner_size: fc.tuple(place, place),
  edge_width: maybe(small),
  edge_height: maybe(small),
  ...Object.fromEntries(
    'top_left top_right bottom_left bottom_right top_edge bottom_edge left_edge right_edge center'
      .split(' ')
      .map((name) => [name, rgba]),
  ),
});

const RECIPES: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  'sprite.sheet_v1': fc.record({
    resolution: fc.tuple(side, side),
    padding: fc.nat(4),
    mip_levels: maybe(fc.nat(5)),
    fit: fc.constantFrom('exact', 'power_of_two'),
    frames: fc.uniqueArray(fc.oneof(frame, pixelFrame), { maxLength: 8, selector: ({ id }) => id }),
    palette: fc.record({ x: rgba, y: rgba }),
  }),
  'sprite.animation_v1': fc.record({
    name: text,
    fps: fc.oneof(fc.nat(120), fc.nat(0xffff_ffff)),
    timing: fc.constantFrom('truncated', 'distributed'),
    frames: fc.array(fc.record({ frame_id: text, duration_ms: maybe(fc.nat(0xffff_ffff)) }), { maxLength: 9 }),
  }),
  'vfx.flipbook_v1': fc.record({
    resolution: fc.tuple(side, side),
    padding: fc.nat(3),
    effect: fc.constantFrom('explosion', 'smoke', 'energy', 'dissolve'),
    frame_count: fc.integer({ min: 1, max: 12 }),
    frame_size: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
    fps: fc.nat(60),
    mip_levels: maybe(fc.nat(4)),
    edge_fade: unit,
    fade_out: unit,
    seamless: fc.boolean(),
    angular_noise: fc.constantFrom('unwrapped', 'periodic'),
    color_ramp: maybe(fc.array(rgba, { minLength: 2, maxLength: 5 })),
    alpha: fc.constantFrom('straight', 'premultiplied'),
  }),
  'vfx.particle_profile_v1': fc.record({
    profile: fc.constantFrom('additive', 'soft', 'distort', 'multiply', 'screen', 'normal'),
    color_tint: fc.tuple(unit, unit, unit),
    intensity: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    distortion_strength: unit,
    blend_factors: fc.boolean(),
  }),
  'ui.nine_slice_v1': fc.record({
    resolution: fc.tuple(side, side),
    padding: fc.nat(4),
    regions,
    background_color: maybe(rgba),
    edge_layout: fc.constant('natural'),
    corner_radius: fc.nat(60),
    border_width: fc.nat(60),
    border_color: maybe(rgba),
  }),
  'ui.icon_set_v1': fc.record({
    resolution: fc.tuple(side, side),
    padding: fc.nat(4),
    mip_levels: maybe(fc.nat(5)),
    fit: fc.constantFrom('exact', 'power_of_two'),
    icons: fc.uniqueArray(frame, { maxLength: 8, selector: ({ id }) => id }),
  }),
  'ui.item_card_v1': fc.record({
    resolution: fc.tuple(fc.integer({ min: 32, max: 70 }), fc.integer({ min: 32, max: 70 })),
    padding: fc.nat(4),
    rarity_presets: fc.uniqueArray(
      fc.record({
        tier: fc.constantFrom('common', 'uncommon', 'rare', 'epic', 'legendary'),
        border_color: rgba,
        background_color: rgba,
        glow_color: maybe(rgba),
      }),
      { minLength: 1, selector: ({ tier }) => tier },
    ),
    slots: fc.record({ icon_region: region, rarity_indicator_region: region, background_region: region }),
    border_width: fc.nat(90),
    corner_radius: fc.nat(90),
    glow_width: maybe(fc.nat(90)),
    icon_color: maybe(rgba),
  }),
  'ui.damage_number_v1': fc.record({
    glyph_size: fc.tuple(fc.integer({ min: 8, max: 24 }), fc.integer({ min: 8, max: 24 })),
    outline_width: fc.integer({ min: 1, max: 8 }),
    padding: fc.nat(4),
    styles: fc.uniqueArray(
      fc.record({
        style_type: fc.constantFrom('normal', 'critical', 'healing'),
        text_color: rgba,
        outline_color: rgba,
        glow_color: maybe(rgba),
        scale: maybe(fc.double({ min: 0.5, max: 2, noNaN: true })),
      }),
      { minLength: 1, selector: ({ style_type }) => style_type },
    ),
    glyph_style: fc.constantFrom('pixel', 'smooth'),
    glow_margin: fc.nat(12),
    scale_cells: fc.boolean(),
  }),
  'font.bitmap_v1': fc.record({
    charset: fc.tuple(fc.nat(90), fc.integer({ min: 91, max: 126 })),
    glyph_size: fc.constantFrom([5, 7], [8, 8], [6, 9]),
    padding: fc.nat(5),
    font_style: fc.constantFrom('monospace', 'proportional'),
    color: rgba,
    gutter: fc.constantFrom('replicated', 'transparent'),
    baseline: fc.constantFrom('nominal', 'drawn'),
  }),
};

const HOSTILE = fc.constantFrom<unknown>(
  -1,
  0,
  1e300,
  0xffff_ffff,
  2 ** 53,
  0.5,
  null,
  '',
  'x',
  '__proto__',
  [],
  {},
  [[]],
  true,
  [0, 0],
  [0xffff_ffff, 0xffff_ffff],
);

/** A copy with the value at a random place replaced. */
function spoiled(params: unknown, at: number, value: unknown): unknown {
  const places: [owner: Record<string, unknown>, key: string][] = [];
  const copy = { params: JSON.parse(JSON.stringify(params)) };
  const walk = (owner: object) => {
    for (const [key, member] of Object.entries(owner)) {
      places.push([owner as Record<string, unknown>, key]);
      if (typeof member === 'object' && member !== null) walk(member);
    }
  };
  walk(copy);
  const [owner, key] = places[at % places.length]!;
  owner[key] = value;
  return copy.params;
}

async function judge(kind: string, params: unknown, seed: number): Promise<'invalid' | 'refused' | 'made' | 'large'> {
  const start = performance.now();
  const { spec, errors } = await validateDocument(documentOf(kind, params, { seed }), { forGeneration: true });
  if (!spec) {
    expect(errors.length).toBeGreaterThan(0);
    for (const { code, path } of errors) expect(`${code} ${path}`).toMatch(/^E012 recipe\.params/);
    return 'invalid';
  }
  const { resolution = [1, 1] } = spec.recipe!.params as { resolution?: number[] };
  const tooLarge = resolution[0]! * resolution[1]! > MOST_PIXELS;
  if (tooLarge && resolution[0]! * resolution[1]! < 2 ** 30) return 'large';
  try {
    for (const { format, bytes } of await textureBackend.generate(spec, {})) {
      if (format === 'json') JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      else expect(readPng(bytes).data.length).toBeGreaterThan(0);
    }
    expect(performance.now() - start).toBeLessThan(SECONDS * 1000);
    return 'made';
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    expect(error.issues[0]!.code).toBe('TEXTURE_002');
    return 'refused';
  }
}

it.each(Object.keys(RECIPES))(
  '%s',
  async (kind) => {
    const outcomes = { invalid: 0, refused: 0, made: 0, large: 0 };
    await fc.assert(
      fc.asyncProperty(RECIPES[kind]!, fc.nat(), maybe(fc.tuple(fc.nat(), HOSTILE)), async (params, seed, spoil) => {
        const hostile = spoil ? spoiled(params, ...spoil) : JSON.parse(JSON.stringify(params));
        outcomes[await judge(kind, hostile, seed)]++;
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
    expect(outcomes.made).toBeGreaterThan(RUNS / 60);
  },
  3_600_000,
);
