/**
 * Budget profiles: how much a spec may ask for. The names of the limits are those of the JSON form, so that a limit has
 * one name in profile files, errors and docs.
 */

/** Limits on `audio_v1`. */
export interface AudioBudget {
  /** Seconds. */
  readonly max_duration_seconds: number;
  /** Layers, unison voices counted singly. */
  readonly max_layers: number;
  /** Frames: `ceil(duration · rate)`. */
  readonly max_samples: number;
  /** Hz. */
  readonly allowed_sample_rates: readonly number[];
}

/** Limits on everything that makes pictures. */
export interface TextureBudget {
  /** Pixels along the longer side. */
  readonly max_dimension: number;
  /** Pixels of one image. */
  readonly max_pixels: number;
  readonly max_graph_nodes: number;
  /** Nodes on the longest path from an input to an output. */
  readonly max_graph_depth: number;
}

/** Limits on tracker modules. */
export interface MusicBudget {
  readonly xm_max_channels: number;
  readonly xm_max_patterns: number;
  readonly xm_max_instruments: number;
  readonly xm_max_pattern_rows: number;
  readonly it_max_channels: number;
  readonly it_max_patterns: number;
  readonly it_max_instruments: number;
  readonly it_max_samples: number;
  /** Nesting of compose expressions. */
  readonly max_compose_recursion: number;
  /** Cells that one compose pattern may expand to. */
  readonly max_cells_per_pattern: number;
}

/** Limits on meshes and skeletons. */
export interface MeshBudget {
  readonly max_vertices: number;
  readonly max_faces: number;
  readonly max_bones: number;
}

/** Limits on the run as a whole. */
export interface GeneralBudget {
  /** Seconds of Starlark evaluation. */
  readonly starlark_timeout_seconds: number;
  /** Bytes of the spec's source. */
  readonly max_spec_size_bytes: number;
}

/** A complete set of limits under a name. */
export interface BudgetProfile {
  readonly name: string;
  readonly audio: AudioBudget;
  readonly texture: TextureBudget;
  readonly music: MusicBudget;
  readonly mesh: MeshBudget;
  readonly general: GeneralBudget;
}

const MiB = 1024 * 1024;

/** What every command uses unless told otherwise: as permissive as the published specs need. */
export const DEFAULT_PROFILE: BudgetProfile = freeze({
  name: 'default',
  audio: {
    max_duration_seconds: 30,
    max_layers: 32,
    max_samples: 30 * 48_000,
    allowed_sample_rates: [22_050, 44_100, 48_000],
  },
  texture: { max_dimension: 4096, max_pixels: 4096 * 4096, max_graph_nodes: 256, max_graph_depth: 64 },
  music: {
    xm_max_channels: 32,
    xm_max_patterns: 256,
    xm_max_instruments: 128,
    xm_max_pattern_rows: 256,
    it_max_channels: 64,
    it_max_patterns: 200,
    it_max_instruments: 99,
    it_max_samples: 99,
    max_compose_recursion: 64,
    max_cells_per_pattern: 50_000,
  },
  mesh: { max_vertices: 100_000, max_faces: 100_000, max_bones: 256 },
  general: { starlark_timeout_seconds: 30, max_spec_size_bytes: 10 * MiB },
});

/** For shared build servers and specs from strangers. */
export const STRICT_PROFILE: BudgetProfile = freeze({
  name: 'strict',
  audio: {
    max_duration_seconds: 10,
    max_layers: 16,
    max_samples: 10 * 48_000,
    allowed_sample_rates: [22_050, 44_100],
  },
  texture: { max_dimension: 2048, max_pixels: 2048 * 2048, max_graph_nodes: 128, max_graph_depth: 32 },
  music: DEFAULT_PROFILE.music,
  mesh: { max_vertices: 50_000, max_faces: 50_000, max_bones: 128 },
  general: { starlark_timeout_seconds: 15, max_spec_size_bytes: 5 * MiB },
});

/** For 8-bit consoles and their kin. */
export const ZX_8BIT_PROFILE: BudgetProfile = freeze({
  name: 'zx-8bit',
  audio: { max_duration_seconds: 5, max_layers: 8, max_samples: 5 * 22_050, allowed_sample_rates: [22_050] },
  texture: { max_dimension: 256, max_pixels: 256 * 256, max_graph_nodes: 32, max_graph_depth: 16 },
  music: {
    xm_max_channels: 8,
    xm_max_patterns: 64,
    xm_max_instruments: 32,
    xm_max_pattern_rows: 64,
    it_max_channels: 8,
    it_max_patterns: 64,
    it_max_instruments: 32,
    it_max_samples: 32,
    max_compose_recursion: 16,
    max_cells_per_pattern: 10_000,
  },
  mesh: { max_vertices: 10_000, max_faces: 10_000, max_bones: 32 },
  general: DEFAULT_PROFILE.general,
});

/** For the Nethercore fantasy console. */
export const NETHERCORE_PROFILE: BudgetProfile = freeze({
  name: 'nethercore',
  audio: { max_duration_seconds: 30, max_layers: 16, max_samples: 30 * 22_050, allowed_sample_rates: [22_050] },
  texture: { max_dimension: 1024, max_pixels: 1024 * 1024, max_graph_nodes: 128, max_graph_depth: 32 },
  music: {
    xm_max_channels: 16,
    xm_max_patterns: 128,
    xm_max_instruments: 64,
    xm_max_pattern_rows: 128,
    it_max_channels: 16,
    it_max_patterns: 128,
    it_max_instruments: 64,
    it_max_samples: 64,
    max_compose_recursion: 32,
    max_cells_per_pattern: 25_000,
  },
  mesh: { max_vertices: 25_000, max_faces: 25_000, max_bones: 128 },
  general: DEFAULT_PROFILE.general,
});

const MOST = Number.MAX_SAFE_INTEGER;

/** No limit but those of the file formats and of memory. */
export const UNLIMITED_PROFILE: BudgetProfile = freeze({
  name: 'unlimited',
  audio: {
    max_duration_seconds: MOST,
    max_layers: MOST,
    max_samples: MOST,
    allowed_sample_rates: [
      8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000,
    ],
  },
  texture: { max_dimension: MOST, max_pixels: MOST, max_graph_nodes: MOST, max_graph_depth: MOST },
  music: {
    xm_max_channels: MOST,
    xm_max_patterns: MOST,
    xm_max_instruments: MOST,
    xm_max_pattern_rows: MOST,
    it_max_channels: MOST,
    it_max_patterns: MOST,
    it_max_instruments: MOST,
    it_max_samples: MOST,
    max_compose_recursion: MOST,
    max_cells_per_pattern: MOST,
  },
  mesh: { max_vertices: MOST, max_faces: MOST, max_bones: MOST },
  general: { starlark_timeout_seconds: MOST, max_spec_size_bytes: MOST },
});

const PROFILES: readonly BudgetProfile[] = [
  DEFAULT_PROFILE,
  STRICT_PROFILE,
  ZX_8BIT_PROFILE,
  NETHERCORE_PROFILE,
  UNLIMITED_PROFILE,
];

/** Names of the built-in profiles. */
export const PROFILE_NAMES: readonly string[] = PROFILES.map((profile) => profile.name);

/** The built-in profile of that name, or `undefined`. */
export function byName(name: string): BudgetProfile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}

/** Channels that a profile allows a tracker format. Throws `RangeError` for a format that is neither `xm` nor `it`. */
export function maxChannelsForFormat(profile: BudgetProfile, format: string): number {
  if (format === 'xm') return profile.music.xm_max_channels;
  if (format === 'it') return profile.music.it_max_channels;
  throw new RangeError(`format: expected "xm" or "it", found ${JSON.stringify(format)}`);
}

function freeze(profile: BudgetProfile): BudgetProfile {
  for (const part of Object.values(profile)) if (typeof part === 'object') Object.freeze(part);
  return Object.freeze(profile);
}
