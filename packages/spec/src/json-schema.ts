/** JSON Schema of the document, generated from the schemas that validate. */
import { type $ZodType, type JSONSchema, toJSONSchema } from 'zod/v4/core';
import { ASSET_ID, envelopeSchema, VARIANT_ID } from './document.ts';
import { kindsWithSchema, loadKind } from './kinds/registry.ts';
import { KINDS } from './kinds/table.ts';

export const JSON_SCHEMA_ID = 'https://speccade.dev/schema/spec-v1.schema.json';

/**
 * JSON Schema (draft 2020-12) of a whole spec. Kinds whose parameters have a schema are checked in full; of the others,
 * `params` is left open. Rules that need more than one field are the validator's alone.
 */
export async function toJsonSchema(): Promise<Record<string, unknown>> {
  const defs: Shape = {};
  const envelope = convert(envelopeSchema, 'spec', defs);
  const properties = envelope.properties as Record<string, Shape>;
  properties.spec_version = { const: 1 };
  properties.asset_id = { type: 'string', pattern: ASSET_ID.source };
  const variant = schemaOf(properties.variants!).items as Shape;
  (variant.properties as Record<string, Shape>).variant_id = { type: 'string', pattern: VARIANT_ID.source };
  const recipe = schemaOf(properties.recipe!);
  (recipe.properties as Record<string, Shape>).kind = { enum: KINDS.map((entry) => entry.kind) };
  const rules: Shape[] = [];
  for (const kind of kindsWithSchema()) {
    const params = convert((await loadKind(kind))!.params, kind, defs);
    rules.push({
      if: { properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { params } },
    });
  }
  recipe.allOf = rules;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: JSON_SCHEMA_ID,
    title: 'SpecCade spec',
    ...envelope,
    $defs: defs,
  };
}

type Shape = Record<string, unknown>;

/** The JSON Schema of `schema`; its shared parts go into `defs`, under names that begin with `name`. */
function convert(schema: $ZodType, name: string, defs: Shape): Shape {
  const made = toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
  const text = JSON.stringify(made).replaceAll('#/$defs/__schema', `#/$defs/${name}.`);
  const { $schema: _, $defs: own = {}, ...rest } = JSON.parse(text) as JSONSchema.BaseSchema;
  for (const [key, def] of Object.entries(own)) defs[key.replace('__schema', `${name}.`)] = def;
  return rest as Shape;
}

/** The schema beside `null` of an optional member. */
function schemaOf(optional: Shape): Shape {
  const options = optional.anyOf as Shape[] | undefined;
  return options?.find((option) => option.type !== 'null') ?? optional;
}
