/** What runs in the worker: `@speccade/starlark-wasm/worker-entry`. Importing it elsewhere throws. */
import type { Builtin } from './builtins.ts';
import { createEngine, type Engine, type EvalResult, type Load } from './engine.ts';
import { ownPort } from './host/port.ts';
import type { FromWorker, SentResult, StartMessage, ToWorker } from './worker/protocol.ts';

const port = ownPort();
let engine: Engine | undefined;
let load: Load | undefined;

const answer = (message: FromWorker) => port.post(message);
const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function start({ settings, wasm, setup }: StartMessage): Promise<void> {
  const module: { builtins?: readonly Builtin[]; load?: Load } = setup
    ? await import(/* @vite-ignore */ /* webpackIgnore: true */ setup)
    : {};
  load = module.load;
  engine = createEngine({ ...settings, wasm, builtins: module.builtins ?? [] });
  await engine.ready();
}

/** What was thrown stays here: not everything can be sent. */
function toSend(result: EvalResult): SentResult {
  if (result.error) {
    const { cause: _, ...error } = result.error;
    return { ...result, error };
  }
  const { value: _, ...rest } = result;
  return rest;
}

port.onMessage(async (data) => {
  const message = data as ToWorker;
  try {
    if (message.kind === 'start') {
      await start(message);
      answer({ kind: 'ready' });
    } else {
      const { filename, source, load: given } = message.request;
      const loads = given ?? load;
      const result = await engine!.eval({ filename, source, ...(loads && { load: loads }) });
      answer({ kind: 'result', result: toSend(result) });
    }
  } catch (error) {
    answer({ kind: 'failed', message: textOf(error) });
  }
});
