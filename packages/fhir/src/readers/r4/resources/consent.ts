import * as z from 'zod/mini';
import { attachment, base, coding, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const consent = defineResource({
  subject: 'patient',
  essential: ['scope', 'provision'],
  schema: z.object({
    ...base,
    status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
    scope: z.optional(concept),
    category: z.optional(concepts),
    patient: z.optional(reference),
    sourceReference: z.optional(reference),
    dateTime: z.optional(z.string()),
    performer: z.optional(references),
    sourceAttachment: z.optional(attachment),
    provision: z.optional(
      z.object({
        type: z.optional(z.enum(['deny', 'permit'])),
        period: z.optional(period),
        actor: z.optional(z.array(z.object({ role: z.optional(concept), reference: z.optional(reference) }))),
        action: z.optional(z.array(z.unknown())),
        securityLabel: z.optional(z.array(z.unknown())),
        class: z.optional(z.array(z.unknown())),
        data: z.optional(z.array(z.unknown())),
        provision: z.optional(z.array(z.unknown())),
        purpose: z.optional(z.array(coding)),
        code: z.optional(concepts),
        dataPeriod: z.optional(z.unknown()),
      }),
    ),
  }),
  harmless: {
    organization: 'Says who keeps it.',
    policy: 'Names a policy for machines.',
  },
});
