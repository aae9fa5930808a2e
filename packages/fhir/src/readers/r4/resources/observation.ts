import {
  annotations,
  base,
  concept,
  concepts,
  period,
  quantity,
  range,
  reference,
  references,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const value = {
  valueQuantity: z.optional(quantity),
  ...z.optionals('valueCodeableConcept dataAbsentReason', concept),
  ...z.optionals('valueString valueDateTime', z.text),
  valueBoolean: z.optional(z.boolean),
  valueInteger: z.optional(z.number),
  valueRange: z.optional(range),
};

export const observation = defineResource({
  subject: 'subject',
  essential: ['code', 'valueQuantity', 'valueInteger'],
  schema: z.object({
    ...base,
    ...value,
    status: z.code('registered preliminary final amended corrected cancelled entered-in-error unknown'),
    category: z.optional(concepts),
    code: concept,
    subject: z.optional(reference),
    ...z.optionals('effectiveDateTime effectiveInstant issued', z.text),
    effectivePeriod: z.optional(period),
    ...z.optionals('performer hasMember derivedFrom', references),
    note: z.optional(annotations),
    method: z.optional(concept),
    component: z.optional(z.list(z.object({ code: concept, ...value }))),
  }),
});
