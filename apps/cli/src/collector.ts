/** The garbage collector of a run that starts workers. */
import { setFlagsFromString } from 'node:v8';

/**
 * Marks on each worker's own thread only. The buffers of sounds start a marking every few dozen megabytes, over a heap of
 * ten; V8 gives each of them to as many helper threads as there are, which took 2.5 of 17.5 s of CPU time of a batch with
 * one worker, and 4 of 22 with two, on cores that the workers could use. The price is memory: 440 instead of 290 MB there.
 * The other flags of --single-threaded-gc gained nothing beside it, nor did a young generation of 64 MB (scavenges took
 * 0.17 instead of 0.24 s, markings a tenth of a second more) or no incremental marking (three times the scavenges).
 *
 * To be called before this thread's heap has grown: V8 does not expect the flag to change during a marking.
 */
export function markOnOwnThread(): void {
  setFlagsFromString('--no-concurrent-marking');
}
