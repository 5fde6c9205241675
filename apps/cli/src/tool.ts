/** What this build is: stamped into `build.json` beside the bundle when it is built. */
import { readFileSync } from 'node:fs';
import type { Tool } from '@speccade/pipeline';
import { VERSION } from './version.ts';

interface BuildStamp {
  /** Hash over the files of the bundle; absent in a release. */
  readonly build?: string;
  readonly commit?: string;
  readonly dirty?: boolean;
}

let tool: Tool | undefined;

/** The tool's identity for reports and cache keys. */
export function thisTool(): Tool {
  tool ??= { name: 'speccade', version: VERSION, ...readStamp(), targetTriple: targetTriple() };
  return tool;
}

function readStamp(): BuildStamp {
  try {
    return JSON.parse(readFileSync(new URL('./build.json', import.meta.url), 'utf8')) as BuildStamp;
  } catch {
    // Not stamped: some build nobody knows. It must not share cache entries with a release.
    return { build: 'unstamped', dirty: true };
  }
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64', ia32: 'i686' };

function targetTriple(): string {
  const arch = ARCHITECTURES[process.arch] ?? process.arch;
  if (process.platform === 'darwin') return `${arch}-apple-darwin`;
  if (process.platform === 'win32') return `${arch}-pc-windows-msvc`;
  return `${arch}-unknown-${process.platform}-gnu`;
}
