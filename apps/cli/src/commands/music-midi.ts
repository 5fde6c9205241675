import { basename, extname, resolve } from 'node:path';
import { midiFile } from '@speccade/tracker-xm-it/export';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { readSong } from '../music/read-song.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, sizeText } from '../print.ts';
import { displayPath } from '../read-spec.ts';
import { BUDGET_OPTION, SOURCE_OPTIONS, SPEC_OPTION, specArgument } from '../spec-options.ts';

export const musicMidiCommand: Command = {
  usage: {
    name: 'music midi',
    summary: 'Write the notes of a song as a MIDI file.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      to: { type: 'string', short: 'o', value: '<file>', description: 'the MIDI file (default <spec>.mid here)' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `A track for each channel that has notes, one pass through the song, with its tempo; instruments are programs by
their number. Effects but those of time are not part of it.`,
    examples: [['speccade music midi song.json --to song.mid', 'to arrange it further in a sequencer']],
  },
  async run(args, io) {
    const path = specArgument(args);
    const { spec, warnings, context } = await readSong(path, args, io);
    const bytes = midiFile(spec, context);
    const file = resolve(io.cwd, text(args, 'to') ?? `${basename(path, extname(path))}.mid`);
    writeFileAtomic(file, bytes);
    const shown = displayPath(file, io.cwd);
    if (args.values.json === true) {
      const result = { path: shown, bytes: bytes.length };
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
    } else {
      printIssues(warnings, io);
      io.out.write(`${painter(io.out, io.env)('green', '✓')} ${shown}  ${sizeText(bytes.length)}\n`);
    }
    return EXIT.ok;
  },
};
