import * as z from 'zod/mini';
import { attachment, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Documents: those about the limits of treatment, and the others as events. */
export const documentReference = defineResource({
  subject: 'subject',
  // A malformed status could hide that the document was entered in error.
  essential: ['docStatus'],
  schema: z.object({
    ...base,
    status: z.enum(['current', 'superseded', 'entered-in-error']),
    docStatus: z.optional(z.enum(['preliminary', 'final', 'amended', 'entered-in-error'])),
    type: z.optional(concept),
    category: z.optional(concepts),
    subject: z.optional(reference),
    date: z.optional(z.string()),
    description: z.optional(z.string()),
    author: z.optional(references),
    content: z.optional(z.array(z.object({ attachment }))),
    relatesTo: z.optional(z.array(z.object({ code: z.optional(z.string()), target: z.optional(reference) }))),
    context: z.optional(z.object({ period: z.optional(period) })),
  }),
  harmless: [
    'masterIdentifier', // Numbers the document.
    'authenticator', // Says who signed it off; its author is shown.
    'custodian', // Says who keeps it.
    'content.format', // Says how the file is made.
    'content.attachment.url', // Says where the file is; its title says that there is one.
    'context.encounter', // Names the visit on which it was written; it has its own date.
    'context.facilityType', // Says what kind of place wrote it.
    'context.practiceSetting', // Says what kind of service wrote it.
    'context.sourcePatientInfo', // Repeats whom it is about; one that names another patient leaves the document in doubt.
  ],
});
