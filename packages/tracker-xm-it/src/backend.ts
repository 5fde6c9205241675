/** The backend of `music.*`: a spec in, modules out. */
import {
  type Artifact,
  type Backend,
  type BackendContext,
  BackendError,
  blake3Hex,
  type Metrics,
  type Spec,
} from '@speccade/spec';
import type { SongParams, TrackerFormat } from '@speccade/spec/kinds/music.tracker_song_v1';
import { plainParams } from './compose/plain-params.ts';
import { COMPOSE_KIND, expandRecipe } from './compose/recipe.ts';
import { TRACKER_BACKEND } from './identity.ts';
import { loopReport } from './instruments/loop-report.ts';
import { type MadeSong, makeSong, writeSong } from './make-song.ts';
import { toolsFor } from './modes.ts';
import { traceScore } from './song/trace.ts';

const utf8 = new TextEncoder();
const EXPANDED_PARAMS = 'expanded_params.json';

export const trackerBackend: Backend = {
  ...TRACKER_BACKEND,
  generate(spec, context) {
    return makeModules(spec, songParamsOf(spec, context), context);
  },
  inspect(spec, context) {
    if (spec.recipe?.kind !== COMPOSE_KIND) return [];
    const params = plainParams(songParamsOf(spec, context));
    const bytes = utf8.encode(`${JSON.stringify(params, null, 2)}\n`);
    return [{ path: EXPANDED_PARAMS, format: 'json', kind: 'metadata', bytes, hash: blake3Hex(bytes) }];
  },
};

/** The song of a spec, expanded where its patterns are programs. Throws `BackendError` for a spec that has none. */
export function songParamsOf(spec: Spec, { compat = spec.compat }: BackendContext): SongParams {
  requireSong(spec);
  return spec.recipe?.kind === COMPOSE_KIND ? expandRecipe(spec, compat) : (spec.recipe?.params as SongParams);
}

function makeModules(spec: Spec, params: SongParams, context: BackendContext): Artifact[] {
  const tools = toolsFor(context.compat ?? spec.compat);
  // All modules or none: what one format cannot hold is found before any is handed out.
  return spec.outputs.flatMap((output): Artifact[] => {
    if (output.kind !== 'primary') return [];
    const format = output.format as TrackerFormat;
    context.onStage?.('render_instruments');
    const { asset_id: assetId, seed } = spec;
    const { readFile, signal } = context;
    const made = makeSong({ params, assetId, seed, format, tools, readFile, signal });
    context.onStage?.('encode_output');
    const bytes = writeSong(made.song, tools);
    const report = utf8.encode(loopReport(made.baked, params.instruments, format));
    return [
      { path: output.path, format, kind: 'primary', bytes, hash: blake3Hex(bytes), metrics: measure(made, bytes) },
      { path: `${output.path}.loops.json`, format: 'json', kind: 'metadata', bytes: report, hash: blake3Hex(report) },
    ];
  });
}

/** Throws `BackendError` for a spec that is no song. */
function requireSong(spec: Spec): void {
  const { recipe } = spec;
  const refuse = (path: string, message: string) =>
    new BackendError([{ code: 'MUSIC_001', severity: 'error', path, message }]);
  if (recipe === undefined) throw refuse('recipe', 'the spec has no recipe');
  if (recipe.kind !== 'music.tracker_song_v1' && recipe.kind !== COMPOSE_KIND) {
    throw refuse('recipe.kind', `${recipe.kind} is not a recipe of the tracker backend`);
  }
  for (const { kind, format } of spec.outputs) {
    if (kind === 'primary' && format !== 'xm' && format !== 'it') {
      throw refuse('outputs', `${format} is no format of a module`);
    }
  }
}

function measure({ song }: MadeSong, bytes: Uint8Array): Metrics {
  const { seconds, ends } = traceScore(song);
  const notes = song.patterns.map(({ cells }) => [...cells.values()].filter(({ note }) => note !== undefined).length);
  return {
    title: song.title,
    channels: song.channels,
    speed: song.speed,
    bpm: song.bpm,
    orders: song.orders.length,
    restart: song.restart,
    patterns: song.patterns.length,
    rows: song.patterns.map(({ rows }) => rows),
    notes: notes.reduce((sum, count) => sum + count, 0),
    instruments: song.instruments.length,
    sample_bytes: song.instruments.reduce((sum, { sample }) => sum + 2 * sample.pcm.length, 0),
    duration_seconds: seconds,
    ...(!ends && { cut_short: true }),
    size_bytes: bytes.length,
  };
}
