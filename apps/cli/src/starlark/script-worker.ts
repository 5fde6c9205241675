/** The thread in which scripts run: requests in, results out, one at a time. */
import { parentPort } from 'node:worker_threads';
import { SPEC_LIMITS } from '@speccade/starlark';
import { createScriptEvaluator, type ScriptRequest } from './script.ts';

const port = parentPort!;

// The compiled engine comes first.
port.once('message', (wasm: WebAssembly.Module) => {
  const evaluate = createScriptEvaluator(wasm);
  port.on('message', async (request: ScriptRequest) => port.postMessage(await evaluate(request)));
  // What the limit of time cannot interrupt is given a second more.
  port.postMessage({ patience: SPEC_LIMITS.milliseconds! + 1000 });
});
