import { spanOf } from '@ehch/clinical';
import type { Held, PatientRecord } from '../record.ts';

/** R4 consentscope `patient-privacy`: about who may see the record, not about treatment. */
export function isSharingConsent({ value }: Held<'Consent'>): boolean {
  return (value.scope?.coding ?? []).some(({ code }) => code === 'patient-privacy');
}

export type SharingObjection = 'whole' | 'part' | null;

/**
 * Whether the resident objects to sharing: an active privacy consent whose provision denies and is in its period. A denial
 * that is narrowed to some actor, purpose or data is the server's to apply; here it is said that something is held back.
 */
export function objectionToSharing(record: PatientRecord): SharingObjection {
  const denials = record
    .all('Consent')
    .filter((held) => isSharingConsent(held) && deniesNow(held, record.today));
  if (denials.length === 0) return null;
  return denials.some((held) => !isNarrowed(held)) ? 'whole' : 'part';
}

function deniesNow({ value: { status, provision } }: Held<'Consent'>, today: string): boolean {
  if (status !== 'active' || provision?.type !== 'deny') return false;
  const start = spanOf(provision.period?.start ?? null);
  const end = spanOf(provision.period?.end ?? null);
  return (start === null || start.from <= today) && (end === null || end.to >= today);
}

function isNarrowed({ value: { provision } }: Held<'Consent'>): boolean {
  const { actor, action, securityLabel, purpose, code, data, dataPeriod } = provision ?? {};
  // Exceptions inside a denial (`provision`) do not make it narrower for us: we cannot tell that they cover this reader.
  const limits = [actor, action, securityLabel, purpose, code, data, provision?.class];
  return limits.some((list) => list !== undefined && list.length > 0) || dataPeriod !== undefined;
}
