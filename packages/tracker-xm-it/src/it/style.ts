/** The free choices of an IT file. */
export interface ItStyle {
  /** The end of the order list, where it is written. */
  readonly endMark: readonly number[];
  readonly compatibleWith: number;
  readonly special: number;
  /** Pan of channels that the song does not have. */
  readonly unusedPan: number;
  /** Volume of channels that the song does not have. */
  readonly unusedVolume: number;
  /** MIDI channel, program and bank of instruments. */
  readonly midi: readonly number[];
  readonly samplePan: number;
  /** Fade-out of instruments that give none. */
  readonly fadeOut: number;
  /** Whether envelopes that are off hold points all the same, so that editors can use them. */
  readonly spareEnvelopes: boolean;
  /** Whether samples of equal content share their data. */
  readonly sharesData: boolean;
}

/** Highlights of the header are valid. */
const HIGHLIGHT_VALID = 4;
/** The centre with the bit that mutes a channel. */
const MUTED_CENTRE = 160;

export const IT_STYLE: ItStyle = {
  endMark: [255],
  compatibleWith: 0x0214,
  special: HIGHLIGHT_VALID,
  unusedPan: MUTED_CENTRE,
  unusedVolume: 64,
  midi: [0, 0xff, 0xff, 0xff],
  samplePan: 32,
  fadeOut: 0,
  spareEnvelopes: true,
  sharesData: true,
};
