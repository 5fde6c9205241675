import { SpeccadeError } from '@speccade/spec';

/** The bytes are no PNG file that can be read, or pictures do not fit together; the message says why. */
export class PngError extends SpeccadeError {
  constructor(message: string) {
    super('CLI_013', message);
    this.name = 'PngError';
  }
}
