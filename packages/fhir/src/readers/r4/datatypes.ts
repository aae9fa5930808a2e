import * as z from './zod.ts';

/** The parts of FHIR R4's data types that are read. Everything that FHIR lets be absent is optional. */

export const extensions = z.optional(z.list(z.anything));

export const coding = z.object({
  ...z.optionals('system code display', z.text),
  userSelected: z.optional(z.boolean),
  extension: extensions,
});

export const concept = z.object({
  coding: z.optional(z.list(coding)),
  text: z.optional(z.text),
  extension: extensions,
});

export const concepts = z.list(concept);

export const period = z.object(z.optionals('start end', z.text));

export const identifier = z.object({
  ...z.optionals('use system value', z.text),
  type: z.optional(concept),
  period: z.optional(period),
  extension: extensions,
});

export const reference = z.object({
  ...z.optionals('reference type display', z.text),
  identifier: z.optional(identifier),
});

export const references = z.list(reference);

export const quantity = z.object({
  value: z.optional(z.number),
  comparator: z.optional(z.code('< <= >= >')),
  ...z.optionals('unit system code', z.text),
});

export const range = z.object(z.optionals('low high', quantity));

export const ratio = z.object(z.optionals('numerator denominator', quantity));

export const humanName = z.object({
  ...z.optionals('use text family', z.text),
  ...z.optionals('given prefix', z.list(z.textOrNull)),
  period: z.optional(period),
});

export const humanNames = z.list(humanName);

const contactPoint = z.object({
  ...z.optionals('system value use', z.text),
  rank: z.optional(z.number),
  period: z.optional(period),
});

export const contactPoints = z.list(contactPoint);

const annotation = z.object({ text: z.text, time: z.optional(z.text) });

export const annotations = z.list(annotation);

export const attachment = z.object({
  ...z.optionals('contentType title creation', z.text),
  extension: extensions,
});

const meta = z.object({
  ...z.optionals('versionId lastUpdated', z.text),
  ...z.optionals('security tag', z.list(coding)),
});

/** What every resource may carry. */
export const base = {
  ...z.optionals('id implicitRules', z.text),
  meta: z.optional(meta),
  extension: extensions,
};

export type Identifier = z.infer<typeof identifier>;
export type Reference = z.infer<typeof reference>;
export type Quantity = z.infer<typeof quantity>;
export type Range = z.infer<typeof range>;
export type ContactPoint = z.infer<typeof contactPoint>;
