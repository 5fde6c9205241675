import { resolve } from 'node:path';
import { formatReport, type Issue, type Report } from '@speccade/spec';
import { type Arguments, type OptionSpec, text, UsageError } from './args.ts';
import type { Io } from './io.ts';
import { OutputError, writeFileAtomic } from './output-files.ts';

export const REPORT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'report-dir': { type: 'string', value: '<dir>', description: 'write reports there (default beside the spec)' },
  'no-report': { type: 'boolean', description: 'write no report' },
};

/** Where reports go, or `undefined` for nowhere. */
export function reportFolder(args: Arguments, besideSpec: string, io: Io): string | undefined {
  const folder = text(args, 'report-dir');
  if (args.values['no-report'] === true) {
    if (folder !== undefined) throw new UsageError('--report-dir and --no-report contradict each other');
    return undefined;
  }
  return folder === undefined ? besideSpec : resolve(io.cwd, folder);
}

/** Writes a report. What goes wrong is a warning: the assets are there all the same. */
export function writeReport(path: string, report: Report): Issue | undefined {
  try {
    writeFileAtomic(path, formatReport(report));
    return undefined;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    return { ...error.issue, severity: 'warning', code: 'CLI_W002' };
  }
}
