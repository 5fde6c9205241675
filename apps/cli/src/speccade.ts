import * as module from 'node:module';
import { startEarly, takeEarly } from './worker-thread.ts';

// Absent before Node 22; then start-up is merely slower.
module.enableCompileCache?.();

startEarly(process.argv.slice(2));
const { start } = await import('./start.ts');
await start();
await takeEarly()?.terminate();
