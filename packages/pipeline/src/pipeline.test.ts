import { DEFAULT_PROFILE, STRICT_PROFILE } from '@speccade/budgets';
import { memoryCache } from '@speccade/cache';
import { type Backend, BackendError, blake3Hex, type Spec } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import type { BackendSource } from './backends.ts';
import { checkDocument } from './check.ts';
import type { PipelineContext } from './context.ts';
import { generate, restore } from './generate.ts';
import { loadSource } from './source.ts';
import { variantRuns } from './variants.ts';

const document = {
  spec_version: 1,
  asset_id: 'door-chime',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 7,
  description: 'A chime',
  outputs: [{ kind: 'primary', format: 'wav', path: 'sfx/door-chime.wav' }],
  variants: [
    { variant_id: 'soft', seed_offset: 0 },
    { variant_id: 'hard', seed_offset: 9 },
  ],
  recipe: {
    kind: 'audio_v1',
    params: {
      duration_seconds: 1,
      layers: [
        {
          synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
          envelope: { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2 },
          volume: 0.8,
          pan: 0,
        },
      ],
    },
  },
};

/** A backend whose output tells what it was asked. */
function echo(change: Partial<Backend> = {}): BackendSource & { runs: number } {
  const source = {
    name: 'echo',
    version: '1.0.0',
    kinds: ['audio_v1'],
    runs: 0,
    async load(): Promise<Backend> {
      return {
        name: 'echo',
        version: '1.0.0',
        kinds: ['audio_v1'],
        generate(spec: Spec, context) {
          source.runs++;
          context.onStage?.('render');
          const bytes = new TextEncoder().encode(`${spec.seed} ${context.previewSeconds} ${context.compat}`);
          return spec.outputs.map(({ path, format, kind }) => ({
            path,
            format,
            kind,
            bytes,
            hash: blake3Hex(bytes),
            metrics: { seed: spec.seed },
          }));
        },
        ...change,
      };
    },
  };
  return source;
}

function contextOf(change: Partial<PipelineContext> = {}): PipelineContext {
  return {
    profile: DEFAULT_PROFILE,
    backends: [echo()],
    tool: { name: 'speccade', version: '9.9.9', targetTriple: 'any' },
    clock: () => 0,
    ...change,
  };
}

async function checkedOf(value: unknown = document, profile = DEFAULT_PROFILE, compat?: 'reference') {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const loaded = await loadSource({ path: 'a.json', kind: 'json', bytes }, { profile, compat });
  if (!loaded.ok) throw new Error(loaded.issues[0]!.message);
  return checkDocument(loaded, { profile, forGeneration: true });
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a run', () => {
  it('gives files and a report', async () => {
    const result = await generate(await checkedOf(), contextOf());
    expect(result.ok).toBe(true);
    expect(result.files.map(({ path, bytes }) => `${path} ${text(bytes)}`)).toEqual([
      'sfx/door-chime.wav 7 undefined undefined',
    ]);
    expect(result.report).toMatchObject({
      report_version: 1,
      asset_id: 'door-chime',
      recipe_kind: 'audio_v1',
      ok: true,
      errors: [],
      outputs: [{ path: 'sfx/door-chime.wav', kind: 'primary', metrics: { seed: 7 }, bytes: 21 }],
      backend_version: 'echo v1.0.0',
      provenance: { source_kind: 'json', source_hash: expect.stringMatching(/^blake3:[0-9a-f]{64}$/) },
    });
  });

  it('checks budgets before any backend runs', async () => {
    const backend = echo();
    const long = {
      ...document,
      recipe: { ...document.recipe, params: { ...document.recipe.params, duration_seconds: 10.5 } },
    };
    const result = await generate(
      await checkedOf(long, STRICT_PROFILE),
      contextOf({ backends: [backend], profile: STRICT_PROFILE }),
    );
    expect(result.issues.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['E020', 'recipe.params.duration_seconds', 1],
    ]);
    expect(result.files).toEqual([]);
    expect(backend.runs).toBe(0);
  });

  it('is refused without work when it cannot succeed', async () => {
    const refused = await restore(await checkedOf(), contextOf({ backends: [] }));
    expect(refused?.issues.map(({ code }) => code)).toEqual(['E013']);
    expect(await restore(await checkedOf(), contextOf())).toBeUndefined();
  });

  it('names a kind that nothing makes', async () => {
    const result = await generate(await checkedOf(), contextOf({ backends: [] }));
    expect(result.issues).toMatchObject([{ code: 'E013', message: expect.stringContaining('"audio_v1"') }]);
  });

  it("keeps a backend's own codes, and calls what it throws otherwise a bug", async () => {
    const refusing = echo({
      generate() {
        throw new BackendError([{ code: 'AUDIO_006', severity: 'error', path: 'recipe.params', message: 'no' }]);
      },
    });
    expect((await generate(await checkedOf(), contextOf({ backends: [refusing] }))).issues).toMatchObject([
      { code: 'AUDIO_006' },
    ]);
    const broken = echo({
      generate() {
        throw new TypeError('oops');
      },
    });
    const result = await generate(await checkedOf(), contextOf({ backends: [broken] }));
    expect(result.issues).toMatchObject([{ code: 'E014', message: 'echo failed: oops' }]);
    expect(result.report).toMatchObject({ ok: false, outputs: [] });
  });

  it('lets no backend leave the output root or overwrite a sibling', async () => {
    const artifact = { format: 'wav', kind: 'primary', bytes: new Uint8Array(1), hash: '' } as const;
    const wild = echo({ generate: () => ['../x.wav', 'a.wav', 'A.WAV'].map((path) => ({ ...artifact, path })) });
    const { issues, files } = await generate(await checkedOf(), contextOf({ backends: [wild] }));
    expect(issues.map((issue) => issue.code)).toEqual(['E008', 'E007']);
    expect(files).toEqual([]);
  });

  it('times stages only when asked, and then without the cache', async () => {
    let now = 0;
    const cache = memoryCache();
    const context = contextOf({ cache, timeStages: true, clock: () => now++ });
    const { report } = await generate(await checkedOf(), context);
    expect(report.stages).toEqual([{ stage: 'render', duration_ms: expect.any(Number) }]);
    expect((await cache.stats()).records).toBe(0);
  });

  it('stops when cancelled', async () => {
    await expect(
      generate(await checkedOf(), contextOf({ signal: AbortSignal.abort(new Error('stop')) })),
    ).rejects.toThrow('stop');
  });
});

describe('the cache', () => {
  it('gives the same files and, but for volatile members, the same report', async () => {
    const backend = echo();
    const context = contextOf({ cache: memoryCache(), backends: [backend] });
    const checked = await checkedOf();
    expect(await restore(checked, context)).toBeUndefined();
    const miss = await generate(checked, context);
    const hit = await generate(checked, context);
    expect([miss.cacheHit, hit.cacheHit, backend.runs]).toEqual([false, true, 1]);
    expect(hit.files).toEqual(miss.files);
    expect(JSON.stringify({ ...hit.report, cache: 0 })).toBe(JSON.stringify({ ...miss.report, cache: 0 }));
  });

  it('is hit again after an edit that changes no byte, with a report of the new spec', async () => {
    const context = contextOf({ cache: memoryCache() });
    await generate(await checkedOf(), context);
    const edited = await generate(
      await checkedOf({ ...document, license: 'MIT', description: 'Another word' }),
      context,
    );
    expect(edited.cacheHit).toBe(true);
    expect(edited.report.license).toBe('MIT');
  });

  it.each<[string, unknown, Partial<PipelineContext>, 'reference' | undefined]>([
    ['the seed', { ...document, seed: 8 }, {}, undefined],
    ['an output path', { ...document, outputs: [{ kind: 'primary', format: 'wav', path: 'b.wav' }] }, {}, undefined],
    ['the asset id', { ...document, asset_id: 'other' }, {}, undefined],
    [
      'the recipe',
      { ...document, recipe: { ...document.recipe, params: { ...document.recipe.params, duration_seconds: 2 } } },
      {},
      undefined,
    ],
    ['the preview length', document, { previewSeconds: 0.5 }, undefined],
    ['the budget', document, { profile: STRICT_PROFILE }, undefined],
    ['the backend version', document, { backends: [{ ...echo(), version: '1.0.1' }] }, undefined],
    [
      'the build of the tool',
      document,
      { tool: { name: 'speccade', version: '9.9.9', build: 'dev.1', targetTriple: 'any' } },
      undefined,
    ],
    ['compat', document, {}, 'reference'],
  ])('is missed when %s changes', async (_what, value, change, compat) => {
    const cache = memoryCache();
    await generate(await checkedOf(), contextOf({ cache }));
    const result = await generate(await checkedOf(value, DEFAULT_PROFILE, compat), contextOf({ cache, ...change }));
    expect([result.ok, result.cacheHit]).toEqual([true, false]);
  });

  it('is not used for results of a tool with uncommitted changes, nor for failures', async () => {
    const cache = memoryCache();
    const dirty = contextOf({
      cache,
      tool: { name: 'speccade', version: '1', commit: 'c', dirty: true, targetTriple: 'any' },
    });
    await generate(await checkedOf(), dirty);
    await generate(await checkedOf(), contextOf({ cache, backends: [] }));
    expect((await cache.stats()).records).toBe(0);
  });
});

describe('variants', () => {
  it('are runs of their own with derived seeds', async () => {
    const checked = await checkedOf();
    const context = contextOf({ cache: memoryCache() });
    const runs = variantRuns(checked);
    expect(runs.map(({ id }) => id)).toEqual(['soft', 'hard']);
    expect(new Set([7, ...runs.map(({ spec }) => spec.seed)]).size).toBe(3);
    const result = await generate(checked, context, runs[0]!);
    expect(result.report).toMatchObject({
      variant_id: 'soft',
      base_spec_hash: checked.specHash,
      seed: runs[0]!.spec.seed,
    });
    expect(result.report.spec_hash).not.toBe(checked.specHash);
    expect(result.report.recipe_hash).toBe(checked.recipeHash);
    expect((await generate(checked, context, runs[0]!)).cacheHit).toBe(true);
  });
});

describe('sources', () => {
  it('over the size limit are not read', async () => {
    const bytes = new Uint8Array(100);
    const profile = { ...DEFAULT_PROFILE, general: { ...DEFAULT_PROFILE.general, max_spec_size_bytes: 99 } };
    expect(await loadSource({ path: 'a.json', kind: 'json', bytes }, { profile })).toMatchObject({
      ok: false,
      issues: [{ code: 'E024' }],
    });
  });

  it('take --compat into every hash', async () => {
    const plain = await checkedOf();
    const compat = await checkedOf(document, DEFAULT_PROFILE, 'reference');
    expect(compat.spec?.compat).toBe('reference');
    expect(compat.specHash).not.toBe(plain.specHash);
    expect((await checkedOf({ ...document, compat: 'reference' })).specHash).toBe(compat.specHash);
  });
});
