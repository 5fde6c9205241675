import { expect, it } from 'vitest';
import { pae, unsignedEnvelope } from './envelope.ts';

const utf8 = new TextEncoder();

it('encodes the check value of the DSSE protocol text', () => {
  const encoded = pae('http://example.com/HelloWorld', utf8.encode('hello world'));
  expect(new TextDecoder().decode(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

it('counts bytes, not characters', () => {
  expect(new TextDecoder().decode(pae('é', utf8.encode('→')))).toBe('DSSEv1 2 é 3 →');
});

it('makes an envelope without signatures', () => {
  const envelope = unsignedEnvelope(Uint8Array.of(0, 255, 254));
  expect(envelope).toEqual({ payload: 'AP/+', payloadType: 'application/vnd.in-toto+json', signatures: [] });
});
