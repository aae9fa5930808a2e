import type { Condition } from '@medplum/fhirtypes';
import { PROBLEMS } from '../catalogue/problems.ts';
import { hl7 } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';

/** Writes the problem list of the practice. */
export function problems({ story, days, id, patient, staff }: Resident): Condition[] {
  return (story.problems ?? []).map(({ name, since, status = 'active', ended, note }, n) => ({
    resourceType: 'Condition',
    id: id('problem', n),
    meta: madeBy('UKCore-Condition', 'practice'),
    clinicalStatus: hl7('condition-clinical', status),
    verificationStatus: hl7(
      'condition-ver-status',
      name === 'memory-impairment' ? 'provisional' : 'confirmed',
    ),
    category: [hl7('condition-category', 'problem-list-item')],
    code: PROBLEMS[name],
    subject: patient,
    ...(since === undefined ? {} : { onsetDateTime: typeof since === 'number' ? days.date(since) : since }),
    ...(ended === undefined ? {} : { abatementDateTime: ended }),
    recorder: staff('gp'),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
  }));
}
