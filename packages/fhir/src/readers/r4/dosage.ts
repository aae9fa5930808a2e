import { concept, concepts, period, quantity, range, ratio } from './datatypes.ts';
import * as z from './zod.ts';

export const timing = z.object({
  event: z.optional(z.list(z.textOrNull)),
  repeat: z.optional(
    z.object({
      boundsDuration: z.optional(quantity),
      boundsPeriod: z.optional(period),
      boundsRange: z.optional(range),
      ...z.optionals(
        'count countMax duration durationMax frequency frequencyMax period periodMax offset',
        z.number,
      ),
      ...z.optionals('durationUnit periodUnit', z.text),
      ...z.optionals('dayOfWeek timeOfDay when', z.list(z.text)),
    }),
  ),
  code: z.optional(concept),
});

export const dosage = z.object({
  sequence: z.optional(z.number),
  ...z.optionals('text patientInstruction', z.text),
  additionalInstruction: z.optional(concepts),
  timing: z.optional(timing),
  asNeededBoolean: z.optional(z.boolean),
  ...z.optionals('asNeededCodeableConcept site route method', concept),
  doseAndRate: z.optional(
    z.list(
      z.object({
        ...z.optionals('doseQuantity rateQuantity', quantity),
        ...z.optionals('doseRange rateRange', range),
        rateRatio: z.optional(ratio),
      }),
    ),
  ),
  maxDosePerPeriod: z.optional(ratio),
});

export type Dosage = z.infer<typeof dosage>;
export type Timing = z.infer<typeof timing>;
