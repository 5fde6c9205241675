/** JSON Schema of the document, generated from the schemas that validate. */
import { type $ZodType, type JSONSchema, toJSONSchema } from 'zod/v4/core';
import { ASSET_ID, envelopeSchema, OUTPUT_KINDS, VARIANT_ID } from './document.ts';
import type { KindModule } from './kinds/kind.ts';
import { kindsWithSchema, loadKind } from './kinds/registry.ts';
import { KINDS, type KindEntry } from './kinds/table.ts';

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
  constrainOutputs(properties.outputs!);
  const recipe = schemaOf(properties.recipe!);
  // Any text is a kind; the known ones are there for completion.
  (recipe.properties as Record<string, Shape>).kind = {
    anyOf: [{ enum: KINDS.map((entry) => entry.kind) }, { type: 'string' }],
  };
  // Loaded at once, converted one after another: the order of the definitions is that of the kinds.
  const modules = await Promise.all(kindsWithSchema().map(loadKind));
  recipe.allOf = modules.map((module) => paramsRule(module!, defs));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: JSON_SCHEMA_ID,
    title: 'SpecCade spec',
    ...envelope,
    allOf: KINDS.map(envelopeRule),
    $defs: defs,
  };
}

/** At least one output, one of them primary, none a preview, and paths that stay inside the output folder. */
function constrainOutputs(outputs: Shape): void {
  const output = (outputs.items as Shape).properties as Record<string, Shape>;
  output.kind = { enum: OUTPUT_KINDS.filter((kind) => kind !== 'preview') };
  output.path = { type: 'string', minLength: 1, pattern: SAFE_PATH };
  outputs.minItems = 1;
  outputs.contains = { properties: { kind: { const: 'primary' } } };
}

const SAFE_PATH = '^(?!/)(?!.:)(?!(.*/)?\\.\\.(/|$))[^\\\\]+$';

/** What a kind asks of the envelope: its asset type, and the formats and number of its outputs. */
function envelopeRule({ kind, assetType, primary, maxPrimary, metadata }: KindEntry): Shape {
  const isPrimary = { properties: { kind: { const: 'primary' } } };
  const rules: Shape[] = [];
  if (primary) rules.push({ items: implies(isPrimary, { properties: { format: { enum: primary } } }) });
  if (maxPrimary) rules.push({ contains: isPrimary, maxContains: maxPrimary });
  if (metadata === 'none') rules.push({ items: isPrimary });
  else {
    const formats = metadata === 'json' ? ['json'] : ['json', metadata];
    const isMetadata = { properties: { kind: { const: 'metadata' } } };
    rules.push({ items: implies(isMetadata, { properties: { format: { enum: formats } } }) });
  }
  const outputs = rules.length > 0 ? { outputs: { allOf: rules } } : {};
  return implies(
    { properties: { recipe: { type: 'object', properties: { kind: { const: kind } } } }, required: ['recipe'] },
    { properties: { asset_type: { const: assetType }, ...outputs } },
  );
}

function paramsRule(module: KindModule<unknown>, defs: Shape): Shape {
  const { kind } = module;
  const params = convert(module.params, kind, defs);
  if (module.stripped !== undefined) params.patternProperties = { [module.stripped]: {} };
  return implies({ properties: { kind: { const: kind } } }, { properties: { params } });
}

function implies(condition: Shape, consequence: Shape): Shape {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: consequence };
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
