import { base, coding, identifier, quantity, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

const answer = z.object({
  valueBoolean: z.optional(z.boolean()),
  valueDecimal: z.optional(z.number()),
  valueInteger: z.optional(z.number()),
  valueDate: text,
  valueDateTime: text,
  valueTime: text,
  valueString: text,
  valueCoding: z.optional(coding),
  valueQuantity: z.optional(quantity),
  valueReference: z.optional(reference),
  get item() {
    return z.optional(z.array(item));
  },
});

const item = z.object({
  linkId: text,
  definition: text,
  text,
  answer: z.optional(z.array(answer)),
  get item(): z.ZodMiniOptional<z.ZodMiniArray<typeof item>> {
    return z.optional(z.array(item));
  },
});

export const questionnaireResponse = defineResource({
  type: 'QuestionnaireResponse',
  subject: 'subject',
  essential: ['status', 'subject'],
  schema: z.object({
    ...base,
    identifier: z.optional(identifier),
    questionnaire: text,
    status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
    subject: z.optional(reference),
    authored: text,
    author: z.optional(reference),
    source: z.optional(reference),
    item: z.optional(z.array(item)),
  }),
});

export type ResponseItem = z.infer<typeof item>;
