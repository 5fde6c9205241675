import { canonicalHash } from './hash.ts';

/**
 * The document as it is hashed: every member as given, with optional members that are `null` left out. Members of
 * `recipe.params` are never touched: a default is not the same as a value that was written down.
 */
export function hashableDocument(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([, member]) => member !== null && member !== undefined));
}

/** `spec_hash`: BLAKE3 of the canonical (RFC 8785) JSON of the whole document. */
export function specHash(document: Readonly<Record<string, unknown>>): string {
  return canonicalHash(hashableDocument(document));
}

/** `recipe_hash`: BLAKE3 of the canonical JSON of `{kind, params}`; it does not depend on seed or outputs. */
export function recipeHash(recipe: { readonly kind: string; readonly params: unknown }): string {
  return canonicalHash({ kind: recipe.kind, params: recipe.params });
}
