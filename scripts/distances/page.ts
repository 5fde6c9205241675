/** The distances of a corpus as tables. */
import { markdownTable } from '../markers.ts';
import { FEATURES } from './features.ts';
import { type Distance, LIMITS, MEASURES, type Measure } from './measure.ts';

/** How many of the farthest are listed. */
const FARTHEST = 15;

const HEAD: Readonly<Record<Measure, string>> = {
  level: 'level, dB',
  spectrum: 'spectrum, dB',
  envelope: 'envelope, dB',
  pitch: 'pitch, cents',
};

const within = ({ worst }: Distance): boolean => worst <= 1;

export function distancePage(all: readonly Distance[]): string {
  const count = (test: (distance: Distance) => boolean) => all.filter(test).length;
  const limits = `${LIMITS.level} dB of level, ${LIMITS.spectrum} dB of spectrum, ${LIMITS.envelope} dB of envelope, ${LIMITS.pitch} cents`;
  return [
    `Of ${all.length} sounds ${count((d) => d.identical)} are the same, sample for sample, and ${count(within)} within ${limits}.`,
    `By feature; a sound with several counts for each, and what one of them does shows in all. Medians, then the largest:`,
    byFeature(all),
    'The farthest:',
    farthest(all),
  ].join('\n\n');
}

function byFeature(all: readonly Distance[]): string {
  const groups = [
    ...FEATURES.map((feature) => ({
      name: `\`${feature.name}\``.replace(/^`(.* .*)`$/, '$1'),
      id: feature.id,
      members: all.filter(({ features }) => features.includes(feature)),
    })),
    { name: 'none of these', id: '', members: all.filter(({ features }) => features.length === 0) },
  ];
  const rows = groups
    .filter(({ members }) => members.length > 0)
    .map(({ name, id, members }) => [
      name,
      id,
      String(members.length),
      String(members.filter(({ identical }) => identical).length),
      String(members.filter(within).length),
      ...MEASURES.map((measure) => {
        const values = members.map(({ distance }) => distance[measure]).sort((a, b) => a - b);
        return `${figure(values[values.length >> 1]!, measure)}; ${figure(values.at(-1)!, measure)}`;
      }),
    ]);
  return markdownTable(['', 'case', 'sounds', 'same', 'within', ...MEASURES.map((measure) => HEAD[measure])], rows, 2);
}

function farthest(all: readonly Distance[]): string {
  const rows = [...all]
    .sort((a, b) => b.worst - a.worst || (a.name < b.name ? -1 : 1))
    .slice(0, FARTHEST)
    .filter((distance) => !within(distance))
    .map(({ name, features, distance }) => [
      name,
      features.map(({ name }) => name).join('; '),
      ...MEASURES.map((measure) => figure(distance[measure], measure)),
    ]);
  return markdownTable(['', 'features', ...MEASURES.map((measure) => HEAD[measure])], rows, 2);
}

function figure(value: number, measure: Measure): string {
  return value.toFixed(measure === 'pitch' ? 0 : 2);
}
