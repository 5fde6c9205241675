/**
 * A worker thread: specs in, finished bytes out. It fills the cache; outputs are written by the main thread. A compile
 * cache, as the main thread has, saved nothing that could be measured.
 */
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { backendFor, type PipelineContext } from '@speccade/pipeline';
import { BACKENDS } from './backends.ts';
import { openSettings } from './cache-options.ts';
import { generateFile, prepareFile } from './file-job.ts';
import type { Io } from './io.ts';
import { thisTool } from './tool.ts';
import type { WorkerMessage, WorkerResponse, WorkerSettings } from './worker-protocol.ts';

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
  const { id, job, checked } = request;
  try {
    const prepared = checked ? { job, checked } : await prepareFile(job, context!);
    // The main thread has looked the job up already.
    const result = 'failed' in prepared ? prepared.failed : await generateFile(prepared, context!, true);
    post({ id, result }, [...new Set(result.files.map(({ bytes }) => bytes.buffer as ArrayBuffer))]);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    post({ id, error: { message, ...(code !== undefined && { code }) } });
  }
});
