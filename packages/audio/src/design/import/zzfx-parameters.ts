/** The parameters of ZzFX (F. Force, 2019; as of version 1.3.2) in the order of its arrays, with their defaults. */
export const ZZFX_DEFAULTS = {
  volume: 1,
  randomness: 0.05,
  /** Hz. */
  frequency: 220,
  /** Seconds, as are all times. */
  attack: 0,
  sustain: 0,
  release: 0.1,
  /** 0 sine, 1 triangle, 2 sawtooth, 3 tangent, 4 noise, 5 square. */
  shape: 0,
  /** Exponent of the waveform; of a square, twice the duty. */
  shapeCurve: 1,
  /** 500 Hz/s. */
  slide: 0,
  /** 500 Hz/s². */
  deltaSlide: 0,
  /** Hz. */
  pitchJump: 0,
  pitchJumpTime: 0,
  repeatTime: 0,
  noise: 0,
  /** Hz. */
  modulation: 0,
  /** Hundred samples. */
  bitCrush: 0,
  delay: 0,
  sustainVolume: 1,
  decay: 0,
  tremolo: 0,
  /** Half the cutoff in Hz; above 0 a high-pass, below a low-pass. */
  filter: 0,
} as const;

export type ZzfxName = keyof typeof ZZFX_DEFAULTS;
export type ZzfxPreset = { readonly [Name in ZzfxName]: number };

export const ZZFX_NAMES = Object.keys(ZZFX_DEFAULTS) as ZzfxName[];

/** What must not be below 0. */
export const ZZFX_POSITIVE: ReadonlySet<ZzfxName> = new Set([
  'volume',
  'attack',
  'sustain',
  'release',
  'shape',
  'shapeCurve',
  'pitchJumpTime',
  'repeatTime',
  'noise',
  'bitCrush',
  'delay',
  'sustainVolume',
  'decay',
  'tremolo',
]);

/** Magnitude up to which a number is taken. */
export const ZZFX_LARGEST = 1e6;
/** Longest sound in seconds. */
export const ZZFX_LONGEST = 30;
