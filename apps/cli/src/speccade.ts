import * as module from 'node:module';

// Absent before Node 22; then start-up is merely slower.
module.enableCompileCache?.();

const { start } = await import('./start.ts');
await start();
