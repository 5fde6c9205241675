/** The parameters of sfxr (T. Pettersson, 2007) and jsfxr, with their names and orders in files. */

/** In the order of jsfxr's text form; `wave_type` stands before them. */
export const SFXR_NAMES = [
  'p_env_attack',
  'p_env_sustain',
  'p_env_punch',
  'p_env_decay',
  'p_base_freq',
  'p_freq_limit',
  'p_freq_ramp',
  'p_freq_dramp',
  'p_vib_strength',
  'p_vib_speed',
  'p_arp_mod',
  'p_arp_speed',
  'p_duty',
  'p_duty_ramp',
  'p_repeat_speed',
  'p_pha_offset',
  'p_pha_ramp',
  'p_lpf_freq',
  'p_lpf_ramp',
  'p_lpf_resonance',
  'p_hpf_freq',
  'p_hpf_ramp',
] as const;
export type SfxrName = (typeof SFXR_NAMES)[number];

export const SFXR_WAVES = ['square', 'sawtooth', 'sine', 'noise'] as const;
export type SfxrWave = (typeof SFXR_WAVES)[number];

/** Where a preset comes from: the two differ in the saw and in when the pitch jumps in repeats. */
export type SfxrDialect = 'sfxr' | 'jsfxr';

export interface SfxrPreset extends Readonly<Record<SfxrName, number>> {
  readonly dialect: SfxrDialect;
  readonly wave: SfxrWave;
  readonly sound_vol: number;
  /** Hz. */
  readonly sample_rate: number;
}

/** What a parameter is when a preset does not say. */
export const SFXR_DEFAULTS: SfxrPreset = {
  dialect: 'jsfxr',
  wave: 'square',
  p_env_attack: 0,
  p_env_sustain: 0.3,
  p_env_punch: 0,
  p_env_decay: 0.4,
  p_base_freq: 0.3,
  p_freq_limit: 0,
  p_freq_ramp: 0,
  p_freq_dramp: 0,
  p_vib_strength: 0,
  p_vib_speed: 0,
  p_arp_mod: 0,
  p_arp_speed: 0,
  p_duty: 0,
  p_duty_ramp: 0,
  p_repeat_speed: 0,
  p_pha_offset: 0,
  p_pha_ramp: 0,
  p_lpf_freq: 1,
  p_lpf_ramp: 0,
  p_lpf_resonance: 0,
  p_hpf_freq: 0,
  p_hpf_ramp: 0,
  sound_vol: 0.5,
  sample_rate: 44100,
};

/** Magnitude up to which a parameter is taken; sliders reach 1, mutated presets lie a little beyond. */
export const SFXR_LARGEST = 2;

/** One field of an `.sfs` file. */
export interface SfsField {
  readonly name: SfxrName | 'sound_vol' | 'p_vib_delay' | 'filter_on';
  readonly type: 'float' | 'byte';
  /** First version of the format that has it. */
  readonly since: number;
}

const floats = (since: number, ...names: SfsField['name'][]): SfsField[] =>
  names.map((name) => ({ name, type: 'float', since }));

export const SFS_VERSIONS = [100, 101, 102] as const;

/** What follows the version and the wave type in an `.sfs` file; `p_vib_delay` and `filter_on` never had an effect. */
export const SFS_FIELDS: readonly SfsField[] = [
  ...floats(102, 'sound_vol'),
  ...floats(100, 'p_base_freq', 'p_freq_limit', 'p_freq_ramp'),
  ...floats(101, 'p_freq_dramp'),
  ...floats(100, 'p_duty', 'p_duty_ramp', 'p_vib_strength', 'p_vib_speed', 'p_vib_delay'),
  ...floats(100, 'p_env_attack', 'p_env_sustain', 'p_env_decay', 'p_env_punch'),
  { name: 'filter_on', type: 'byte', since: 100 },
  ...floats(100, 'p_lpf_resonance', 'p_lpf_freq', 'p_lpf_ramp', 'p_hpf_freq', 'p_hpf_ramp'),
  ...floats(100, 'p_pha_offset', 'p_pha_ramp', 'p_repeat_speed'),
  ...floats(101, 'p_arp_speed', 'p_arp_mod'),
];
