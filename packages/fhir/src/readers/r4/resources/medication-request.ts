import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';
import * as z from 'zod/mini';

export const medicationRequest = defineResource({
  subject: 'subject',
  essential: ['intent', 'doNotPerform', 'medicationCodeableConcept', 'medicationReference'],
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
    medicationCodeableConcept: z.optional(concept),
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
    medicationReference: z.optional(reference),
    subject: z.optional(reference),
    requester: z.optional(reference),
    priorPrescription: z.optional(reference),
    authoredOn: z.optional(z.string()),
    reasonCode: z.optional(concepts),
    reasonReference: z.optional(references),
    basedOn: z.optional(references),
    note: z.optional(annotations),
    dosageInstruction: z.optional(z.array(dosage)),
    dispenseRequest: z.optional(z.object({ validityPeriod: z.optional(period) })),
  }),
});
