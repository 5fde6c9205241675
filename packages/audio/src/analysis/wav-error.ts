import { SpeccadeError } from '@speccade/spec';

/** The bytes are no WAV file that can be read; the message says why. */
export class WavError extends SpeccadeError {
  constructor(message: string) {
    super('CLI_012', message);
    this.name = 'WavError';
  }
}
