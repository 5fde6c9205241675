import type { FactsSource } from '../export/facts.ts';
import { isInReach } from '../song/reach.ts';
import type { Module, ModuleInstrument } from './module.ts';

/** MIDI number of the lowest key, in either format. */
const LOWEST = 12;

export function factsSourceOf(module: Module): FactsSource {
  const { format, samples, instruments } = module;
  return {
    ...module,
    samples: samples.length,
    instruments: instruments.map((instrument) => ({
      name: instrument.name,
      sampleFrames: samplesOf(instrument).reduce((sum, index) => sum + samples[index]!.frames, 0),
      plays(key) {
        const { note = 0, sample } = instrument.keys[key - LOWEST] ?? {};
        const found = sample === undefined ? undefined : samples[sample];
        return found !== undefined && isInReach(format, note + LOWEST, found);
      },
    })),
  };
}

/** Indices of the samples of an instrument, each once. */
function samplesOf({ keys }: ModuleInstrument): number[] {
  return [...new Set(keys.flatMap(({ sample }) => sample ?? []))];
}
