import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { annotations, base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Goals of care, some of which are limits of treatment. */
export const goal = defineResource({
  subject: 'subject',
  // A goal is its description, and its status decides whether it still counts.
  essential: ['lifecycleStatus', 'description'],
  schema: z.object({
    ...base,
    note: z.optional(annotations),
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
    expressedBy: z.optional(reference),
    startDate: z.optional(z.string()),
    statusDate: z.optional(z.string()),
    target: z.optional(
      z.array(
        z.object({
          dueDate: z.optional(z.string()),
          measure: z.optional(concept),
          detailString: z.optional(z.string()),
        }),
      ),
    ),
  }),
  harmless: [
    'category', // Sorts goals; the words of the goal are shown.
  ],
  extensions: {
    extension: { [EXTENSION.precondition]: 'each' },
    'description.extension': { [EXTENSION.precondition]: 'each' },
  },
});
