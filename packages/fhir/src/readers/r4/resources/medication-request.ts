import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const medicationRequest = defineResource({
  type: 'MedicationRequest',
  subject: 'subject',
  essential: [
    'status',
    'intent',
    'doNotPerform',
    'medicationCodeableConcept',
    'medicationReference',
    'subject',
  ],
  schema: z.object({
    ...base,
    status: z.optional(
      z.enum([
        'active',
        'on-hold',
        'cancelled',
        'completed',
        'entered-in-error',
        'stopped',
        'draft',
        'unknown',
      ]),
    ),
    statusReason: z.optional(concept),
    intent: z.optional(
      z.enum([
        'proposal',
        'plan',
        'order',
        'original-order',
        'reflex-order',
        'filler-order',
        'instance-order',
        'option',
      ]),
    ),
    doNotPerform: z.optional(z.boolean()),
    medicationCodeableConcept: z.optional(concept),
    medicationReference: z.optional(reference),
    subject: z.optional(reference),
    authoredOn: text,
    requester: z.optional(reference),
    reasonCode: z.optional(z.array(concept)),
    reasonReference: z.optional(z.array(reference)),
    basedOn: z.optional(z.array(reference)),
    priorPrescription: z.optional(reference),
    note: z.optional(z.array(annotation)),
    dosageInstruction: z.optional(z.array(dosage)),
    dispenseRequest: z.optional(z.object({ validityPeriod: z.optional(period) })),
  }),
});
