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

// R4 value[x], as an observation and its components have it.
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
      'origin', // Says how to draw the trace of a series.
      'period', // Says how to draw the trace of a series.
      'factor', // Says how to draw the trace of a series.
      'lowerLimit', // Says how to draw the trace of a series.
      'upperLimit', // Says how to draw the trace of a series.
      'dimensions', // Says how to draw the trace of a series.
    ]),
  ),
  valueTime: z.optional(z.string()),
  valuePeriod: z.optional(period),
  interpretation: z.optional(concepts),
};

/** Measurements, scores, and findings in words. */
export const observation = defineResource({
  subject: 'subject',
  // A measurement whose code or number cannot be read has no safe meaning.
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
    'partOf', // Names the procedure in which it was made.
    'device', // Names the device of the measurement.
    'encounter', // Names the visit on which it was made; it has its own date.
  ],
  extensions: {
    extension: {
      [EXTENSION.bodyPosition]: 'first',
      [EXTENSION.precondition]: 'each',
      [EXTENSION.score]: 'first',
      [EXTENSION.ends]: 'each',
    },
  },
});
