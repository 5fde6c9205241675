/**
 * Reads FastTracker 2 modules (XM 1.04, Triton's format text of 1994), of any tracker. Sizes in headers are followed, so
 * that fields that were added are passed over; what stands behind the last instrument is not looked at.
 */
import type { ByteReader } from './byte-reader.ts';
import { CellBudget, MOST_ROWS, within } from './limits.ts';
import type { Module, ModuleSample } from './module.ts';
import { ModuleError } from './module-error.ts';
import { readXmInstrument } from './xm-instrument.ts';
import { readXmPattern } from './xm-pattern.ts';

export const XM_ID = 'Extended Module: ';
const VERSION = 0x0104;
const HEADER_AT = 60;
const BEFORE_ORDERS = 20;
const MOST_ORDERS = 256;
const MOST_CHANNELS = 128;
const MOST_PATTERNS = 256;
const MOST_INSTRUMENTS = 256;
const DEFAULT_SPEED = 6;
const DEFAULT_BPM = 125;
const SLOWEST = 32;

/** Throws `ModuleError` for what is damaged, and for versions before 1.04. */
export function readXm(from: ByteReader): Module {
  from.take(XM_ID.length);
  const title = from.text(20);
  from.u8();
  const tracker = from.text(20);
  const version = from.u16();
  if (version !== VERSION) throw new ModuleError(`XM ${version >> 8}.${hex(version & 0xff)} is not read, only XM 1.04`);
  const headerSize = within('the size of the header', from.u32(), BEFORE_ORDERS);
  const length = within('the number of orders', from.u16(), 0, MOST_ORDERS);
  const restart = from.u16();
  const channels = within('the number of channels', from.u16(), 1, MOST_CHANNELS);
  const patternCount = within('the number of patterns', from.u16(), 0, MOST_PATTERNS);
  const instrumentCount = within('the number of instruments', from.u16(), 0, MOST_INSTRUMENTS);
  const flags = from.u16();
  const speed = from.u16();
  const bpm = from.u16();
  const table = from.view(headerSize - BEFORE_ORDERS);
  from.at = HEADER_AT + headerSize;
  const budget = new CellBudget();
  const patterns = from.list(patternCount, (index) => readXmPattern(from, index, channels, MOST_ROWS, budget));
  const samples: ModuleSample[] = [];
  const instruments = from.list(instrumentCount, () => readXmInstrument(from, samples));
  return {
    format: 'xm',
    title,
    tracker,
    flags,
    channels,
    // As players take what cannot be.
    speed: speed === 0 ? DEFAULT_SPEED : speed,
    bpm: bpm < SLOWEST ? DEFAULT_BPM : bpm,
    restart: restart < length ? restart : 0,
    orders: [...table.subarray(0, length)],
    patterns,
    instruments,
    samples,
  };
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
