/**
 * The bytes that the specs of this folder and texture examples give. A change here is a change for every user: bump the
 * backend's version, run with UPDATE_GOLDEN=1 and say why in the commit.
 */
import { holdTextures } from '../_hold-textures.ts';
import { goldenSpecs } from './_specs.ts';

await holdTextures(await goldenSpecs(), new URL('hashes.json', import.meta.url));
