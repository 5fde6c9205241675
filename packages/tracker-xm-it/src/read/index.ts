/** `@speccade/tracker-xm-it/read`: XM and IT modules, whoever wrote them, as cells, instruments, samples and facts. */
import { type SongFacts, songFacts } from '../export/facts.ts';
import { ByteReader } from './byte-reader.ts';
import { factsSourceOf } from './facts-source.ts';
import { IT_ID, readIt } from './it.ts';
import type { Module } from './module.ts';
import { ModuleError } from './module-error.ts';
import { readXm, XM_ID } from './xm.ts';

export type { InstrumentFacts, SongFacts } from '../export/facts.ts';
export type { ItHeader, Module, ModuleEnvelope, ModuleInstrument, ModuleKey, ModuleSample } from './module.ts';
export { ModuleError } from './module-error.ts';

/**
 * Reads a module of either format; its first bytes say which. Throws `ModuleError` (`CLI_014`) for bytes that are none, are
 * cut short or contradict themselves. What a file can make it hold is bounded: two million cells, samples as views.
 */
export function readModule(bytes: Uint8Array): Module {
  const begins = (id: string) => [...id].every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (begins(XM_ID)) return readXm(new ByteReader(bytes));
  if (begins(IT_ID)) return readIt(new ByteReader(bytes));
  throw new ModuleError('the file is neither an XM nor an IT module');
}

/** What there is to know of a module without hearing it; patterns are named by their numbers. */
export function moduleFacts(module: Module): SongFacts {
  return songFacts(factsSourceOf(module));
}
