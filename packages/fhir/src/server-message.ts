import type { Gap } from '@ehch/clinical';
import { isObject, listAt, textAt } from './entry.ts';

/** Issue codes of R4's OperationOutcome that mean "left out because you may not see it". */
const WITHHELD = new Set(['security', 'login', 'forbidden', 'suppressed', 'expired']);
/** Those that mean "there is more than this". */
const MORE = new Set(['incomplete', 'too-costly', 'too-long']);
/** Those that mean that something could not be done, be it called a warning. */
const BROKEN = new Set(['transient', 'lock-error', 'no-store', 'exception', 'timeout', 'throttled']);
/** R4's severities under which all was done (R5 has `success`); one that is not known here may be an error. */
const DONE = new Set(['information', 'warning', 'success']);

export const LEFT_OUT = 'records that the server left out';

/**
 * What an OperationOutcome among the results says is missing. FHIR servers say so in a 200 answer, and a reader that
 * skips it reports a part as the whole. Information is no gap; neither is a warning about the request itself.
 */
export function gapsIn(resource: unknown): readonly Gap[] {
  if (!isObject(resource) || resource['resourceType'] !== 'OperationOutcome') return [];
  const issues = listAt(resource, 'issue');
  // R4 asks for one issue at least: a message that says nothing may mean anything.
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
