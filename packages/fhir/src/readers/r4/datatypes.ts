import * as z from './zod.ts';

/** The parts of FHIR R4's data types that are read. Everything that FHIR lets be absent is optional. */
const text = z.optional(z.string());

export const extensions = z.optional(z.array(z.unknown()));

export const coding = z.object({
  system: text,
  code: text,
  display: text,
  userSelected: z.optional(z.boolean()),
  extension: extensions,
});

export const concept = z.object({ coding: z.optional(z.array(coding)), text, extension: extensions });

export const identifier = z.object({
  use: text,
  type: z.optional(concept),
  system: text,
  value: text,
  period: z.optional(z.object({ start: text, end: text })),
  extension: extensions,
});

export const reference = z.object({
  reference: text,
  type: text,
  identifier: z.optional(identifier),
  display: text,
});

export const period = z.object({ start: text, end: text });

export const quantity = z.object({
  value: z.optional(z.number()),
  comparator: z.optional(z.enum(['<', '<=', '>=', '>'])),
  unit: text,
  system: text,
  code: text,
});

export const range = z.object({ low: z.optional(quantity), high: z.optional(quantity) });

export const ratio = z.object({ numerator: z.optional(quantity), denominator: z.optional(quantity) });

export const humanName = z.object({
  use: text,
  text,
  family: text,
  given: z.optional(z.array(z.nullable(z.string()))),
  prefix: z.optional(z.array(z.nullable(z.string()))),
  period: z.optional(period),
});

export const contactPoint = z.object({
  system: text,
  value: text,
  use: text,
  rank: z.optional(z.number()),
  period: z.optional(period),
});

export const annotation = z.object({ text: z.string(), time: text });

export const attachment = z.object({
  contentType: text,
  title: text,
  creation: text,
  extension: extensions,
});

const meta = z.object({
  versionId: text,
  lastUpdated: text,
  security: z.optional(z.array(coding)),
  tag: z.optional(z.array(coding)),
});

/** What every resource may carry. */
export const base = {
  id: text,
  meta: z.optional(meta),
  implicitRules: text,
  extension: extensions,
};

export type Identifier = z.infer<typeof identifier>;
export type Reference = z.infer<typeof reference>;
export type Quantity = z.infer<typeof quantity>;
export type Range = z.infer<typeof range>;
export type ContactPoint = z.infer<typeof contactPoint>;
