/** libopenmpt compiled to WebAssembly, as far as it is used here: https://lib.openmpt.org/doc/group__libopenmpt__c.html */
declare module 'chiptune3/libopenmpt.worklet.js' {
  export interface LibOpenMpt {
    readonly HEAPU8: Uint8Array;
    readonly HEAPF32: Float32Array;
    UTF8ToString(pointer: number): string;
    _malloc(size: number): number;
    _free(pointer: number): void;
    _openmpt_module_create_from_memory2(
      data: number,
      size: number,
      log: number,
      logUser: number,
      error: number,
      errorUser: number,
      errorCode: number,
      errorMessage: number,
      ctls: number,
    ): number;
    _openmpt_module_destroy(module: number): void;
    _openmpt_module_get_duration_seconds(module: number): number;
    _openmpt_module_get_num_channels(module: number): number;
    _openmpt_module_set_repeat_count(module: number, count: number): number;
    _openmpt_module_read_float_stereo(module: number, rate: number, count: number, left: number, right: number): number;
    _openmpt_get_library_version(): number;
  }
  /** `printErr` is handed what the library says of modules. */
  export default function load(module?: { readonly printErr?: (text: string) => void }): Promise<LibOpenMpt>;
}
