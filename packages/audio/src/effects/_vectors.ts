/**
 * Results of the reference implementation: one effect on two layers, 2205 frames at 22050 Hz, seed 42. `frames` are
 * frames 10, 100, 600, 1200 and 2000 as left/right.
 */
type Json = Record<string, unknown>;

export interface EffectVector {
  readonly effect?: Json;
  readonly target?: Json;
  readonly frames: string;
  /** First eight hex digits of BLAKE3 of all sample bytes. */
  readonly hash: string;
  /** The entries of the compatibility page for which the default mode differs; a grain an octave down is right in both. */
  readonly differs?: string;
}

export const EFFECT_VECTORS: readonly EffectVector[] = [
  { frames: '4955/2763 -1328/792 -7439/-4002 -4032/-1670 -2109/-874', hash: 'f058f68e' },
  {
    effect: {
      type: 'parametric_eq',
      bands: [
        { frequency: 400, gain_db: 6, q: 1.2, band_type: 'peak' },
        { frequency: 100, gain_db: -4, q: 1, band_type: 'lowshelf' },
        { frequency: 5000, gain_db: 3, q: 1, band_type: 'highshelf' },
        { frequency: 900, gain_db: 0, q: 2, band_type: 'notch' },
      ],
    },
    frames: '2781/1439 3519/1638 -2783/-1555 -2405/-996 -1731/-717',
    hash: '1a9cecf3',
  },
  {
    effect: { type: 'reverb', room_size: 0.6, damping: 0.4, wet: 0.3, width: 0.8 },
    frames: '4955/2763 -1328/792 -6891/-3982 -2923/-1101 -240/-3058',
    hash: 'd62aba39',
  },
  {
    effect: { type: 'delay', time_ms: 13.7, feedback: 0.4, wet: 0.35 },
    frames: '3866/2156 -1036/618 -13054/-7027 -9778/-4385 -4264/-1787',
    hash: '453ecd0e',
  },
  {
    effect: { type: 'delay', time_ms: 13.7, feedback: 0.4, wet: 0.35, ping_pong: true },
    frames: '3866/2156 -1036/618 -13054/-7027 -8716/-5448 -3865/-2186',
    hash: '6fd7391e',
  },
  {
    effect: {
      type: 'multi_tap_delay',
      taps: [
        { time_ms: 11.3, feedback: 0.3, pan: -0.5, level: 0.6, filter_cutoff: 3000 },
        { time_ms: 21, feedback: 0.2, pan: 0.7, level: 0.4 },
      ],
    },
    frames: '4951/2760 -1327/791 -9149/-8157 -5416/-5304 -2213/-1828',
    hash: 'f2667947',
  },
  {
    effect: { type: 'chorus', rate: 1.2, depth: 0.3, wet: 0.5, voices: 3 },
    frames: '4860/2710 -1302/777 -9424/-5492 -7977/1323 -4011/191',
    hash: 'b36f6d9e',
  },
  {
    effect: { type: 'phaser', rate: 0.5, depth: 0.5, stages: 4, wet: 0.4 },
    frames: '-327/-112 12513/3219 4109/-1821 879/-168 285/-186',
    hash: '31895689',
    differs: 'Q15',
  },
  {
    effect: { type: 'flanger', rate: 2, depth: 0.7, feedback: -0.5, delay_ms: 3, wet: 0.5 },
    frames: '2472/1378 -662/395 -15293/-7046 537/-1473 -3542/-715',
    hash: '1377c950',
  },
  {
    effect: { type: 'bitcrush', bits: 6, sample_rate_reduction: 2.5 },
    frames: '4799/3200 -1600/800 -7999/-4000 -4000/-1600 -2400/-800',
    hash: '45430d95',
  },
  {
    effect: { type: 'waveshaper', drive: 4, curve: 'tanh', wet: 0.8 },
    frames: '12083/7503 -3764/2264 -15561/-10277 -10338/-4697 -5860/-2495',
    hash: '924feaaf',
  },
  {
    effect: { type: 'waveshaper', drive: 4, curve: 'soft_clip', wet: 0.8 },
    frames: '14910/9655 -4864/2927 -16695/-13022 -13092/-6068 -7563/-3225',
    hash: 'f1653dfb',
  },
  {
    effect: { type: 'waveshaper', drive: 4, curve: 'hard_clip', wet: 0.8 },
    frames: '14224/7931 -3812/2273 -18171/-11488 -11574/-4794 -6054/-2508',
    hash: 'e62c9549',
  },
  {
    effect: { type: 'waveshaper', drive: 4, curve: 'sine', wet: 0.8 },
    frames: '21615/14407 -7348/4432 -22630/-19131 -19225/-9147 -11360/-4883',
    hash: '44e04cec',
  },
  {
    effect: { type: 'tape_saturation', drive: 3, bias: 0.1, wow_rate: 1, flutter_rate: 8, hiss_level: 0.01 },
    frames: '333/333 -159/-159 -13088/-10615 5380/6789 6496/7243',
    hash: 'b03cf600',
    differs: 'Q20 Q22',
  },
  {
    effect: { type: 'compressor', threshold_db: -18, ratio: 4, attack_ms: 5, release_ms: 80, makeup_db: 3 },
    frames: '4955/2763 -841/502 -2897/-1559 -1827/-757 -1225/-507',
    hash: 'b31f1d7a',
  },
  {
    effect: { type: 'limiter', threshold_db: -9, release_ms: 50, lookahead_ms: 5, ceiling_db: -1 },
    frames: '0/0 0/0 -7663/-4460 -4002/-1658 -4463/-1848',
    hash: '84878c1e',
    differs: 'Q22',
  },
  {
    effect: { type: 'true_peak_limiter', ceiling_db: -6, release_ms: 100 },
    frames: '0/0 -8258/-903 -7516/-3993 -3419/-1416 -2495/-1033',
    hash: '24074f67',
    differs: 'Q18 Q22',
  },
  {
    effect: {
      type: 'gate_expander',
      threshold_db: -12,
      ratio: 4,
      attack_ms: 1,
      hold_ms: 5,
      release_ms: 20,
      range_db: -40,
    },
    frames: '4942/2756 -1334/796 -7474/-4021 -4051/-1678 -2119/-878',
    hash: '8e2014a6',
  },
  {
    effect: { type: 'transient_shaper', attack: 0.6, sustain: -0.3, output_gain_db: 2 },
    frames: '3976/2217 -1333/795 -6196/-3334 -3033/-1256 -1484/-615',
    hash: 'f4697fd0',
  },
  {
    effect: { type: 'auto_filter', sensitivity: 0.3, attack_ms: 5, release_ms: 80, depth: 0.6, base_frequency: 300 },
    frames: '756/427 -14693/-3924 -10079/-5146 -3474/-1439 -1000/-414',
    hash: 'c6f148ee',
  },
  {
    effect: { type: 'stereo_widener', width: 1.5, mode: 'simple', delay_ms: 4 },
    frames: '4839/1947 -1634/1162 -7296/-2764 -4065/-949 -2126/-497',
    hash: 'ec5d3050',
  },
  {
    effect: { type: 'stereo_widener', width: 1.5, mode: 'haas', delay_ms: 4 },
    frames: '4955/-1382 -1328/4094 -7439/3231 -4032/2231 -2109/1640',
    hash: '627ab6e4',
  },
  {
    effect: { type: 'stereo_widener', width: 0.6, mode: 'haas', delay_ms: 4 },
    frames: '5000/1709 -1001/1870 -7474/-1988 -3941/-644 -2061/-128',
    hash: '23a13cac',
  },
  {
    effect: { type: 'cabinet_sim', cabinet_type: 'guitar_1x12', mic_position: 0.4 },
    frames: '2668/1589 2421/-164 -2597/-1368 -1873/-776 -927/-384',
    hash: '92b25b5b',
  },
  {
    effect: { type: 'cabinet_sim', cabinet_type: 'guitar_4x12', mic_position: 0.4 },
    frames: '3283/1997 -3487/-2091 -6518/-3145 -3164/-1310 -1474/-611',
    hash: 'ec65f8d0',
  },
  {
    effect: { type: 'cabinet_sim', cabinet_type: 'bass_1x15', mic_position: 0.4 },
    frames: '4728/2868 -13031/-4546 -11642/-4778 -4706/-1927 -2078/-861',
    hash: '38281189',
  },
  {
    effect: { type: 'cabinet_sim', cabinet_type: 'radio', mic_position: 0.4 },
    frames: '1996/1323 2194/339 -833/-676 -527/-218 20/8',
    hash: 'bf4a6153',
  },
  {
    effect: { type: 'cabinet_sim', cabinet_type: 'telephone', mic_position: 0.4 },
    frames: '1813/1212 3236/936 -373/-516 -378/-157 101/42',
    hash: '529d1996',
  },
  {
    effect: { type: 'rotary_speaker', rate: 6, depth: 0.7, wet: 0.8 },
    frames: '1043/582 13304/1757 10165/2344 3980/409 -1247/-414',
    hash: 'c00aaacd',
  },
  {
    effect: { type: 'ring_modulator', frequency: 150, mix: 0.6 },
    frames: '3561/1985 211/-126 -5722/-3078 -4078/-1689 -72/-30',
    hash: 'e71769a8',
  },
  {
    effect: { type: 'granular_delay', time_ms: 15, feedback: 0.4, grain_size_ms: 12, pitch_semitones: 7, wet: 0.5 },
    frames: '3407/1900 -913/544 -9596/-4664 4023/898 -538/-359',
    hash: '9288a50a',
    differs: 'Q17',
  },
  {
    effect: { type: 'granular_delay', time_ms: 15, feedback: 0.4, grain_size_ms: 12, pitch_semitones: -12, wet: 0.5 },
    frames: '3290/1834 -882/526 5435/238 -4841/-2362 -2255/-1022',
    hash: '44ad5786',
  },
  {
    effect: { type: 'delay', time_ms: 13.7, feedback: 0.4, wet: 0.35 },
    target: { target: 'delay_time', amount_ms: 4 },
    frames: '4360/2431 -1168/697 -45/-2317 1207/157 -1364/-580',
    hash: '4a361af9',
  },
  {
    effect: { type: 'multi_tap_delay', taps: [{ time_ms: 11.3, feedback: 0.3, pan: -0.5, level: 0.6 }] },
    target: { target: 'delay_time', amount_ms: 4 },
    frames: '4701/2621 -1260/751 -5753/-3044 -6016/-2849 -2846/-1316',
    hash: '231ac910',
  },
  {
    effect: { type: 'flanger', rate: 2, depth: 0.7, feedback: -0.5, delay_ms: 3, wet: 0.5 },
    target: { target: 'delay_time', amount_ms: 2 },
    frames: '2907/1621 -779/465 -274/-4620 -6814/-3671 -4592/-631',
    hash: '74408e95',
  },
  {
    effect: { type: 'granular_delay', time_ms: 15, feedback: 0.4, grain_size_ms: 12, pitch_semitones: -12, wet: 0.5 },
    target: { target: 'delay_time', amount_ms: 4 },
    frames: '3620/2018 -970/578 -15526/-7821 -11748/-5279 -2215/-995',
    hash: '093ae90f',
  },
  {
    effect: { type: 'stereo_widener', width: 1.5, mode: 'haas', delay_ms: 4 },
    target: { target: 'delay_time', amount_ms: 2 },
    frames: '4955/-1382 -1328/-396 -7439/5591 -4032/3708 -2109/-125',
    hash: 'cbd8a7bf',
  },
  {
    effect: { type: 'reverb', room_size: 0.6, damping: 0.4, wet: 0.3 },
    target: { target: 'reverb_size', amount: 0.4 },
    frames: '4955/2763 -1328/792 -6825/-4048 -2842/-1174 144/-3339',
    hash: 'c122a89a',
  },
  {
    effect: { type: 'waveshaper', drive: 4, wet: 0.8 },
    target: { target: 'distortion_drive', amount: 5 },
    frames: '11311/6844 -4094/2480 -11171/-6110 -8877/-3839 -3552/-1475',
    hash: '83c7a2ec',
  },
  {
    effect: { type: 'tape_saturation', drive: 3, bias: 0, wow_rate: 0, flutter_rate: 0, hiss_level: 0 },
    target: { target: 'distortion_drive', amount: 3 },
    frames: '0/0 0/0 -17274/-13449 -11805/-7596 -9546/-5365',
    hash: '38d1eb49',
    differs: 'Q22',
  },
];
