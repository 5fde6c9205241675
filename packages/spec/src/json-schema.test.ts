import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toJsonSchema } from './json-schema.ts';
import { KINDS } from './kinds/table.ts';

const file = new URL('../schema/spec-v1.schema.json', import.meta.url);

it('is committed as it is generated', async () => {
  const text = `${JSON.stringify(await toJsonSchema(), null, 2)}\n`;
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8'), 'run UPDATE_SCHEMA=1 vitest run packages/spec to write it').toBe(text);
});

it('names all 29 kinds and describes the parameters of those that have a schema', async () => {
  const schema = JSON.stringify(await toJsonSchema());
  expect(KINDS).toHaveLength(29);
  for (const { kind } of KINDS) expect(schema).toContain(`"${kind}"`);
  expect(schema).toContain('"karplus_strong"');
});

it('lets fonts have BMFont files beside JSON, and nothing else', async () => {
  const schema = (await toJsonSchema()) as { allOf: unknown[] };
  const rules = schema.allOf
    .map((rule) => JSON.stringify(rule))
    .filter((rule) => rule.includes('"enum":["json","fnt"]'));
  expect(rules).toHaveLength(1);
  expect(rules[0]).toContain('"font.bitmap_v1"');
});

it('has a definition for every reference', async () => {
  const schema = await toJsonSchema();
  const names = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1]!);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(Object.keys(schema.$defs as object)).toContain(name);
});
