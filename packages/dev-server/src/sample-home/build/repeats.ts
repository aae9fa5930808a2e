import type { MedicationRequest } from '@medplum/fhirtypes';
import { MEDICINES, type MedicineName } from '../catalogue/medicines.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { RepeatStory } from '../story.ts';

/**
 * Writes repeats as GP systems export them. The authorisation is a `plan` that continues, and each issue is an
 * `order` that is completed once dispensed. So the medicine is in use although every order is completed.
 */
export function repeats(resident: Resident): MedicationRequest[] {
  return (resident.story.repeats ?? []).flatMap((repeat, n) => {
    const plan: MedicationRequest = {
      ...shared(resident, repeat, repeat.since),
      id: resident.id('repeat', n),
      status: 'active',
      intent: 'plan',
    };
    const issues = repeat.issued.map((ago, m): MedicationRequest => ({
      ...shared(resident, repeat, ago),
      id: resident.id('repeat', n, 'issue', m),
      status: 'completed',
      intent: 'order',
      basedOn: [{ reference: `MedicationRequest/${plan.id}` }],
      dispenseRequest: {
        validityPeriod: { start: resident.days.date(ago), end: resident.days.date(ago - 28) },
        expectedSupplyDuration: {
          value: 28,
          unit: 'day',
          system: 'http://unitsofmeasure.org',
          code: 'd',
        },
      },
    }));
    return [plan, ...issues];
  });
}

function shared(
  { days, patient, staff }: Resident,
  { name, note }: RepeatStory,
  ago: number,
): MedicationRequest {
  const catalogue: (typeof MEDICINES)[MedicineName] = MEDICINES[name];
  return {
    resourceType: 'MedicationRequest',
    meta: madeBy('UKCore-MedicationRequest', 'practice'),
    status: 'active',
    intent: 'plan',
    medicationCodeableConcept: catalogue.concept,
    subject: patient,
    authoredOn: days.date(ago),
    requester: staff('gp'),
    dosageInstruction: [{ text: catalogue.take }],
    // UK Core requires this on every request.
    substitution: { allowedBoolean: false },
    ...(note === undefined ? {} : { note: [{ text: note }] }),
  };
}
