import { SpeccadeError } from '@speccade/spec';
import type { InnerCode } from '../library/checks.ts';

/**
 * A call of a builder that is refused: S101 for what is missing or empty, S102 for a wrong type or a parameter that there
 * is not, S103 for a value out of range, S104 for one that is not among the choices.
 */
export class BuilderError extends SpeccadeError {
  declare readonly code: InnerCode;
  /** Name of the function, without its area. */
  readonly function: string;
  /** Name of the parameter at fault; empty where there is none. */
  readonly param: string;

  constructor(code: InnerCode, message: string, name: string, param: string) {
    super(code, message, [
      {
        code,
        severity: 'error',
        path: '',
        message,
        trace: { innerCode: code, function: name, ...(param && { param }) },
      },
    ]);
    this.name = 'BuilderError';
    this.function = name;
    this.param = param;
  }
}
