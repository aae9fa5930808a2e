import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const immunization = defineResource({
  type: 'Immunization',
  subject: 'patient',
  essential: ['status', 'vaccineCode', 'patient'],
  schema: z.object({
    ...base,
    status: z.enum(['completed', 'entered-in-error', 'not-done']),
    statusReason: z.optional(concept),
    vaccineCode: concept,
    patient: z.optional(reference),
    occurrenceDateTime: text,
    occurrenceString: text,
    performer: z.optional(z.array(z.object({ actor: reference }))),
  }),
});
