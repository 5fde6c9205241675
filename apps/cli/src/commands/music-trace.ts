import { songTrace } from '@speccade/tracker-xm-it/export';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { FORMAT_OPTION, readSong } from '../music/read-song.ts';
import { printIssues, printJson, table } from '../print.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, specArgument } from '../spec-options.ts';

export const musicTraceCommand: Command = {
  usage: {
    name: 'music trace',
    summary: 'Print what a song plays, tick by tick.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: { spec: SPEC_OPTION, format: FORMAT_OPTION, budget: BUDGET_OPTION, ...SOURCE_OPTIONS },
    details: 'One pass through the song: jumps, loops, delays and tempo are followed as players follow them.',
    examples: [
      ['speccade music trace song.json --json', 'tick, channel, note, instrument, volume and effect of every cell'],
    ],
  },
  async run(args, io) {
    const { spec, warnings, context } = await readSong(specArgument(args), args, io);
    const trace = songTrace(spec, context, text(args, 'format') as 'xm' | 'it' | undefined);
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result: trace }, io);
      return EXIT.ok;
    }
    printIssues(warnings, io);
    const rows = trace.events.map(({ tick, order, pattern, row, channel, note, instrument, volume, effect }) => [
      String(tick),
      `${order}:${pattern}`,
      String(row),
      String(channel),
      note ?? '',
      instrument === undefined ? '' : String(instrument),
      volume === undefined ? '' : String(volume),
      effect ?? '',
    ]);
    const head = ['tick', 'order', 'row', 'channel', 'note', 'instrument', 'volume', 'effect'];
    io.out.write(table([head, ...rows], [0, 2, 3, 5, 6]));
    io.out.write(`${trace.ticks} ticks, ${trace.seconds.toFixed(2)} s\n`);
    return EXIT.ok;
  },
};
