import type { Gap } from '@ehch/clinical';
import { isObject, listAt, textAt } from './entry.ts';

/** R4 OperationOutcome issue codes that mean "left out because you may not see it". */
const WITHHELD = new Set(['security', 'login', 'forbidden', 'suppressed', 'expired']);
/** Issue codes that mean "there is more than this". */
const MORE = new Set(['incomplete', 'too-costly', 'too-long']);
/** Issue codes that mean that something failed, even where the server calls it a warning. */
const BROKEN = new Set(['transient', 'lock-error', 'no-store', 'exception', 'timeout', 'throttled']);
/** Severities at which the work was done (R4, and `success` in R5). An unknown severity may be an error. */
const DONE = new Set(['information', 'warning', 'success']);

/** The words of a gap where the server does not say which records it left out. */
export const LEFT_OUT = 'records that the server left out';

/**
 * The gaps that an OperationOutcome among the results reports. FHIR servers report them in a 200 answer, and
 * a reader that skips them shows a part as the whole. Information is no gap; nor is a warning about the
 * request itself.
 */
export function gapsIn(resource: unknown): readonly Gap[] {
  if (!isObject(resource) || resource['resourceType'] !== 'OperationOutcome') return [];
  const issues = listAt(resource, 'issue');
  // R4 requires at least one issue. A message without any may mean anything, so it counts as a failure.
  if (issues.length === 0) return [{ why: 'failed', what: LEFT_OUT }];
  return issues.flatMap((issue): Gap[] => {
    const code = textAt(issue, 'code') ?? '';
    const severity = textAt(issue, 'severity')?.toLowerCase() ?? '';
    if (WITHHELD.has(code)) return [{ why: 'withheld', what: LEFT_OUT }];
    if (MORE.has(code)) return [{ why: 'more', what: LEFT_OUT }];
    const isBroken = BROKEN.has(code) && severity !== 'information';
    return isBroken || !DONE.has(severity) ? [{ why: 'failed', what: LEFT_OUT }] : [];
  });
}
