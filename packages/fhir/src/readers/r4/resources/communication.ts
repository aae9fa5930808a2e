import * as z from 'zod/mini';
import { ENTRY_PARTS, THREAD_ENTRY } from '../../../threads/thread-codes.ts';
import { annotations, attachment, base, concept, concepts, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Messages about the resident, open or past. */
export const communication = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.enum([
      'preparation',
      'in-progress',
      'not-done',
      'on-hold',
      'stopped',
      'completed',
      'entered-in-error',
      'unknown',
    ]),
    statusReason: z.optional(concept),
    topic: z.optional(concept),
    inResponseTo: z.optional(references),
    partOf: z.optional(references),
    basedOn: z.optional(references),
    about: z.optional(references),
    recipient: z.optional(references),
    category: z.optional(concepts),
    reasonCode: z.optional(concepts),
    priority: z.optional(z.enum(['routine', 'urgent', 'asap', 'stat'])),
    subject: z.optional(reference),
    sender: z.optional(reference),
    sent: z.optional(z.string()),
    received: z.optional(z.string()),
    payload: z.optional(
      z.array(
        z.object({
          contentString: z.optional(z.string()),
          contentAttachment: z.optional(attachment),
          contentReference: z.optional(reference),
        }),
      ),
    ),
    note: z.optional(annotations),
  }),
  harmless: [
    'encounter', // Names the visit on which it was written; it has its own date.
    'medium', // Says how it was sent.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
  ],
  extensions: { extension: { [THREAD_ENTRY]: Object.keys(ENTRY_PARTS) } },
});
