import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';
import * as z from '../zod.ts';

export const medicationStatement = defineResource({
  subject: 'subject',
  essential: ['medicationCodeableConcept', 'medicationReference'],
  schema: z.object({
    ...base,
    ...z.optionals('basedOn derivedFrom reasonReference', references),
    status: z.optional(
      z.code('active completed entered-in-error intended stopped on-hold unknown not-taken'),
    ),
    ...z.optionals('statusReason reasonCode', concepts),
    medicationCodeableConcept: z.optional(concept),
    ...z.optionals('medicationReference subject informationSource', reference),
    ...z.optionals('effectiveDateTime dateAsserted', z.text),
    effectivePeriod: z.optional(period),
    note: z.optional(annotations),
    dosage: z.optional(z.list(dosage)),
  }),
});
