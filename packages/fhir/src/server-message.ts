import type { Gap } from '@ehch/clinical';
import { isObject, listAt, textAt } from './entry.ts';

/** Issue codes of R4's OperationOutcome that mean "left out because you may not see it". */
const WITHHELD = new Set(['security', 'login', 'forbidden', 'suppressed', 'expired']);
/** Those that mean "there is more than this". */
const MORE = new Set(['incomplete', 'too-costly', 'too-long']);

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
    const severity = textAt(issue, 'severity');
    if (WITHHELD.has(code)) return [{ why: 'withheld', what: LEFT_OUT }];
    if (MORE.has(code)) return [{ why: 'more', what: LEFT_OUT }];
    return severity === 'error' || severity === 'fatal' ? [{ why: 'failed', what: LEFT_OUT }] : [];
  });
}
