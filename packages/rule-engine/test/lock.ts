/** Prints the line of `engine.lock.json` for this version: `node packages/rule-engine/test/lock.ts`. */
import { readFileSync } from 'node:fs';
import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ENGINE_VERSION, engineFingerprint } from '../src/versioning.ts';
import { VECTOR_FILES } from './vectors/run.ts';

const state = blake3.create();
for (const name of VECTOR_FILES) state.update(readFileSync(new URL(`../vectors/${name}`, import.meta.url)));
const line = { fingerprint: engineFingerprint(), vectors: `blake3:${bytesToHex(state.digest())}` };
console.log(JSON.stringify({ [ENGINE_VERSION]: line }, null, 2));
