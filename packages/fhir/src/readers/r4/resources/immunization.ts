import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const immunization = defineResource({
  subject: 'patient',
  essential: ['vaccineCode'],
  schema: z.object({
    ...base,
    status: z.code('completed entered-in-error not-done'),
    statusReason: z.optional(concept),
    vaccineCode: concept,
    patient: z.optional(reference),
    ...z.optionals('occurrenceDateTime occurrenceString', z.text),
    performer: z.optional(z.list(z.object({ actor: reference }))),
  }),
});
