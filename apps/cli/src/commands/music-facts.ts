import { factsOfSong, type SongFacts } from '@speccade/tracker-xm-it/export';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { FORMAT_OPTION, readSong } from '../music/read-song.ts';
import { printIssues, printJson, table } from '../print.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, specArgument } from '../spec-options.ts';

export const musicFactsCommand: Command = {
  usage: {
    name: 'music facts',
    summary: 'Print what there is to know of a song without hearing it.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: { spec: SPEC_OPTION, format: FORMAT_OPTION, budget: BUDGET_OPTION, ...SOURCE_OPTIONS },
    details: `Length, voices, silent channels, unused patterns and instruments, notes of each. What clips is said by
"speccade render".`,
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

function factsText(facts: SongFacts): string {
  const list = (items: readonly (string | number)[]) => (items.length > 0 ? items.join(', ') : 'none');
  const head = table([
    ['title', facts.title],
    ['length', `${facts.seconds.toFixed(2)} s`],
    ['notes', `${facts.notes}, at most ${facts.most_voices} at a time`],
    ['channels', `${facts.channels}, silent: ${list(facts.silent_channels)}`],
    ['patterns', `${Object.keys(facts.notes_per_pattern).length}, unused: ${list(facts.unused_patterns)}`],
  ]);
  const rows = facts.instruments.map(({ name, notes, lowest, highest, sample_frames }) => [
    name,
    String(notes),
    lowest === undefined ? '-' : `${lowest} to ${highest}`,
    String(sample_frames),
  ]);
  return `${head}\n${table([['instrument', 'notes', 'keys', 'frames'], ...rows], [1, 3])}`;
}
