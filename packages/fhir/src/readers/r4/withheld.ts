import type { Gap, WithheldReason } from '@ehch/clinical';
import { listAt, textAt } from '../../entry.ts';
import { objectionToSharing } from './map/consents.ts';
import type { PatientRecord } from './record.ts';

/** v3-Confidentiality: restricted and very restricted. */
const RESTRICTED = new Set(['R', 'V']);

/**
 * Why the record as a whole must not be shown. `null`: it may be. Identity stays on screen, so that people
 * know whose record it is.
 */
export function withheldReason(record: PatientRecord): WithheldReason | null {
  const labels = listAt(record.rawPatient?.['meta'], 'security');
  if (labels.some((label) => RESTRICTED.has(textAt(label, 'code') ?? ''))) return 'restricted';
  return objectionToSharing(record) === 'whole' ? 'consent' : null;
}

/**
 * A gap for a consent that withholds a part of the record. Only the server knows which part, but people must
 * know that it exists.
 */
export function partlyWithheld(record: PatientRecord): readonly Gap[] {
  return objectionToSharing(record) === 'part'
    ? [{ why: 'withheld', what: 'what the resident objects to sharing' }]
    : [];
}
