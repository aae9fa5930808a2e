import * as z from 'zod/mini';
import { concept, concepts, period, quantity, range, ratio } from './datatypes.ts';

const timing = z.object({
  event: z.optional(z.array(z.nullable(z.string()))),
  repeat: z.optional(
    z.object({
      boundsDuration: z.optional(quantity),
      boundsPeriod: z.optional(period),
      boundsRange: z.optional(range),
      count: z.optional(z.number()),
      countMax: z.optional(z.number()),
      duration: z.optional(z.number()),
      durationMax: z.optional(z.number()),
      frequency: z.optional(z.number()),
      frequencyMax: z.optional(z.number()),
      period: z.optional(z.number()),
      periodMax: z.optional(z.number()),
      offset: z.optional(z.number()),
      durationUnit: z.optional(z.string()),
      periodUnit: z.optional(z.string()),
      dayOfWeek: z.optional(z.array(z.string())),
      timeOfDay: z.optional(z.array(z.string())),
      when: z.optional(z.array(z.string())),
    }),
  ),
  code: z.optional(concept),
});

/** R4 Dosage. Every part is read, because a dose without one of its parts may be another dose. */
export const dosage = z.object({
  sequence: z.optional(z.number()),
  text: z.optional(z.string()),
  patientInstruction: z.optional(z.string()),
  additionalInstruction: z.optional(concepts),
  timing: z.optional(timing),
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: z.optional(concept),
  site: z.optional(concept),
  route: z.optional(concept),
  method: z.optional(concept),
  doseAndRate: z.optional(
    z.array(
      z.object({
        type: z.optional(concept),
        doseQuantity: z.optional(quantity),
        rateQuantity: z.optional(quantity),
        doseRange: z.optional(range),
        rateRange: z.optional(range),
        rateRatio: z.optional(ratio),
      }),
    ),
  ),
  maxDosePerPeriod: z.optional(ratio),
  maxDosePerAdministration: z.optional(quantity),
  maxDosePerLifetime: z.optional(quantity),
});

export type Dosage = z.infer<typeof dosage>;
export type Timing = z.infer<typeof timing>;
