import type { Template } from './leaves.ts';

/** How sounds of one kind are made at random. */
export interface Category {
  /** What it is for, as a list of categories says it. */
  readonly about: string;
  /** Values that the recipe refers to, drawn first; `d` is the duration in seconds. */
  readonly named: { readonly d: Template } & { readonly [name: string]: Template };
  /** `recipe.params` but for the duration. */
  readonly params: Template;
}
