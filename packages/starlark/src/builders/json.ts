/** Values that builders take and give. */

/** A value of JSON as builders take it: members that are `undefined` are left out. */
export type JsonInput =
  | null
  | boolean
  | number
  | string
  | readonly JsonInput[]
  | { readonly [key: string]: JsonInput | undefined };

/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What most builders give. */
export type JsonObject = { [key: string]: Json };
