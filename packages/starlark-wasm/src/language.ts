/** Which parts of the language are on, most of them as the flags of starlark-go. `load` is on where a request can load. */
export interface Language {
  /** `while` statements. */
  readonly while: boolean;
  /** The `set` function and set comprehensions. */
  readonly set: boolean;
  /** Functions that call themselves, up to the limit of the call depth. */
  readonly recursion: boolean;
  /** `if`, `for` and `while` outside of functions. */
  readonly topLevelControl: boolean;
  /** Assigning a global twice. */
  readonly globalReassign: boolean;
  /** `%(name)s` in format strings, with a dict at the right of the `%`; an extension of starlark-go. */
  readonly namedFormats: boolean;
}

export const DEFAULT_LANGUAGE: Language = {
  while: false,
  set: false,
  recursion: true,
  topLevelControl: true,
  globalReassign: true,
  namedFormats: true,
};
