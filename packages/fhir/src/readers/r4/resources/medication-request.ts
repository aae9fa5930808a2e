import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';
import * as z from '../zod.ts';

export const medicationRequest = defineResource({
  subject: 'subject',
  essential: ['intent', 'doNotPerform', 'medicationCodeableConcept', 'medicationReference'],
  schema: z.object({
    ...base,
    status: z.optional(z.code('active on-hold cancelled completed entered-in-error stopped draft unknown')),
    ...z.optionals('statusReason medicationCodeableConcept', concept),
    intent: z.optional(
      z.code('proposal plan order original-order reflex-order filler-order instance-order option'),
    ),
    doNotPerform: z.optional(z.boolean),
    ...z.optionals('medicationReference subject requester priorPrescription', reference),
    authoredOn: z.optional(z.text),
    reasonCode: z.optional(concepts),
    ...z.optionals('reasonReference basedOn', references),
    note: z.optional(annotations),
    dosageInstruction: z.optional(z.list(dosage)),
    dispenseRequest: z.optional(z.object({ validityPeriod: z.optional(period) })),
  }),
});
