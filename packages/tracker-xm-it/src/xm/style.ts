/** The free choices of an XM file. */
export interface XmStyle {
  /** 20 characters: what wrote the file. Players apply the quirks of the programs whose names they know. */
  readonly tracker: string;
  /** What fills texts up. */
  readonly pad: number;
}

export const XM_STYLE: XmStyle = { tracker: 'SpecCade            ', pad: 0x20 };
