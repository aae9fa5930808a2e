import { listAt, textAt, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';

/** The statement of a record about itself that keeps it off every list, whatever its type. */
export function ownReason(raw: JsonObject): SetAsideReason | null {
  // A goal has its status under another name than the rest of R4.
  const mistaken = [raw['status'], raw['docStatus'], raw['lifecycleStatus']].includes('entered-in-error');
  // R4 has this code among the verifications. Some senders have it among the clinical statuses.
  const isError = ['verificationStatus', 'clinicalStatus'].some((field) =>
    hasCode(raw, field, 'entered-in-error'),
  );
  if (mistaken || isError) return 'entered-in-error';
  return hasCode(raw, 'verificationStatus', 'refuted') ? 'refuted' : null;
}

function hasCode(raw: JsonObject, field: string, code: string): boolean {
  const codes = listAt(raw[field], 'coding').map((coding) => textAt(coding, 'code') ?? '');
  // Beside a code under which the statement holds, the record contradicts itself, and is shown with that.
  return codes.includes(code) && !codes.some((other) => STANDING.has(other));
}

/**
 * Codes under which a statement holds, however uncertain (R4 allergyintolerance-verification and
 * condition-ver-status, R5 `presumed`).
 */
const STANDING: ReadonlySet<string> = new Set([
  'confirmed',
  'unconfirmed',
  'presumed',
  'provisional',
  'differential',
  'active',
]);
