/**
 * A worker thread: spec files in, finished bytes out. It fills the cache; outputs are written by the main thread. A compile cache, as the main thread has, saved 2 % of a batch of two sounds, which is within the noise.
 */
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { backendFor } from '@speccade/pipeline';
import { BACKENDS } from './backends.ts';
import { openSettings } from './cache-options.ts';
import { generateFile, prepareFile } from './file-job.ts';
import type { Io } from './io.ts';
import { thisTool } from './tool.ts';
import type { WarmRequest, WorkerRequest, WorkerResponse, WorkerSettings } from './worker-protocol.ts';

const settings = workerData as WorkerSettings;
const port = parentPort!;
const post = (response: WorkerResponse, transfer: ArrayBuffer[] = []): void => port.postMessage(response, transfer);

const silent = { write: (text: string) => post({ warning: text }), isTTY: false, columns: 80 };
const io: Io = {
  out: silent,
  err: silent,
  cwd: settings.cwd,
  env: {},
  signal: new AbortController().signal,
  catchInterrupts() {},
};

const cache = openSettings(settings.cache, io);
const context = {
  profile: settings.profile,
  backends: BACKENDS,
  tool: thisTool(),
  cache,
  replaceCached: settings.cache.rebuild,
  previewSeconds: settings.previewSeconds,
  sampleFormat: settings.sampleFormat,
  dither: settings.dither,
  clock: () => performance.now(),
};

port.on('message', async (request: WorkerRequest | WarmRequest | 'close') => {
  if (request === 'close') {
    await cache?.close();
    port.close();
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
    const prepared = checked ? { job, checked } : await prepareFile(job, context);
    // The main thread has looked the job up already.
    const result = 'failed' in prepared ? prepared.failed : await generateFile(prepared, context, true);
    post({ id, result }, [...new Set(result.files.map(({ bytes }) => bytes.buffer as ArrayBuffer))]);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    post({ id, error: { message, ...(code !== undefined && { code }) } });
  }
});
