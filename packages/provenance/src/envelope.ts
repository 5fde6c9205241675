/** DSSE envelopes (Dead Simple Signing Envelope, protocol 1.0.0): what a signature covers, and where it is put. */

export const STATEMENT_MEDIA_TYPE = 'application/vnd.in-toto+json';

export interface Signature {
  readonly keyid: string;
  /** Base64. */
  readonly sig: string;
}

export interface Envelope {
  /** Base64 of the body. */
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly Signature[];
}

const utf8 = new TextEncoder();

/**
 * The bytes to sign: `"DSSEv1" SP LEN(type) SP type SP LEN(body) SP body`, lengths in bytes as ASCII decimals. Unlike a
 * plain concatenation, no two pairs of type and body give the same bytes.
 */
export function pae(type: string, body: Uint8Array): Uint8Array {
  const typeBytes = utf8.encode(type).length;
  const head = utf8.encode(`DSSEv1 ${typeBytes} ${type} ${body.length} `);
  const encoded = new Uint8Array(head.length + body.length);
  encoded.set(head);
  encoded.set(body, head.length);
  return encoded;
}

/** An envelope that nobody has signed yet. */
export function unsignedEnvelope(body: Uint8Array, type: string = STATEMENT_MEDIA_TYPE): Envelope {
  return { payload: base64(body), payloadType: type, signatures: [] };
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
