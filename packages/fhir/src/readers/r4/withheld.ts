import type { WithheldReason } from '@ehch/clinical';
import type { PatientRecord } from './record.ts';

/** v3-Confidentiality: restricted and very restricted. */
const RESTRICTED = new Set(['R', 'V']);

/** Whether the record as a whole may not be shown, and why. Identity stays: the reader must know whose record it is. */
export function withheldReason({ patient }: PatientRecord): WithheldReason | null {
  const labels = patient?.value.meta?.security ?? [];
  return labels.some(({ code }) => RESTRICTED.has(code ?? '')) ? 'restricted' : null;
}
