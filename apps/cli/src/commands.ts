/** The table of commands: a summary for the overview, and how the command is loaded when it is called. */
import type { Command } from './command.ts';

interface Entry {
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, Entry>> = {
  generate: {
    summary: 'make the assets of one spec',
    load: async () => (await import('./commands/generate.ts')).generateCommand,
  },
  'generate-all': {
    summary: 'make the assets of many specs',
    load: async () => (await import('./commands/generate-all.ts')).generateAllCommand,
  },
  validate: {
    summary: 'check a spec without making anything',
    load: async () => (await import('./commands/validate.ts')).validateCommand,
  },
  eval: { summary: 'print a spec as JSON', load: async () => (await import('./commands/eval.ts')).evalCommand },
  expand: {
    summary: 'print the plain song of a compose song',
    load: async () => (await import('./commands/expand.ts')).expandCommand,
  },
  fmt: { summary: 'format a JSON spec', load: async () => (await import('./commands/fmt.ts')).fmtCommand },
  hash: { summary: 'print the hashes of a spec', load: async () => (await import('./commands/hash.ts')).hashCommand },
  inspect: {
    summary: 'write the intermediate results of a recipe',
    load: async () => (await import('./commands/inspect.ts')).inspectCommand,
  },
  analyze: {
    summary: 'measure WAV files',
    load: async () => (await import('./commands/analyze.ts')).analyzeCommand,
  },
  compare: {
    summary: 'how far two WAV files are from each other',
    load: async () => (await import('./commands/compare.ts')).compareCommand,
  },
  'audio categories': {
    summary: 'the kinds of sounds that can be made at random',
    load: async () => (await import('./commands/audio-categories.ts')).audioCategoriesCommand,
  },
  'audio randomize': {
    summary: 'a new sound of a kind, at random from a seed',
    load: async () => (await import('./commands/audio-randomize.ts')).audioRandomizeCommand,
  },
  'audio mutate': {
    summary: 'variations of a sound',
    load: async () => (await import('./commands/audio-mutate.ts')).audioMutateCommand,
  },
  'audio interpolate': {
    summary: 'sounds between two sounds',
    load: async () => (await import('./commands/audio-interpolate.ts')).audioInterpolateCommand,
  },
  'audio import': {
    summary: 'a spec from a preset of sfxr, jsfxr or ZzFX',
    load: async () => (await import('./commands/audio-import.ts')).audioImportCommand,
  },
  'cache stats': {
    summary: 'what the cache holds and how often it helped',
    load: async () => (await import('./commands/cache.ts')).statsCommand,
  },
  'cache list': {
    summary: 'the entries of the cache',
    load: async () => (await import('./commands/cache.ts')).listCommand,
  },
  'cache show': { summary: 'one entry in full', load: async () => (await import('./commands/cache.ts')).showCommand },
  'cache why': {
    summary: 'why a spec hits or misses',
    load: async () => (await import('./commands/cache-why.ts')).whyCommand,
  },
  'cache verify': {
    summary: 'check every byte of the cache',
    load: async () => (await import('./commands/cache.ts')).verifyCommand,
  },
  'cache gc': {
    summary: 'remove what was not used for longest',
    load: async () => (await import('./commands/cache.ts')).gcCommand,
  },
  'cache clear': { summary: 'empty the cache', load: async () => (await import('./commands/cache.ts')).clearCommand },
  'budget list': {
    summary: 'the budget profiles',
    load: async () => (await import('./commands/budget.ts')).budgetListCommand,
  },
  'budget show': {
    summary: 'the limits of a profile',
    load: async () => (await import('./commands/budget.ts')).budgetShowCommand,
  },
  doctor: {
    summary: 'check this installation',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  'stdlib dump': {
    summary: 'the functions that Starlark specs can call',
    load: async () => (await import('./commands/stdlib.ts')).stdlibDumpCommand,
  },
  'stdlib search': {
    summary: 'find functions for Starlark specs',
    load: async () => (await import('./commands/stdlib.ts')).stdlibSearchCommand,
  },
  preview: {
    summary: 'show the pictures of a spec on one contact sheet',
    load: async () => (await import('./commands/preview.ts')).previewCommand,
  },
  render: {
    summary: 'play a module or a song into a WAV file',
    load: async () => (await import('./commands/render.ts')).renderCommand,
  },
  'music midi': {
    summary: 'write the notes of a song as a MIDI file',
    load: async () => (await import('./commands/music-midi.ts')).musicMidiCommand,
  },
  'music trace': {
    summary: 'what a song plays, tick by tick',
    load: async () => (await import('./commands/music-trace.ts')).musicTraceCommand,
  },
  'music facts': {
    summary: 'what there is to know of a song',
    load: async () => (await import('./commands/music-facts.ts')).musicFactsCommand,
  },
  'rules eval': {
    summary: 'judge facts by a ruleset',
    load: async () => (await import('./commands/rules-eval.ts')).rulesEvalCommand,
  },
  'rules explain': {
    summary: 'why rules came out as they did',
    load: async () => (await import('./commands/rules-explain.ts')).rulesExplainCommand,
  },
  'rules test': {
    summary: 'run the test cases of rulesets',
    load: async () => (await import('./commands/rules-test.ts')).rulesTestCommand,
  },
  'rules fmt': {
    summary: 'write rulesets in one layout',
    load: async () => (await import('./commands/rules-fmt.ts')).rulesFmtCommand,
  },
  'rules hash': {
    summary: 'the hash of what a ruleset means',
    load: async () => (await import('./commands/rules-hash.ts')).rulesHashCommand,
  },
  'rules cost': {
    summary: 'how many operations each rule can take',
    load: async () => (await import('./commands/rules-cost.ts')).rulesCostCommand,
  },
  schema: {
    summary: 'print the JSON Schema of specs',
    load: async () => (await import('./commands/schema.ts')).schemaCommand,
  },
};

/** The reference implementation's names of commands, of as many words as ours. */
export const ALIASES: Readonly<Record<string, string>> = { 'cache info': 'cache stats' };

/** First words of commands of two words. */
export const GROUPS: readonly string[] = ['audio', 'budget', 'cache', 'music', 'rules', 'stdlib'];

/** The list of commands, or of one group's. */
export function overview(group?: string): string {
  const rows = Object.entries(COMMANDS).filter(([name]) => group === undefined || name.startsWith(`${group} `));
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const list = rows.map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`).join('\n');
  if (group !== undefined) return `Usage: speccade ${group} <command> [options]\n\nCommands:\n${list}\n`;
  return `SpecCade: specs in, assets out.

Usage: speccade <command> [options]

Commands:
${list}

Run "speccade <command> --help" for options and examples.

Exit codes: 0 success; 1 a spec cannot be read or is not valid, or any of generate-all's
specs failed; 2 wrong usage, or the generation failed; 3 not in the cache under --frozen;
130 ended by Ctrl-C.
Colours: on a terminal only; NO_COLOR turns them off, FORCE_COLOR on.
`;
}
