/** Where the module lies beside this package, in a form that bundlers recognise. Sources and builds are both one level below. */
export const wasmUrl = (): URL => new URL('../wasm/starlark.wasm', import.meta.url);
