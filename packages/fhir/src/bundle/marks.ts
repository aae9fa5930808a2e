import type { JsonObject } from '../entry.ts';
import { hasModifierExtension } from '../json.ts';
import { hasLabel } from '../labels.ts';
import { LEFT_OUT } from '../server-message.ts';
import type { BundleGap } from './bundle-gap.ts';

/** The label of R4 for a record of which the server left parts out. */
const CUT = new Set(['SUBSETTED']);
/** Labels for records whose content the server hid. */
const HIDDEN = new Set(['REDACTED', 'MASKED']);

/**
 * Gaps from marks on a Bundle as a whole, or on its entries: the server sent a part of each record, or a
 * condition that may change its meaning. Marks on the records themselves are read with each record.
 */
export function gapsOfMarks({ meta, ...bundle }: JsonObject, rows: readonly unknown[]): readonly BundleGap[] {
  if (rows.length === 0) return [];
  // The records have their own check, so they are left out here.
  const own = rows.map((row) => ({ ...(row as JsonObject | null), resource: undefined }));
  // R4: `implicitRules` and modifier extensions may change what the content means. This reader knows none of
  // them.
  const isConditional = 'implicitRules' in bundle || hasModifierExtension({ ...bundle, entry: own });
  const gaps: readonly (BundleGap | false)[] = [
    hasLabel(meta, CUT) && { why: 'more', what: 'parts of each record', about: null },
    hasLabel(meta, HIDDEN) && { why: 'withheld', what: LEFT_OUT, about: null },
    isConditional && { why: 'unreadable', what: 'a condition that came with the answer', about: null },
  ];
  return gaps.filter((gap) => gap !== false);
}
