/**
 * Speed of @speccade/audio: `pnpm bench audio` after a build. `--write` puts the table into docs/performance.md,
 * `--corpus DIR` (or SPECCADE_CORPUS) adds a folder of published specs.
 */
import { markdownTable, writeBetween } from '../scripts/markers.ts';
import { corpusSpeed } from './audio/corpus.ts';
import { effectSpeeds } from './audio/effects.ts';
import { filterSpeeds } from './audio/filters.ts';
import { lfoSpeeds, wholeSound } from './audio/layers.ts';
import { RATE, type Speed } from './audio/measure.ts';
import { synthesisSpeeds } from './audio/synthesis.ts';
import { machine } from './machine.ts';
import { digits, type Row } from './row.ts';

const PAGE = new URL('../docs/performance.md', import.meta.url);

export interface AudioBenchOptions {
  /** Put the table into the page. */
  readonly write?: boolean | undefined;
  readonly corpus?: string | undefined;
}

interface Group {
  readonly title: string;
  readonly speeds: readonly (Speed & { readonly realTime?: number })[];
}

export async function run(options: AudioBenchOptions = {}): Promise<Row[]> {
  // First, as a batch would meet it: nothing is compiled yet.
  const corpus = await corpusSpeed(options.corpus);
  if (!corpus) console.log('skipped: there is no corpus; name its folder by --corpus, or set SPECCADE_CORPUS');
  const groups: Group[] = [
    { title: 'Synthesis', speeds: synthesisSpeeds() },
    { title: 'Filters', speeds: filterSpeeds() },
    { title: 'Effects', speeds: effectSpeeds() },
    { title: 'LFOs, beside the same layer without one', speeds: lfoSpeeds() },
    { title: 'Whole sounds', speeds: [wholeSound(), ...(corpus ? [corpus] : [])] },
  ];
  if (options.write) writeBetween(PAGE, 'speeds', pageText(groups));
  return groups.flatMap(({ speeds }) =>
    speeds.map((speed) => {
      const { name, ours, plain } = speed;
      return {
        name,
        ours: ours / 1e6,
        ...(plain !== undefined && { baseline: plain / 1e6, ratio: ours / plain }),
        unit: `M samples/s, ${digits(realTime(speed))} x real time`,
      };
    }),
  );
}

function realTime(speed: Group['speeds'][number]): number {
  return speed.realTime ?? speed.ours / RATE;
}

function pageText(groups: readonly Group[]): string {
  const head = ['', 'M samples/s', '× real time', '× plain loop'];
  const rows = groups.flatMap(({ title, speeds }) => [
    [`**${title}**`, '', '', ''],
    ...speeds.map((speed) => [
      speed.name,
      digits(speed.ours / 1e6),
      Math.round(realTime(speed)).toLocaleString('en'),
      speed.plain === undefined ? '' : (speed.ours / speed.plain).toFixed(1),
    ]),
  ]);
  return `Measured on: ${machine()}.\n\n${markdownTable(head, rows)}`;
}
