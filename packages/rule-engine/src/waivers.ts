/** Waivers: failures of soft and advisory rules that somebody has accepted, for a reason and until a day. */

import { compareText, matchesGlob } from './text.ts';

export interface Waiver {
  /** Id of the rule. Failures of hard rules cannot be waived. */
  readonly rule: string;
  /** Which subjects: `*` is any run of characters, `?` one. */
  readonly subject: string;
  /** Required. */
  readonly reason: string;
  /** Last day it holds, in days since 1970-01-01; `dayNumber` reads dates. */
  readonly expires: number;
}

export interface WaiverContext {
  /** What the rules were run on. Default: the empty text, which only `*` matches. */
  readonly subject?: string | undefined;
  /** Days since 1970-01-01. Without it every waiver has expired: the engine has no clock. */
  readonly day?: number | undefined;
}

/** A waiver and what became of it. */
export interface WaiverReport {
  readonly waived: readonly Waiver[];
  /** For other subjects, for rules that did not fail, without a reason, or for hard rules. */
  readonly unused: readonly Waiver[];
  readonly expired: readonly Waiver[];
}

/** The waivers of one verdict. */
export class WaiverBook {
  readonly #live: readonly Waiver[];
  readonly #expired: readonly Waiver[];
  readonly #all: readonly Waiver[];
  readonly #used = new Set<Waiver>();

  constructor(waivers: readonly Waiver[], { subject = '', day }: WaiverContext) {
    this.#all = waivers;
    const lasts = ({ expires }: Waiver) => day !== undefined && Number.isSafeInteger(expires) && expires >= day;
    this.#expired = waivers.filter((waiver) => !lasts(waiver));
    this.#live = waivers.filter(
      (waiver) => lasts(waiver) && isReasoned(waiver) && matchesGlob(subject, String(waiver.subject)),
    );
  }

  /** Whether a failure of a rule is waived; the waivers that do it count as used. */
  covers(rule: string): boolean {
    const covering = this.#live.filter((waiver) => waiver.rule === rule);
    for (const waiver of covering) this.#used.add(waiver);
    return covering.length > 0;
  }

  report(): WaiverReport {
    const unused = this.#all.filter((waiver) => !this.#used.has(waiver) && !this.#expired.includes(waiver));
    return {
      waived: Object.freeze([...this.#used].sort((a, b) => compareText(a.rule, b.rule))),
      unused: Object.freeze(unused),
      expired: this.#expired,
    };
  }
}

/** Waivers come from files: a missing reason is as good as an empty one. */
function isReasoned({ reason }: Waiver): boolean {
  return typeof reason === 'string' && reason.trim() !== '';
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
 *
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
 *
 * @param date `YYYY-MM-DD`. @throws RangeError for anything else or a day that does not exist.
 */
export function dayNumber(date: string): number {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date);
  const [year, month, day] = found ? found.slice(1).map(Number) : [0, 0, 0];
  if (month! < 1 || month! > 12 || day! < 1 || day! > daysIn(year!, month!)) {
    throw new RangeError('date must be a day as YYYY-MM-DD');
  }
  // Years begin in March, so that leap days end them. 400 keeps the first year's March positive.
  const y = (month! <= 2 ? year! - 1 : year!) + 400;
  const quotient = (a: number, b: number) => (a - (a % b)) / b;
  const era = quotient(y, 400);
  const yearOfEra = y % 400;
  const dayOfYear = quotient(153 * ((month! + 9) % 12) + 2, 5) + day! - 1;
  const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear;
  return (era - 1) * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
