import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { encodeWav } from '@speccade/audio';
import { readWav } from '@speccade/audio/analysis';
import { type Arguments, text, UsageError, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { measureRender, type RenderMetrics } from '../music/measure.ts';
import { moduleOfSpec } from '../music/module-of-spec.ts';
import { type PlayOptions, playModule } from '../music/player.ts';
import { readSong } from '../music/read-song.ts';
import { songFailure } from '../music/song-failure.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, sizeText } from '../print.ts';
import { displayPath } from '../read-spec.ts';
import { reasonOf } from '../reason.ts';
import { BUDGET_OPTION, SAMPLE_OPTIONS, SOURCE_OPTIONS, sampleArguments } from '../spec-options.ts';

const SPECS = new Set(['.json', '.star', '.bzl']);
const MAX_BYTES = 64 << 20;

export const renderCommand: Command = {
  usage: {
    name: 'render',
    summary: 'Play a module, or the song of a spec, into a WAV file.',
    positionals: 'SONG',
    maxPositionals: 1,
    options: {
      to: { type: 'string', short: 'o', value: '<file>', description: 'the WAV file (default <song>.wav here)' },
      loops: { type: 'string', value: '<n>', description: 'how often the song is played (default 1)' },
      rate: { type: 'string', value: '<Hz>', description: 'sample rate (default 48000)' },
      format: {
        type: 'string',
        value: '<format>',
        choices: ['xm', 'it'],
        description: "which of a spec's modules is played (default the first)",
      },
      stems: {
        type: 'string',
        value: '<dir>',
        description: 'also a WAV file for each channel of a spec, in this folder',
      },
      ...SAMPLE_OPTIONS,
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `Plays as OpenMPT does (libopenmpt): XM, IT, S3M, MOD and other modules, or a music spec, which is generated first.
Levels are those of the player; what clips is said, and --sample-format float32 keeps it.`,
    examples: [
      ['speccade render song.xm --to song.wav', 'once, at 48 kHz'],
      ['speccade render song.json --to loop.wav --loops 2', 'to hear whether it loops well'],
      ['speccade render song.json --stems stems', 'stems/01.wav and so on, beside the whole'],
    ],
  },
  async run(args, io) {
    const [song] = args.positionals;
    if (song === undefined) throw new UsageError('no song is given');
    const loops = wholeNumber(args, 'loops', 1) ?? 1;
    const sampleRate = wholeNumber(args, 'rate', 8000) ?? 48000;
    if (sampleRate > 192000) throw new UsageError(`--rate must be at most 192000, found ${sampleRate}`);
    const { bytes, warnings } = SPECS.has(extname(song).toLowerCase())
      ? await moduleOfSpec(song, args, io)
      : { bytes: readModule(song, io), warnings: [] };
    const played = await playModule(bytes, { sampleRate, loops });
    if (!played) throw songFailure(song, io, 'it is no module that the player knows');
    const file = resolve(io.cwd, text(args, 'to') ?? `${basename(song, extname(song))}.wav`);
    const wav = encodeWav([played.left, played.right], sampleRate, sampleArguments(args));
    writeFileAtomic(file, wav);
    const stems = await renderStems(song, args, io, { sampleRate, loops });
    const result = {
      path: displayPath(file, io.cwd),
      ...measureRender(played, sampleRate, readWav(wav)),
      ...(stems && { stems }),
    };
    if (args.values.json === true) {
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
    } else {
      printIssues(warnings, io);
      io.out.write(summary(result, wav.length, io));
      for (const stem of stems ?? []) io.out.write(`${stem}\n`);
    }
    return EXIT.ok;
  },
};

interface Result extends RenderMetrics {
  readonly path: string;
}

function summary(result: Result, bytes: number, io: Io): string {
  const paint = painter(io.out, io.env);
  const loudness = result.lufs_integrated === undefined ? '' : `, ${result.lufs_integrated.toFixed(1)} LUFS`;
  const peak = `peak ${(result.true_peak_db ?? result.peak_db).toFixed(1)} dBTP`;
  const clipping = result.clipped_samples > 0 ? `${paint('yellow', `${result.clipped_samples} samples clip`)}\n` : '';
  const length = `${result.seconds.toFixed(2)} s`;
  return `${paint('green', '✓')} ${result.path}  ${sizeText(bytes)}, ${length}${loudness}, ${peak}\n${clipping}`;
}

/** Writes the stems and returns their paths; `undefined` when none are wanted. */
async function renderStems(
  song: string,
  args: Arguments,
  io: Io,
  options: PlayOptions,
): Promise<readonly string[] | undefined> {
  const folder = text(args, 'stems');
  if (folder === undefined) return undefined;
  if (!SPECS.has(extname(song).toLowerCase()))
    throw new UsageError('--stems needs a spec: a module has no parts to tell apart');
  const { stemModules } = await import('@speccade/tracker-xm-it/export');
  const { spec, context } = await readSong(song, args, io);
  const format = text(args, 'format') as 'xm' | 'it' | undefined;
  const paths: string[] = [];
  for (const { channel, bytes } of stemModules(spec, context, format)) {
    const { left, right } = (await playModule(bytes, options))!;
    const file = resolve(io.cwd, folder, `${String(channel + 1).padStart(2, '0')}.wav`);
    writeFileAtomic(file, encodeWav([left, right], options.sampleRate, sampleArguments(args)));
    paths.push(displayPath(file, io.cwd));
  }
  return paths;
}

function readModule(path: string, io: Io): Uint8Array {
  const file = resolve(io.cwd, path);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error('it is not a file');
    if (stat.size > MAX_BYTES) throw new Error(`it has ${stat.size} bytes, more than ${MAX_BYTES}`);
    return readFileSync(file);
  } catch (error) {
    throw songFailure(path, io, reasonOf(error));
  }
}
