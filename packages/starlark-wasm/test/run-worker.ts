/** The worker mode without a test framework: evaluates, calls a builtin, terminates, evaluates again. Prints one line. */
import { createWorkerEngine } from '../src/worker/index.ts';

const engine = createWorkerEngine({
  limits: { milliseconds: 300 },
  graceMilliseconds: 200,
  setup: new URL('./worker-setup.ts', import.meta.url),
});
const words: unknown[] = [];
const run = async (source: string) => {
  const { error, ...rest } = await engine.eval({ filename: 'main.star', source });
  if (!error) words.push((rest as { json: string }).json);
  else if (error.limit === 'time') words.push(`time/${error.message.split(' ').at(-1)}`);
  else words.push(error.limit ?? error.code);
};
await run('note(440.5)');
await run('note(-1)');
await run('x = 3\nfor i in range(60):\n    x *= x');
await run('1 + 1');
await run('"a" * 1000000000');
await run('3');
engine.close();
console.log(words.join(' '));
// Deno 2.9 cannot end a worker that is busy, not even with a plain loop: it would wait for it here.
process.exit(0);
