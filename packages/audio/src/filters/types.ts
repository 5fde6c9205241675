import type { Filter, FilterType } from '@speccade/spec/kinds/audio_v1';
import type { Curve } from '../dsp/curve.ts';
import type { Process } from '../dsp/process.ts';
import { keepWarm } from '../keep-warm.ts';

/** What a filter is told besides its parameters. */
export interface FilterContext {
  /** Hz. */
  readonly sampleRate: number;
  /** Samples over which a sweep of the filter runs. */
  readonly span: number;
  /** Hz to add to the cutoff per sample; given, it replaces the filter's own sweep. Static filters ignore it. */
  readonly offset?: Curve | undefined;
}

/** Makes one channel of a filter. */
export type FilterMaker<F extends Filter = Filter> = (filter: F, context: FilterContext) => Process;

/** The filters by `type`. */
export type FilterTable = { readonly [T in FilterType]: FilterMaker<Extract<Filter, { type: T }>> };

/** A channel of the filter that the table has for it. */
export function createFilter(table: FilterTable, filter: Filter, context: FilterContext): Process {
  return keepWarm(`filter ${filter.type}`, (table[filter.type] as FilterMaker)(filter, context));
}
