import type { Gap, WithheldReason } from '@ehch/clinical';
import { listAt, textAt } from '../../entry.ts';
import { objectionToSharing } from './map/consents.ts';
import type { PatientRecord } from './record.ts';

/** v3-Confidentiality: restricted and very restricted. */
const RESTRICTED = new Set(['R', 'V']);

/** Whether the record as a whole may not be shown, and why. Identity stays: the reader must know whose record it is. */
export function withheldReason(record: PatientRecord): WithheldReason | null {
  const labels = listAt(record.rawPatient?.['meta'], 'security');
  if (labels.some((label) => RESTRICTED.has(textAt(label, 'code') ?? ''))) return 'restricted';
  return objectionToSharing(record) === 'whole' ? 'consent' : null;
}

/** A denial that covers a part of the record, which only the server can tell: the reader must know that there is one. */
export function partlyWithheld(record: PatientRecord): readonly Gap[] {
  return objectionToSharing(record) === 'part'
    ? [{ why: 'withheld', what: 'what she objects to sharing' }]
    : [];
}
