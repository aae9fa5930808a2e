import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const goal = defineResource({
  subject: 'subject',
  essential: ['lifecycleStatus', 'description'],
  schema: z.object({
    ...base,
    lifecycleStatus: z.code(
      'proposed planned accepted active on-hold completed cancelled entered-in-error rejected',
    ),
    achievementStatus: z.optional(concept),
    description: concept,
    ...z.optionals('subject expressedBy', reference),
    ...z.optionals('startDate statusDate', z.text),
    target: z.optional(z.list(z.object({ dueDate: z.optional(z.text) }))),
  }),
});
