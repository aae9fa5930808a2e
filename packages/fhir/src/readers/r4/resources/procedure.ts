import * as z from 'zod/mini';
import { annotations, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Procedures, read for decisions about CPR that are recorded as procedures. */
export const procedure = defineResource({
  subject: 'subject',
  // A decision whose code cannot be read may be the opposite one.
  essential: ['code'],
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
    code: z.optional(concept),
    subject: z.optional(reference),
    performedDateTime: z.optional(z.string()),
    performedPeriod: z.optional(period),
    recorder: z.optional(reference),
    asserter: z.optional(reference),
    note: z.optional(annotations),
  }),
  harmless: [
    'basedOn', // Says who asked for it.
    'partOf', // Names the procedure in which it was made.
    'category', // Sorts procedures; its words are shown.
    'encounter', // Names the visit on which it was made; it has its own date.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
  ],
});
