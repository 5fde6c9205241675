/** Which tool a preset is from, by how it begins: a call or an array is ZzFX's, all else counts as sfxr's. */
export function presetTool(input: string | Uint8Array): 'sfxr' | 'zzfx' {
  const start = typeof input === 'string' ? input : new TextDecoder().decode(input.subarray(0, 4096));
  return /^\s*(?:\/[/*]|zzfx|\[)/.test(start) ? 'zzfx' : 'sfxr';
}
