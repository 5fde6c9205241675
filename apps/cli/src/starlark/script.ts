/** Evaluates one script, in this thread. */
import type { Evaluated } from '@speccade/pipeline';
import type { Issue } from '@speccade/spec';
import { createEvaluator, STDLIB_VERSION } from '@speccade/starlark';
import { ModuleFolder } from './modules.ts';

/** What a script is evaluated from; plain data, so that it can be sent to a thread. */
export interface ScriptRequest {
  /** The script's path as people see it. */
  readonly path: string;
  /** The same, absolute. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly cwd: string;
  /** The folder, absolute, below which modules may be loaded; none without it. */
  readonly loadRoot: string | undefined;
}

export type EvaluateScript = (request: ScriptRequest) => Promise<Evaluated>;

/** An evaluator in this thread, with an engine of its own. `wasm` is the engine's module, where it is compiled already. */
export function createScriptEvaluator(wasm?: WebAssembly.Module): EvaluateScript {
  const evaluator = createEvaluator(wasm && { wasm });
  return async ({ path, file, bytes, cwd, loadRoot }) => {
    let source: string;
    try {
      source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      const message = 'cannot read the spec: it is not UTF-8';
      return { ok: false, issues: [{ code: 'CLI_001', severity: 'error', path: '', message }] };
    }
    const folder = loadRoot === undefined ? undefined : new ModuleFolder(loadRoot, cwd, path, file);
    const load = folder && { load: (wanted: string, from: string) => folder.find(wanted, from) };
    const result = await evaluator.evaluate({ filename: path, source, ...load });
    if (result.ok) return { ...result, stdlibVersion: STDLIB_VERSION, modules: folder?.loaded ?? [] };
    return { ...result, issues: result.issues.map((issue) => (folder ? issue : withLoadHint(issue))) };
  };
}

function withLoadHint(issue: Issue): Issue {
  const isLoad = issue.code === 'S001' && issue.message.endsWith('load is not allowed here');
  return isLoad ? { ...issue, suggestion: 'name the folder that modules are in with --load-root' } : issue;
}
