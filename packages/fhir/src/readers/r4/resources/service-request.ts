import * as z from 'zod/mini';
import { annotations, base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Read for its words only, as an activity of a care plan. */
export const serviceRequest = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.optional(z.string()),
    code: z.optional(concept),
    subject: z.optional(reference),
  }),
  harmless: {
    encounter: 'Says on which visit it was written.',
    requisition: 'Numbers what was ordered together.',
    insurance: 'Says who pays.',
    relevantHistory: 'Lists what was done with the record.',
  },
});
