import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { annotations, base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Lists of allergies, medicines and problems, with the reason for an empty list. */
export const list = defineResource({
  subject: 'subject',
  // A malformed reason could turn "withheld" into "none known".
  essential: ['emptyReason'],
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.enum(['current', 'retired', 'entered-in-error']),
    mode: z.optional(z.enum(['working', 'snapshot', 'changes'])),
    title: z.optional(z.string()),
    date: z.optional(z.string()),
    code: z.optional(concept),
    emptyReason: z.optional(concept),
    subject: z.optional(reference),
    source: z.optional(reference),
    entry: z.optional(
      z.array(
        z.object({
          deleted: z.optional(z.boolean()),
          flag: z.optional(concept),
          item: z.optional(reference),
        }),
      ),
    ),
  }),
  harmless: [
    'entry.date', // Says when an entry was added to the list.
    'orderedBy', // Says how the list is sorted.
    'encounter', // Names the visit on which it was made.
  ],
  extensions: {
    extension: { [EXTENSION.listWarning]: 'each' },
  },
});
