import type { JsonObject } from '../entry.ts';
import { hasModifierExtension } from '../json.ts';
import { hasLabel } from '../labels.ts';
import { LEFT_OUT } from '../server-message.ts';
import type { BundleGap } from './bundle-gap.ts';

const CUT = new Set(['SUBSETTED']);
const HIDDEN = new Set(['REDACTED', 'MASKED']);

/**
 * What marks on a Bundle as a whole, or on its rows, leave open: the server gave a part of each record, or a condition that may
 * change what any of it means. The records in it carry their own.
 */
export function gapsOfMarks({ meta, ...bundle }: JsonObject, rows: readonly unknown[]): readonly BundleGap[] {
  if (rows.length === 0) return [];
  const own = rows.map((row) => ({ ...(row as JsonObject | null), resource: undefined }));
  const isConditional = 'implicitRules' in bundle || hasModifierExtension({ ...bundle, entry: own });
  const gaps: readonly (BundleGap | false)[] = [
    hasLabel(meta, CUT) && { why: 'more', what: 'parts of each record', about: null },
    hasLabel(meta, HIDDEN) && { why: 'withheld', what: LEFT_OUT, about: null },
    isConditional && { why: 'unreadable', what: 'a condition that came with the answer', about: null },
  ];
  return gaps.filter((gap) => gap !== false);
}
