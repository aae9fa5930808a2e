import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const medicationStatement = defineResource({
  type: 'MedicationStatement',
  subject: 'subject',
  essential: ['status', 'medicationCodeableConcept', 'medicationReference', 'subject'],
  schema: z.object({
    ...base,
    basedOn: z.optional(z.array(reference)),
    status: z.optional(
      z.enum([
        'active',
        'completed',
        'entered-in-error',
        'intended',
        'stopped',
        'on-hold',
        'unknown',
        'not-taken',
      ]),
    ),
    statusReason: z.optional(z.array(concept)),
    medicationCodeableConcept: z.optional(concept),
    medicationReference: z.optional(reference),
    subject: z.optional(reference),
    effectiveDateTime: text,
    effectivePeriod: z.optional(period),
    dateAsserted: text,
    informationSource: z.optional(reference),
    derivedFrom: z.optional(z.array(reference)),
    reasonCode: z.optional(z.array(concept)),
    reasonReference: z.optional(z.array(reference)),
    note: z.optional(z.array(annotation)),
    dosage: z.optional(z.array(dosage)),
  }),
});
