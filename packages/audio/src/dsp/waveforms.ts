/**
 * Sawtooth, pulse and triangle as functions of phase, band-limited where they jump.
 *
 * Sawtooth and square subtract the two-sample polynomial residual (PolyBLEP: V. Välimäki and A. Huovilainen,
 * "Antialiasing oscillators in subtractive synthesis", IEEE SPM 24(2), 2007). A triangle's harmonics fall off fast
 * enough without. Phases are in turns, in [0, 1); `width` is the phase step per sample, in [0, 0.5].
 */
/** Residual of a rising unit step of height 2 at phase 0; 0 further than one sample away. */
export function blep(x: number, width: number): number {
  if (x < width) {
    const t = x / width;
    return 2 * t - t * t - 1;
  }
  if (x > 1 - width) {
    const t = (x - 1) / width;
    return t * t + 2 * t + 1;
  }
  return 0;
}

/** Rises from −1 to 1 over a cycle. */
export function sawtooth(x: number, width: number): number {
  return 2 * x - 1 - blep(x, width);
}

/** 1 for the first `duty` of a cycle, else −1. */
export function pulse(x: number, width: number, duty: number): number {
  if (duty <= 0) return -1;
  if (duty >= 1) return 1;
  const sinceFall = x - duty;
  return (x < duty ? 1 : -1) + blep(x, width) - blep(sinceFall < 0 ? sinceFall + 1 : sinceFall, width);
}

/** From −1 up to 1 and back. */
export function triangle(x: number): number {
  return x < 0.5 ? 4 * x - 1 : 3 - 4 * x;
}
