/**
 * The bytes that the flat specs of this folder and of the examples give. A change here is a change for every user: bump
 * the backend's version, run with UPDATE_GOLDEN=1 and say why in the commit.
 */
import { holdTextures } from '../_hold-textures.ts';
import { flatSpecs } from './_specs.ts';

await holdTextures(flatSpecs(), new URL('hashes.json', import.meta.url));
