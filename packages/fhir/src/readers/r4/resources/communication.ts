import { annotations, base, concept, concepts, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const communication = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.code('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
    ...z.optionals('statusReason topic', concept),
    ...z.optionals('inResponseTo partOf basedOn about recipient', references),
    ...z.optionals('category reasonCode', concepts),
    priority: z.optional(z.code('routine urgent asap stat')),
    ...z.optionals('subject sender', reference),
    ...z.optionals('sent received', z.text),
    payload: z.optional(z.list(z.object({ contentString: z.optional(z.text) }))),
    note: z.optional(annotations),
  }),
});
