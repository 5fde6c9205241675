/** Texts of modules: players read code page 437, of which printable ASCII is the part that every one shows alike. */

/** What has a common spelling in ASCII though it does not decompose into a letter and marks. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  đ: 'd',
  ł: 'l',
  Ł: 'L',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

/** At most `length` bytes of printable ASCII: letters lose their marks, what has no spelling is a question mark. */
export function plainText(text: string, length: number): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.normalize('NFKD')) {
    if (/\p{M}/u.test(character)) continue;
    for (const letter of SPELLINGS[character] ?? character) {
      const code = letter.charCodeAt(0);
      if (code >= 0x20 && code < 0x7f && letter.length === 1) bytes.push(code);
      else bytes.push(code < 0x20 ? 0x20 : 0x3f);
    }
  }
  return Uint8Array.from(bytes.slice(0, length));
}
