/**
 * The checks themselves, over plain counts: whoever knows a recipe counts, these compare. Only counts that are given are
 * checked. Every limit of a profile has exactly one place here.
 */
import { type BudgetCategory, BudgetError } from './budget-error.ts';
import type { AudioBudget, BudgetProfile, GeneralBudget, MeshBudget, MusicBudget, TextureBudget } from './profile.ts';

/** What an `audio_v1` recipe asks for. */
export interface AudioCounts {
  readonly durationSeconds?: number;
  readonly layers?: number;
  /** Layers after unison voices are counted singly. */
  readonly expandedLayers?: number;
  /** Frames. */
  readonly samples?: number;
  /** Hz. */
  readonly sampleRate?: number;
}

/** What an image recipe asks for. */
export interface TextureCounts {
  readonly width?: number;
  readonly height?: number;
  readonly graphNodes?: number;
  readonly graphDepth?: number;
}

/** What a tracker module asks for; `format` decides which limits apply. */
export interface MusicCounts {
  readonly format: 'xm' | 'it';
  readonly channels?: number;
  readonly patterns?: number;
  readonly instruments?: number;
  /** Rows of the longest pattern; XM only. */
  readonly patternRows?: number;
  /** IT only. */
  readonly samples?: number;
  readonly composeRecursion?: number;
  readonly cellsPerPattern?: number;
}

/** What a mesh recipe asks for, estimated from its parameters. */
export interface MeshCounts {
  readonly vertices?: number;
  readonly faces?: number;
  readonly bones?: number;
}

/** What a source asks for before it is read. */
export interface GeneralCounts {
  readonly specSizeBytes?: number;
  readonly starlarkSeconds?: number;
}

/** JSON paths for the counts of a check, for the errors; a missing one leaves the path empty. */
export type CountPaths<Counts> = Partial<Record<keyof Counts, string>>;

export function checkAudio(
  counts: AudioCounts,
  budget: AudioBudget,
  paths: CountPaths<AudioCounts> = {},
): BudgetError[] {
  const list = new Exceeded('audio');
  list.atMost('max_duration_seconds', counts.durationSeconds, budget.max_duration_seconds, paths.durationSeconds);
  if (!list.atMost('max_layers', counts.layers, budget.max_layers, paths.layers)) {
    list.atMost('max_layers', counts.expandedLayers, budget.max_layers, paths.expandedLayers ?? paths.layers);
  }
  list.atMost('max_samples', counts.samples, budget.max_samples, paths.samples);
  const rates = budget.allowed_sample_rates;
  if (counts.sampleRate !== undefined && !rates.includes(counts.sampleRate)) {
    list.add(
      'allowed_sample_rates',
      String(counts.sampleRate),
      rates.length === 0 ? 'no rate at all' : `one of ${rates.join(', ')}`,
      paths.sampleRate,
    );
  }
  return list.errors;
}

export function checkTexture(
  counts: TextureCounts,
  budget: TextureBudget,
  paths: CountPaths<TextureCounts> = {},
): BudgetError[] {
  const list = new Exceeded('texture');
  const { width, height } = counts;
  if (!list.atMost('max_dimension', width, budget.max_dimension, paths.width)) {
    list.atMost('max_dimension', height, budget.max_dimension, paths.height);
  }
  if (width !== undefined && height !== undefined) {
    list.atMost('max_pixels', width * height, budget.max_pixels, paths.width);
  }
  list.atMost('max_graph_nodes', counts.graphNodes, budget.max_graph_nodes, paths.graphNodes);
  list.atMost('max_graph_depth', counts.graphDepth, budget.max_graph_depth, paths.graphDepth);
  return list.errors;
}

export function checkMusic(
  counts: MusicCounts,
  budget: MusicBudget,
  paths: CountPaths<MusicCounts> = {},
): BudgetError[] {
  const list = new Exceeded('music');
  if (counts.format === 'xm') {
    list.atMost('xm_max_channels', counts.channels, budget.xm_max_channels, paths.channels);
    list.atMost('xm_max_patterns', counts.patterns, budget.xm_max_patterns, paths.patterns);
    list.atMost('xm_max_instruments', counts.instruments, budget.xm_max_instruments, paths.instruments);
    list.atMost('xm_max_pattern_rows', counts.patternRows, budget.xm_max_pattern_rows, paths.patternRows);
  } else {
    list.atMost('it_max_channels', counts.channels, budget.it_max_channels, paths.channels);
    list.atMost('it_max_patterns', counts.patterns, budget.it_max_patterns, paths.patterns);
    list.atMost('it_max_instruments', counts.instruments, budget.it_max_instruments, paths.instruments);
    list.atMost('it_max_samples', counts.samples, budget.it_max_samples, paths.samples);
  }
  list.atMost('max_compose_recursion', counts.composeRecursion, budget.max_compose_recursion, paths.composeRecursion);
  list.atMost('max_cells_per_pattern', counts.cellsPerPattern, budget.max_cells_per_pattern, paths.cellsPerPattern);
  return list.errors;
}

export function checkMesh(counts: MeshCounts, budget: MeshBudget, paths: CountPaths<MeshCounts> = {}): BudgetError[] {
  const list = new Exceeded('mesh');
  list.atMost('max_vertices', counts.vertices, budget.max_vertices, paths.vertices);
  list.atMost('max_faces', counts.faces, budget.max_faces, paths.faces);
  list.atMost('max_bones', counts.bones, budget.max_bones, paths.bones);
  return list.errors;
}

export function checkGeneral(counts: GeneralCounts, budget: GeneralBudget): BudgetError[] {
  const list = new Exceeded('general');
  list.atMost('max_spec_size_bytes', counts.specSizeBytes, budget.max_spec_size_bytes);
  list.atMost('starlark_timeout_seconds', counts.starlarkSeconds, budget.starlark_timeout_seconds);
  return list.errors;
}

/** All the counts that one spec gives rise to. */
export interface SpecCounts {
  readonly audio?: { readonly counts: AudioCounts; readonly paths?: CountPaths<AudioCounts> };
  readonly texture?: { readonly counts: TextureCounts; readonly paths?: CountPaths<TextureCounts> };
  readonly music?: { readonly counts: MusicCounts; readonly paths?: CountPaths<MusicCounts> };
  readonly mesh?: { readonly counts: MeshCounts; readonly paths?: CountPaths<MeshCounts> };
  readonly general?: GeneralCounts;
}

/** Every limit of `profile` that `counts` exceed. */
export function checkCounts(counts: SpecCounts, profile: BudgetProfile): BudgetError[] {
  return [
    ...(counts.general ? checkGeneral(counts.general, profile.general) : []),
    ...(counts.audio ? checkAudio(counts.audio.counts, profile.audio, counts.audio.paths) : []),
    ...(counts.texture ? checkTexture(counts.texture.counts, profile.texture, counts.texture.paths) : []),
    ...(counts.music ? checkMusic(counts.music.counts, profile.music, counts.music.paths) : []),
    ...(counts.mesh ? checkMesh(counts.mesh.counts, profile.mesh, counts.mesh.paths) : []),
  ];
}

class Exceeded {
  readonly errors: BudgetError[] = [];
  private readonly category: BudgetCategory;

  constructor(category: BudgetCategory) {
    this.category = category;
  }

  /** Whether the limit is exceeded; a count that is not a number (NaN) exceeds every limit. */
  atMost(limit: string, actual: number | undefined, maximum: number, path?: string): boolean {
    if (actual === undefined || actual <= maximum) return false;
    this.add(limit, String(actual), String(maximum), path);
    return true;
  }

  add(limit: string, actual: string, maximum: string, path?: string): void {
    this.errors.push(new BudgetError(this.category, limit, actual, maximum, path));
  }
}
