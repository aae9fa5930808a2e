import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

/** Read for its words only, as an activity of a care plan. */
export const serviceRequest = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.optional(z.string()),
    code: z.optional(concept),
    subject: z.optional(reference),
  }),
});
