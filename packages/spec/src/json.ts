/** A JSON value as data. Objects are plain; a reader never puts `__proto__` into one. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
