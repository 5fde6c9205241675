import { type Issue, SpeccadeError } from '@speccade/spec';
import { factsOfSong, type SongFacts } from '@speccade/tracker-xm-it/export';
import { moduleFacts } from '@speccade/tracker-xm-it/read';
import { type Arguments, text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, type Io } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { factsText } from '../music/facts-text.ts';
import { FORMAT_OPTION, readSong } from '../music/read-song.ts';
import { printIssues, printJson } from '../print.ts';
import { isAssetName, readAsset } from '../read-asset.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, specArgument } from '../spec-options.ts';

export const musicFactsCommand: Command = {
  usage: {
    name: 'music facts',
    summary: 'Print what there is to know of a song without hearing it.',
    positionals: '[SONG]',
    maxPositionals: 1,
    options: { spec: SPEC_OPTION, format: FORMAT_OPTION, budget: BUDGET_OPTION, ...SOURCE_OPTIONS },
    details: `Length, voices, silent channels, unused patterns and instruments, notes of each; of a spec, or of a finished module
(XM, IT). "speccade analyze" says how it sounds besides.`,
    examples: [
      ['speccade music facts song.json', 'a short table'],
      ['speccade music facts build/song.xm', 'the same of any module'],
    ],
  },
  async run(args, io) {
    const path = specArgument(args);
    const { facts, warnings } = isAssetName(path) ? factsOfModule(path, io) : await factsOfSpec(path, args, io);
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result: facts }, io);
    } else {
      printIssues(warnings, io);
      io.out.write(factsText(facts));
    }
    return EXIT.ok;
  },
};

interface Found {
  readonly facts: SongFacts;
  readonly warnings: readonly Issue[];
}

async function factsOfSpec(path: string, args: Arguments, io: Io): Promise<Found> {
  const { spec, warnings, context } = await readSong(path, args, io);
  return { facts: factsOfSong(spec, context, text(args, 'format') as 'xm' | 'it' | undefined), warnings };
}

function factsOfModule(path: string, io: Io): Found {
  const asset = readAsset(path, io.cwd);
  if (asset.type !== 'music') throw new SpeccadeError('CLI_011', `${asset.path} is no song`);
  return { facts: moduleFacts(asset.module), warnings: [] };
}
