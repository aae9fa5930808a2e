import { annotation, base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const communication = defineResource({
  type: 'Communication',
  subject: 'subject',
  essential: ['status', 'subject'],
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
    inResponseTo: z.optional(z.array(reference)),
    partOf: z.optional(z.array(reference)),
    basedOn: z.optional(z.array(reference)),
    category: z.optional(z.array(concept)),
    priority: z.optional(z.enum(['routine', 'urgent', 'asap', 'stat'])),
    subject: z.optional(reference),
    topic: z.optional(concept),
    about: z.optional(z.array(reference)),
    sent: text,
    received: text,
    recipient: z.optional(z.array(reference)),
    sender: z.optional(reference),
    reasonCode: z.optional(z.array(concept)),
    payload: z.optional(z.array(z.object({ contentString: text }))),
    note: z.optional(z.array(annotation)),
  }),
});
