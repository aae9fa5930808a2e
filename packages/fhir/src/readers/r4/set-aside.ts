import { listAt, textAt, type JsonObject } from '../../entry.ts';
import type { SetAsideReason } from '../../ledger.ts';

/** What the record says of itself that keeps it off every list, whatever its type. */
export function ownReason(raw: JsonObject): SetAsideReason | null {
  const mistaken = [raw['status'], raw['docStatus']].includes('entered-in-error');
  if (mistaken || verification(raw, 'entered-in-error')) return 'entered-in-error';
  return verification(raw, 'refuted') ? 'refuted' : null;
}

function verification(raw: JsonObject, code: string): boolean {
  return listAt(raw['verificationStatus'], 'coding').some((coding) => textAt(coding, 'code') === code);
}
