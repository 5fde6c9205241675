/** The choice that an author may have meant, if there is one within three letters. */
export function suggest(given: string, choices: readonly string[]): string | undefined {
  const input = given.toLowerCase();
  const prefix = choices.find((choice) => {
    const lower = choice.toLowerCase();
    return lower.startsWith(input) || input.startsWith(lower);
  });
  if (prefix !== undefined) return prefix;
  let best: string | undefined;
  let least = 4;
  for (const choice of choices) {
    const distance = levenshtein(input, choice.toLowerCase());
    if (distance < least) [best, least] = [choice, distance];
  }
  return best;
}

/** Insertions, deletions and replacements of characters between two texts. */
export function levenshtein(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let row = to.map((_, i) => i + 1);
  from.forEach((char, i) => {
    let [corner, left] = [i, i + 1];
    row = to.map((other, j) => {
      const cost = Math.min(row[j]! + 1, left + 1, corner + (char === other ? 0 : 1));
      [corner, left] = [row[j]!, cost];
      return cost;
    });
  });
  return row.at(-1) ?? from.length;
}
