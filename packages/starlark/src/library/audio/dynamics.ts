/** Effects on loudness, spectrum and stereo. */
import { between, oneOf, pan, positive, unit } from '../checks.ts';
import { any, define, num, plainly, str } from '../define.ts';
import { effect } from './effect.ts';

export const DYNAMICS = [
  effect('compressor', 'Lowers what is loud.', {
    threshold_db: num(undefined, -12),
    ratio: num(positive, 4),
    attack_ms: num(positive, 10),
    release_ms: num(positive, 100),
    makeup_db: num(undefined, 0),
  }),
  effect('limiter', 'Keeps peaks below a ceiling.', {
    threshold_db: num(between('-24', '0')),
    release_ms: num(between('10', '500'), 100),
    lookahead_ms: num(between('1', '10'), 5),
    ceiling_db: num(between('-6', '0'), -0.3),
  }),
  effect('parametric_eq', 'An equalizer.', { bands: any() }),
  define({
    name: 'eq_band',
    category: 'audio.effects',
    description: 'One band of parametric_eq.',
    params: {
      frequency: num(positive),
      gain_db: num(between('-24', '+24')),
      q: num(between('0.1', '10.0')),
      band_type: str(oneOf(['lowshelf', 'highshelf', 'peak', 'notch'])),
    },
    build: plainly,
  }),
  effect.named('transient_shaper', 'More or less of attacks and tails.', {
    attack: num(pan),
    sustain: num(pan),
    output_gain_db: num(between('-12', '+12')),
  }),
  effect.named('true_peak_limiter', 'Keeps peaks between the samples below a ceiling.', {
    ceiling_db: num(between('-6', '0')),
    release_ms: num(between('10', '500'), 100),
  }),
  effect.named('auto_filter', 'A filter that follows the loudness.', {
    sensitivity: num(unit),
    attack_ms: num(between('0.1', '100')),
    release_ms: num(between('10', '1000')),
    depth: num(unit),
    base_frequency: num(between('100', '8000')),
  }),
  effect.named('stereo_widener', 'A wider or narrower image.', {
    width: num(between('0.0', '2.0')),
    mode: str(oneOf(['simple', 'haas', 'mid_side']), 'simple'),
    delay_ms: num(between('1', '30'), 10),
  }),
];
