import { attachment, base, coding, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const consent = defineResource({
  subject: 'patient',
  essential: ['scope', 'provision'],
  schema: z.object({
    ...base,
    status: z.code('draft proposed active rejected inactive entered-in-error'),
    scope: z.optional(concept),
    category: z.optional(concepts),
    ...z.optionals('patient sourceReference', reference),
    dateTime: z.optional(z.text),
    performer: z.optional(references),
    sourceAttachment: z.optional(attachment),
    provision: z.optional(
      z.object({
        type: z.optional(z.code('deny permit')),
        period: z.optional(period),
        actor: z.optional(z.list(z.object({ role: z.optional(concept), reference: z.optional(reference) }))),
        ...z.optionals('action securityLabel class data provision', z.list(z.anything)),
        purpose: z.optional(z.list(coding)),
        code: z.optional(concepts),
        dataPeriod: z.optional(z.anything),
      }),
    ),
  }),
});
