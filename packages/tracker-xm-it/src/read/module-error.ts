import { SpeccadeError } from '@speccade/spec';

/** Bytes that are no module, or a damaged one. */
export class ModuleError extends SpeccadeError {
  constructor(message: string) {
    super('CLI_014', message);
  }
}
