/** `@speccade/texture`: pictures from the 2D recipes. */
export { textureBackend } from './backend.ts';
export { TEXTURE_BACKEND } from './identity.ts';
