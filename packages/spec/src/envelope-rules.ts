/** The rules of the envelope beyond types: codes E001 to E011, E015, E019 and the warnings W001 to W003, W007. */
import {
  ASSET_ID,
  ASSET_TYPES,
  type AssetType,
  MAX_SEED,
  OUTPUT_FORMATS,
  type OutputFormat,
  SEED_WARNING_THRESHOLD,
  SPEC_VERSION,
  VARIANT_ID,
} from './document.ts';
import { describe } from './issue.ts';
import type { Findings } from './kinds/kind.ts';
import { type KindEntry, kindEntry, kindPrefix, recipeKindOf } from './kinds/table.ts';
import { checkOutputPath, pathCollisionKey, pathExtension } from './output-path.ts';
import { nearest } from './suggest.ts';

type Raw = Record<string, unknown>;

/** Checks the members that have the right type; wrong types have been told already. */
export function checkEnvelope(document: Raw, findings: Findings): void {
  const { spec_version, asset_id, seed, license, description, outputs, variants } = document;
  if (isU32(spec_version) && spec_version !== SPEC_VERSION) {
    findings.error('E001', ['spec_version'], `spec version ${spec_version} is not supported`, {
      expected: String(SPEC_VERSION),
      found: String(spec_version),
    });
  }
  if (typeof asset_id === 'string' && !ASSET_ID.test(asset_id)) {
    findings.error('E002', ['asset_id'], 'asset_id is malformed', {
      expected: 'a lower-case letter, then 2 to 63 of a-z 0-9 _ -',
      found: describe(asset_id),
      ...suggestId(asset_id),
    });
  }
  if (isU32(seed) && seed > SEED_WARNING_THRESHOLD) {
    findings.warn('W003', ['seed'], 'the seed is within 1000 of its maximum; offsets added to it wrap around');
  }
  if (Array.isArray(outputs)) checkOutputs(outputs, document, findings);
  if (Array.isArray(variants)) checkVariants(variants, findings);
  checkKind(document, findings);
  if (license === '')
    findings.warn('W001', ['license'], 'license is empty', { suggestion: 'name an SPDX licence, such as "CC0-1.0"' });
  if (description === undefined || description === null || description === '') {
    findings.warn('W002', ['description'], 'description is missing', {
      suggestion: 'say in a sentence what the asset is',
    });
  }
}

function suggestId(id: string): { suggestion?: string } {
  const tidy = id
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64);
  return ASSET_ID.test(tidy) ? { suggestion: `use ${JSON.stringify(tidy)}` } : {};
}

function checkOutputs(outputs: readonly unknown[], document: Raw, findings: Findings): void {
  if (outputs.length === 0) {
    findings.error('E005', ['outputs'], 'outputs is empty', { expected: 'at least one output', found: 'array of 0' });
    return;
  }
  const name = recipeKindOf(document);
  const kind = name === undefined ? undefined : kindEntry(name);
  const objects = outputs.map((output) => (typeof output === 'object' && output !== null ? (output as Raw) : {}));
  if (!objects.some((output) => output.kind === 'primary')) {
    findings.error('E006', ['outputs'], 'there is no primary output', {
      suggestion: 'give one output "kind": "primary"',
    });
  }
  const claimed = new Map<string, number>();
  objects.forEach((output, i) => {
    checkReserved(output, i, kind, findings);
    if (typeof output.path === 'string') checkPath(output, output.path, i, claimed, findings);
  });
  if (kind) checkPrimaries(objects, kind, findings);
}

function checkReserved(output: Raw, i: number, kind: KindEntry | undefined, findings: Findings): void {
  if (output.kind === 'preview') {
    findings.error('E015', ['outputs', i, 'kind'], 'preview outputs are made by the generator and cannot be declared', {
      expected: '"primary" or "metadata"',
      found: '"preview"',
    });
  }
  if (output.kind !== 'metadata') return;
  if (!kind || kind.metadata === 'none') {
    findings.error('E015', ['outputs', i, 'kind'], 'this recipe makes no metadata outputs', {
      expected: '"primary"',
      found: '"metadata"',
    });
  } else if (output.format !== 'json' && output.format !== kind.metadata && isFormat(output.format)) {
    const [are, expected] = kind.metadata === 'fnt' ? ['JSON or BMFont', '"json" or "fnt"'] : ['JSON', '"json"'];
    findings.error('E015', ['outputs', i, 'format'], `metadata outputs are ${are}`, {
      expected,
      found: describe(output.format),
    });
  }
}

function checkPath(output: Raw, path: string, i: number, claimed: Map<string, number>, findings: Findings): void {
  const at = ['outputs', i, 'path'] as const;
  const found = describe(path);
  const verdict = checkOutputPath(path);
  const key = pathCollisionKey(verdict.normal);
  const first = claimed.get(key);
  if (first === undefined) claimed.set(key, i);
  else {
    findings.error('E007', at, `outputs[${first}] already has this path`, { expected: 'a path of its own', found });
  }
  if (verdict.unsafe) {
    findings.error('E008', at, `the path ${verdict.unsafe}`, {
      expected: 'a relative path inside the output folder',
      found,
    });
  } else if (verdict.warning) findings.warn('W007', at, `the path ${verdict.warning}`, { found });
  if (isFormat(output.format) && pathExtension(path) !== output.format) {
    const stem = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : path;
    findings.error('E009', at, `the extension does not match the format "${output.format}"`, {
      expected: `a path ending in ".${output.format}"`,
      found,
      ...(!verdict.unsafe && { suggestion: `use ${JSON.stringify(`${stem}.${output.format}`)}` }),
    });
  }
}

function checkPrimaries(outputs: readonly Raw[], kind: KindEntry, findings: Findings): void {
  let count = 0;
  outputs.forEach((output, i) => {
    if (output.kind !== 'primary') return;
    count++;
    if (kind.primary && isFormat(output.format) && !kind.primary.includes(output.format)) {
      findings.error('E015', ['outputs', i, 'format'], `${kind.kind} does not make this format`, {
        expected: kind.primary.map((format) => `"${format}"`).join(' or '),
        found: describe(output.format),
      });
    }
  });
  if (kind.maxPrimary !== undefined && count > kind.maxPrimary) {
    findings.error('E015', ['outputs'], `${kind.kind} makes at most ${kind.maxPrimary} primary output(s)`, {
      expected: String(kind.maxPrimary),
      found: String(count),
    });
  }
}

function checkVariants(variants: readonly unknown[], findings: Findings): void {
  const seen = new Set<string>();
  variants.forEach((variant, i) => {
    const id = (variant as Raw | null)?.variant_id;
    if (typeof id !== 'string') return;
    const at = ['variants', i, 'variant_id'] as const;
    if (!VARIANT_ID.test(id)) {
      findings.error('E019', at, 'variant_id is malformed', {
        expected: '1 to 64 of a-z 0-9 _ -, not beginning with - or _',
        found: describe(id),
      });
    } else if (seen.has(id)) {
      findings.error('E019', at, 'variant_id is given twice', { expected: 'an id of its own', found: describe(id) });
    }
    seen.add(id);
  });
}

function checkKind(document: Raw, findings: Findings): void {
  const kind = recipeKindOf(document);
  const { asset_type } = document;
  if (kind === undefined || !ASSET_TYPES.includes(asset_type as AssetType)) return;
  const prefix = kindPrefix(kind);
  if (prefix === asset_type) return;
  const type = ASSET_TYPES.includes(prefix as AssetType) ? prefix : nearest(prefix, ASSET_TYPES);
  findings.error(
    'E011',
    ['recipe', 'kind'],
    `recipe kind ${JSON.stringify(kind)} does not fit asset_type "${asset_type}"`,
    {
      expected: `a kind beginning with "${asset_type}"`,
      found: describe(kind),
      ...(type && { suggestion: `set asset_type to "${type}", or choose another kind` }),
    },
  );
}

function isU32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SEED;
}

function isFormat(value: unknown): value is OutputFormat {
  return OUTPUT_FORMATS.includes(value as OutputFormat);
}
