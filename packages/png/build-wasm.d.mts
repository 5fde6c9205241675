/** The text of the module that `assembly/` compiles to. */
export function build(): Promise<string>;
