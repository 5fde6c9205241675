/** Choices that several functions have. Their order is that of messages. */
export const WAVEFORM = ['sine', 'square', 'sawtooth', 'triangle', 'pulse'] as const;
export const NOISE = ['white', 'pink', 'brown'] as const;
export const CURVE = ['linear', 'exponential', 'logarithmic'] as const;
export const VOWEL = ['a', 'i', 'u', 'e', 'o'] as const;
