import { attachment, base, coding, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());
const anything = z.optional(z.array(z.unknown()));

export const consent = defineResource({
  type: 'Consent',
  subject: 'patient',
  essential: ['status', 'scope', 'patient', 'provision'],
  schema: z.object({
    ...base,
    status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
    scope: z.optional(concept),
    category: z.optional(z.array(concept)),
    patient: z.optional(reference),
    dateTime: text,
    performer: z.optional(z.array(reference)),
    sourceAttachment: z.optional(attachment),
    sourceReference: z.optional(reference),
    provision: z.optional(
      z.object({
        type: z.optional(z.enum(['deny', 'permit'])),
        period: z.optional(period),
        actor: z.optional(z.array(z.object({ role: z.optional(concept), reference: z.optional(reference) }))),
        action: anything,
        securityLabel: anything,
        purpose: z.optional(z.array(coding)),
        class: anything,
        code: z.optional(z.array(concept)),
        dataPeriod: z.optional(z.unknown()),
        data: anything,
        provision: anything,
      }),
    ),
  }),
});
