import { factsOfSong } from '@speccade/tracker-xm-it/export';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { factsText } from '../music/facts-text.ts';
import { FORMAT_OPTION, readSong } from '../music/read-song.ts';
import { printIssues, printJson } from '../print.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, specArgument } from '../spec-options.ts';

export const musicFactsCommand: Command = {
  usage: {
    name: 'music facts',
    summary: 'Print what there is to know of a song without hearing it.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: { spec: SPEC_OPTION, format: FORMAT_OPTION, budget: BUDGET_OPTION, ...SOURCE_OPTIONS },
    details: `Length, voices, silent channels, unused patterns and instruments, notes of each. "speccade analyze" says the same
of a finished module, and how it sounds.`,
    examples: [['speccade music facts song.json', 'a short table']],
  },
  async run(args, io) {
    const { spec, warnings, context } = await readSong(specArgument(args), args, io);
    const facts = factsOfSong(spec, context, text(args, 'format') as 'xm' | 'it' | undefined);
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result: facts }, io);
    } else {
      printIssues(warnings, io);
      io.out.write(factsText(facts));
    }
    return EXIT.ok;
  },
};
