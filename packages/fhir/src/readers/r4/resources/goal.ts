import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const goal = defineResource({
  type: 'Goal',
  subject: 'subject',
  essential: ['lifecycleStatus', 'description', 'subject'],
  schema: z.object({
    ...base,
    lifecycleStatus: z.enum([
      'proposed',
      'planned',
      'accepted',
      'active',
      'on-hold',
      'completed',
      'cancelled',
      'entered-in-error',
      'rejected',
    ]),
    achievementStatus: z.optional(concept),
    description: concept,
    subject: z.optional(reference),
    startDate: text,
    statusDate: text,
    expressedBy: z.optional(reference),
    target: z.optional(z.array(z.object({ dueDate: text }))),
  }),
});
