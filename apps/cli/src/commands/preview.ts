import { basename, extname, join, resolve } from 'node:path';
import { generate } from '@speccade/pipeline';
import { type Artifact, blake3Hex, type Spec, SpeccadeError } from '@speccade/spec';
import { readPng } from '@speccade/texture/analysis';
import { contactSheet, type SheetItem } from '@speccade/texture/preview';
import { text, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import { prepareFile } from '../file-job.ts';
import { EXIT, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printIssues, printJson, sizeText } from '../print.ts';
import { resolveProfile } from '../profile.ts';
import { displayPath } from '../read-spec.ts';
import {
  BUDGET_OPTION,
  pipelineContext,
  SOURCE_OPTIONS,
  SPEC_OPTION,
  sourceArguments,
  specArgument,
} from '../spec-options.ts';

/** Maps of a material in the order in which people look at them; other pictures follow as they are declared. */
const MAPS = ['albedo', 'normal', 'roughness', 'metallic', 'ao', 'height', 'emissive'];

/** Kinds whose pictures repeat. */
const REPEATING = new Set(['texture.procedural_v1', 'texture.material_preset_v1', 'texture.splat_set_v1']);

export const previewCommand: Command = {
  usage: {
    name: 'preview',
    summary: 'Show the pictures of a spec on one contact sheet.',
    positionals: '[SPEC]',
    maxPositionals: 1,
    options: {
      spec: SPEC_OPTION,
      out: { type: 'string', short: 'o', value: '<file>', description: 'the sheet (default <spec>.preview.png)' },
      'panel-size': { type: 'string', value: '<pixels>', description: 'size of a picture on it (default 256)' },
      budget: BUDGET_OPTION,
      ...SOURCE_OPTIONS,
    },
    details: `Every PNG that the spec makes, with its name; the maps of a material in the usual order, and what repeats also two
by two, so that seams show. Transparent parts are over a checkerboard.`,
    examples: [['speccade preview stone.json -o stone.png', 'albedo, normal, roughness, height and a tiling view']],
  },
  async run(args, io) {
    const size = wholeNumber(args, 'panel-size', 8) ?? 256;
    const path = specArgument(args);
    const context = pipelineContext(args, io, resolveProfile(text(args, 'budget'), io.cwd), undefined);
    const job = { path, cwd: io.cwd, ...sourceArguments(args, io), expandVariants: false };
    const prepared = await prepareFile(job, context);
    const made = 'failed' in prepared ? undefined : await generate(prepared.checked, context);
    const issues = 'failed' in prepared ? prepared.failed.errors : made!.issues;
    if (!made?.ok) throw new SpeccadeError(issues[0]!.code, issues[0]!.message, issues);
    const { warnings, spec } = (prepared as Extract<typeof prepared, { checked: unknown }>).checked;
    const items = itemsOf(made.artifacts, spec!);
    if (items.length === 0) throw new SpeccadeError('CLI_011', `${spec!.recipe!.kind} makes no pictures to show`);
    const file = resolve(io.cwd, text(args, 'out') ?? join(resolve(io.cwd, path, '..'), `${stem(path)}.preview.png`));
    const bytes = contactSheet(items, { cell: size });
    writeFileAtomic(file, bytes);
    const shown = displayPath(file, io.cwd);
    if (args.values.json === true) {
      const result = {
        path: shown,
        bytes: bytes.length,
        hash: blake3Hex(bytes),
        pictures: items.map(({ name }) => name),
      };
      printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
    } else {
      printIssues(warnings, io);
      io.out.write(`${painter(io.out, io.env)('green', '✓')} ${shown}  ${sizeText(bytes.length)}\n`);
    }
    return EXIT.ok;
  },
};

function itemsOf(artifacts: readonly Artifact[], { recipe, outputs }: Spec): SheetItem[] {
  const kind = recipe!.kind;
  // The channels of these are the weights of layers.
  const weights = outputs.filter(({ source }) => kind === 'texture.splat_set_v1' && source?.startsWith('mask'));
  const items = artifacts
    .filter(({ format }) => format === 'png')
    .map(({ path, bytes }): SheetItem => {
      const opaque = weights.some((output) => output.path === path);
      return { name: stem(path), picture: readPng(bytes), opaque };
    });
  const order = ({ name }: SheetItem): number => {
    const at = MAPS.findIndex((map) => new RegExp(`(^|[^a-z])${map}$`).test(name.toLowerCase()));
    return at < 0 ? MAPS.length : at;
  };
  items.sort((a, b) => order(a) - order(b));
  const [first] = items;
  return first && REPEATING.has(kind) ? [...items, { ...first, name: `${first.name} 2x2`, tiled: true }] : items;
}

const stem = (path: string): string => basename(path, extname(path));
