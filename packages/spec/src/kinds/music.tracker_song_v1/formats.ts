/** Which modules a song is written as, and which format each belongs to. */
import type { SpecEnvelope } from '../../document.ts';
import { describe } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { TRACKER_FORMATS, type TrackerFormat } from './common.ts';

/** The song's own format first, then the other one where an output asks for it. */
export function requestedFormats(format: TrackerFormat, outputs: SpecEnvelope['outputs']): TrackerFormat[] {
  const others = TRACKER_FORMATS.filter(
    (other) => other !== format && outputs.some((output) => output.kind === 'primary' && output.format === other),
  );
  return [format, ...others];
}

/** One module in the format of the song, or one in each format. */
export function checkOutputs(format: TrackerFormat, envelope: SpecEnvelope, findings: Findings): void {
  const primaries = envelope.outputs.flatMap((output, index) => (output.kind === 'primary' ? [{ output, index }] : []));
  const seen = new Set<string>();
  for (const { output, index } of primaries) {
    const path = ['outputs', index, 'format'];
    const found = describe(output.format);
    if (primaries.length === 1 && output.format !== format) {
      findings.error('E015', path, 'the format of the module is not that of the song', {
        expected: describe(format),
        found,
        suggestion: `set recipe.params.format to ${found}, or add an output of format ${describe(format)}`,
      });
    }
    if (seen.has(output.format)) {
      findings.error('E015', path, 'there is one module per format', { expected: 'one xm and one it', found });
    }
    seen.add(output.format);
  }
}
