import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import {
  annotations,
  base,
  concept,
  concepts,
  period,
  quantity,
  range,
  ratio,
  reference,
  references,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { withHarmless } from '../elements/harmless.ts';

const value = {
  valueQuantity: z.optional(quantity),
  valueCodeableConcept: z.optional(concept),
  dataAbsentReason: z.optional(concept),
  valueString: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.number()),
  valueRange: z.optional(range),
  valueRatio: z.optional(ratio),
  valueSampledData: z.optional(
    withHarmless(z.object({ data: z.optional(z.string()) }), [
      'origin', // Says how the trace of a series is to be drawn.
      'period', // Says how the trace of a series is to be drawn.
      'factor', // Says how the trace of a series is to be drawn.
      'lowerLimit', // Says how the trace of a series is to be drawn.
      'upperLimit', // Says how the trace of a series is to be drawn.
      'dimensions', // Says how the trace of a series is to be drawn.
    ]),
  ),
  valueTime: z.optional(z.string()),
  valuePeriod: z.optional(period),
  interpretation: z.optional(concepts),
};

export const observation = defineResource({
  subject: 'subject',
  essential: ['code', 'valueQuantity', 'valueInteger'],
  schema: z.object({
    ...base,
    ...value,
    status: z.enum([
      'registered',
      'preliminary',
      'final',
      'amended',
      'corrected',
      'cancelled',
      'entered-in-error',
      'unknown',
    ]),
    category: z.optional(concepts),
    code: concept,
    subject: z.optional(reference),
    effectiveDateTime: z.optional(z.string()),
    effectiveInstant: z.optional(z.string()),
    effectivePeriod: z.optional(period),
    performer: z.optional(references),
    hasMember: z.optional(references),
    derivedFrom: z.optional(references),
    note: z.optional(annotations),
    method: z.optional(concept),
    bodySite: z.optional(concept),
    specimen: z.optional(reference),
    focus: z.optional(references),
    component: z.optional(z.array(z.object({ code: concept, ...value }))),
  }),
  harmless: [
    'issued', // Says when it was sent, which is not when it was true.
    'basedOn', // Says who asked for it.
    'partOf', // Says in which procedure it was made.
    'device', // Says with what it was measured.
    'encounter', // Says on which visit it was made; it has its own date.
  ],
  extensions: {
    extension: {
      [EXTENSION.bodyPosition]: 'first',
      [EXTENSION.precondition]: 'each',
      [EXTENSION.score]: 'first',
    },
  },
});
