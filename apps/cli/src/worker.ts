/**
 * A worker thread: specs in, finished bytes out. It fills the cache; outputs are written by the main thread. A compile
 * cache, as the main thread has, saved nothing that could be measured.
 */
import { parentPort } from 'node:worker_threads';
import { backendFor, type PipelineContext } from '@speccade/pipeline';
import { BACKENDS } from './backends.ts';
import { openSettings } from './cache-options.ts';
import { make } from './file-job.ts';
import type { Io } from './io.ts';
import { thisTool } from './tool.ts';
import {
  claim,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerResponse,
  type WorkerSettings,
} from './worker-protocol.ts';

const port = parentPort!;
const post = (response: WorkerResponse, transfer: ArrayBuffer[] = []): void => port.postMessage(response, transfer);

const silent = { write: (text: string) => post({ warning: text }), isTTY: false, columns: 80 };

/** What does the work, once the settings are known. */
let context: PipelineContext | undefined;

function contextOf({ cache, cwd, ...settings }: WorkerSettings): PipelineContext {
  const io: Io = {
    out: silent,
    err: silent,
    cwd,
    env: {},
    signal: new AbortController().signal,
    catchInterrupts() {},
  };
  return {
    ...settings,
    backends: BACKENDS,
    tool: thisTool(),
    cache: openSettings(cache, io),
    replaceCached: cache.rebuild,
    clock: () => performance.now(),
  };
}

port.on('message', async (request: WorkerMessage) => {
  if (request === 'close') {
    await context?.cache?.close();
    post({ closed: true });
    return;
  }
  if ('settings' in request) {
    context = contextOf(request.settings);
    return;
  }
  if ('warm' in request) {
    // A failure shows again where there is somebody to tell.
    await backendFor(BACKENDS, request.warm)
      ?.load()
      .catch(() => {});
    return;
  }
  if ('shared' in request) {
    const { shared, claims, mark } = request;
    for (const [at, work] of shared.entries()) if (claim(claims, at, mark)) await answer(work);
    return;
  }
  await answer(request);
});

async function answer({ id, ...work }: WorkerRequest): Promise<void> {
  try {
    const made = await make(work, context!);
    const buffers = made.result.files.map(({ bytes }) => bytes.buffer as ArrayBuffer);
    post({ id, ...made }, [...new Set(buffers)]);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    post({ id, error: { message, ...(code !== undefined && { code }) } });
  }
}
