import { concept, quantity, range, ratio } from './datatypes.ts';
import * as z from './zod.ts';

const text = z.optional(z.string());
const count = z.optional(z.number());

export const timing = z.object({
  event: z.optional(z.array(z.nullable(z.string()))),
  repeat: z.optional(
    z.object({
      boundsDuration: z.optional(quantity),
      boundsPeriod: z.optional(z.object({ start: text, end: text })),
      boundsRange: z.optional(range),
      count,
      countMax: count,
      duration: count,
      durationMax: count,
      durationUnit: text,
      frequency: count,
      frequencyMax: count,
      period: count,
      periodMax: count,
      periodUnit: text,
      dayOfWeek: z.optional(z.array(z.string())),
      timeOfDay: z.optional(z.array(z.string())),
      when: z.optional(z.array(z.string())),
      offset: count,
    }),
  ),
  code: z.optional(concept),
});

export const dosage = z.object({
  sequence: count,
  text,
  additionalInstruction: z.optional(z.array(concept)),
  patientInstruction: text,
  timing: z.optional(timing),
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: z.optional(concept),
  site: z.optional(concept),
  route: z.optional(concept),
  method: z.optional(concept),
  doseAndRate: z.optional(
    z.array(
      z.object({
        doseQuantity: z.optional(quantity),
        doseRange: z.optional(range),
        rateQuantity: z.optional(quantity),
        rateRange: z.optional(range),
        rateRatio: z.optional(ratio),
      }),
    ),
  ),
  maxDosePerPeriod: z.optional(ratio),
});

export type Dosage = z.infer<typeof dosage>;
export type Timing = z.infer<typeof timing>;
