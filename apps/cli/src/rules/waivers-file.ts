import { dayNumber, type Waiver } from '@speccade/rule-engine';
import { SpeccadeError } from '@speccade/spec';
import { SourceFile } from './source-file.ts';

/** Waivers from a file: a list of `rule`, `subject`, `reason` and `expires`, a date. Throws `SpeccadeError`. */
export function readWaivers(path: string, cwd: string): readonly Waiver[] {
  const source = new SourceFile(path, cwd);
  const refuse = (at: readonly (string | number)[], message: string): never => {
    const issue = source.issue('E_RULESET', message, source.placeAt(at));
    throw new SpeccadeError(issue.code, issue.message, [issue]);
  };
  if (!Array.isArray(source.value)) return refuse([], 'waivers must be a list');
  return source.value.map((item: unknown, i): Waiver => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return refuse([i], 'a waiver must be a record');
    const fields = item as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      if (!['rule', 'subject', 'reason', 'expires'].includes(key)) refuse([i, key], `a waiver has no field ${key}`);
    }
    const text = (key: string): string => {
      const value = fields[key];
      if (typeof value !== 'string' || value.trim() === '') return refuse([i, key], `a waiver needs a ${key}`);
      return value;
    };
    const day = (): number => {
      try {
        return dayNumber(text('expires'));
      } catch (error) {
        if (error instanceof SpeccadeError) throw error;
        return refuse([i, 'expires'], 'expires must be a date such as 2027-01-31');
      }
    };
    return { rule: text('rule'), subject: text('subject'), reason: text('reason'), expires: day() };
  });
}
