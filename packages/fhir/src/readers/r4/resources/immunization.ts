import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const immunization = defineResource({
  subject: 'patient',
  essential: ['vaccineCode'],
  schema: z.object({
    ...base,
    status: z.enum(['completed', 'entered-in-error', 'not-done']),
    statusReason: z.optional(concept),
    vaccineCode: concept,
    patient: z.optional(reference),
    occurrenceDateTime: z.optional(z.string()),
    occurrenceString: z.optional(z.string()),
    performer: z.optional(z.array(z.object({ actor: reference }))),
  }),
});
