import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { encodeWav } from '@speccade/audio';
import { analyze, readWav } from '@speccade/audio/analysis';
import { generate } from '@speccade/pipeline';
import { type Issue, SpeccadeError } from '@speccade/spec';
import { type Arguments, text, UsageError, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import { prepareFile } from '../file-job.ts';
import { EXIT, type Io, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { type Played, type PlayOptions, playModule } from '../music/player.ts';
import { readSong } from '../music/read-song.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, sizeText } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath } from '../read-spec.ts';
import { reasonOf } from '../reason.ts';
import {
  BUDGET_OPTION,
  pipelineContext,
  SAMPLE_OPTIONS,
  SOURCE_OPTIONS,
  sampleArguments,
  sourceArguments,
} from '../spec-options.ts';

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
    if (!played) throw failure(song, io, 'it is no module that the player knows');
    const file = resolve(io.cwd, text(args, 'to') ?? `${basename(song, extname(song))}.wav`);
    const wav = encodeWav([played.left, played.right], sampleRate, sampleArguments(args));
    writeFileAtomic(file, wav);
    const stems = await renderStems(song, args, io, { sampleRate, loops });
    const result = { ...describe(displayPath(file, io.cwd), played, wav, sampleRate), ...(stems && { stems }) };
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

interface Result {
  readonly path: string;
  /** Of one pass. */
  readonly song_seconds: number;
  readonly seconds: number;
  readonly sample_rate: number;
  readonly peak_db: number;
  readonly true_peak_db: number | undefined;
  readonly lufs_integrated: number | undefined;
  /** Samples beyond full scale, before the file cut them off. */
  readonly clipped_samples: number;
}

function describe(path: string, { left, right, duration }: Played, wav: Uint8Array, sample_rate: number): Result {
  const { quality } = analyze(readWav(wav));
  let clipped = 0;
  for (const channel of [left, right]) for (const value of channel) if (Math.abs(value) > 1) clipped++;
  return {
    path,
    song_seconds: Math.round(duration * 1000) / 1000,
    seconds: Math.round((left.length / sample_rate) * 1000) / 1000,
    sample_rate,
    peak_db: Math.max(...(quality.channel_peak_db ?? [quality.peak_db])),
    true_peak_db: quality.true_peak_db,
    lufs_integrated: quality.lufs_integrated,
    clipped_samples: clipped,
  };
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

async function moduleOfSpec(
  path: string,
  args: Arguments,
  io: Io,
): Promise<{ readonly bytes: Uint8Array; readonly warnings: readonly Issue[] }> {
  const context = pipelineContext(args, io, resolveProfile(text(args, 'budget'), io.cwd), undefined);
  const job = { path, cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
  const prepared = await prepareFile(job, context);
  const errors = 'failed' in prepared ? prepared.failed.errors : prepared.checked.errors;
  if ('failed' in prepared || errors.length > 0) throw new SpeccadeError(errors[0]!.code, errors[0]!.message, errors);
  const made = await generate(prepared.checked, context);
  if (!made.ok) throw new SpeccadeError(made.issues[0]!.code, made.issues[0]!.message, made.issues);
  const wanted = text(args, 'format');
  const module = made.artifacts.find(({ format }) => (wanted === undefined ? isModule(format) : format === wanted));
  if (!module) throw failure(path, io, `it makes no ${wanted ?? 'module'}`);
  return { bytes: module.bytes, warnings: prepared.checked.warnings };
}

const isModule = (format: string): boolean => format === 'xm' || format === 'it';

function readModule(path: string, io: Io): Uint8Array {
  const file = resolve(io.cwd, path);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error('it is not a file');
    if (stat.size > MAX_BYTES) throw new Error(`it has ${stat.size} bytes, more than ${MAX_BYTES}`);
    return readFileSync(file);
  } catch (error) {
    throw failure(path, io, reasonOf(error));
  }
}

function failure(path: string, io: Io, reason: string): SpeccadeError {
  const file = displayPath(resolve(io.cwd, path), io.cwd);
  const message = `cannot play the song: ${reason}`;
  return new SpeccadeError('CLI_001', message, [{ code: 'CLI_001', severity: 'error', path: '', message, file }]);
}
