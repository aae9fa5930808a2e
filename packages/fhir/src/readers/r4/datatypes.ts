import * as z from 'zod/mini';
import { withHarmless } from './elements/harmless.ts';

/** The parts of R4 data types that are read. Every element that R4 allows to be absent is optional. */

export const extensions = z.optional(z.array(z.unknown()));

/** R4 Coding. */
export const coding = withHarmless(
  z.object({
    system: z.optional(z.string()),
    code: z.optional(z.string()),
    display: z.optional(z.string()),
    userSelected: z.optional(z.boolean()),
    extension: extensions,
  }),
  [
    'version', // Says which edition the code comes from.
  ],
);

/** R4 CodeableConcept. */
export const concept = z.object({
  coding: z.optional(z.array(coding)),
  text: z.optional(z.string()),
  extension: extensions,
});

export const concepts = z.array(concept);

export const period = z.object({ start: z.optional(z.string()), end: z.optional(z.string()) });

export const identifier = withHarmless(
  z.object({
    use: z.optional(z.string()),
    system: z.optional(z.string()),
    value: z.optional(z.string()),
    type: z.optional(concept),
    period: z.optional(period),
    extension: extensions,
  }),
  [
    'assigner', // Says who gave the number.
  ],
);

export const reference = z.object({
  reference: z.optional(z.string()),
  type: z.optional(z.string()),
  display: z.optional(z.string()),
  identifier: z.optional(identifier),
});

export const references = z.array(reference);

/** R4 Quantity. A value with a comparator is a limit, and never counts as a number. */
export const quantity = z.object({
  value: z.optional(z.number()),
  comparator: z.optional(z.enum(['<', '<=', '>=', '>'])),
  unit: z.optional(z.string()),
  system: z.optional(z.string()),
  code: z.optional(z.string()),
});

/** R4 Age. Its unit may be given by the code alone. */
export const age = withHarmless(
  z.object({
    value: z.optional(z.number()),
    comparator: z.optional(z.enum(['<', '<=', '>=', '>'])),
    unit: z.optional(z.string()),
    code: z.optional(z.string()),
  }),
  [
    'system', // Says in which code system the unit is; alone it means nothing.
  ],
);

export const range = z.object({ low: z.optional(quantity), high: z.optional(quantity) });

export const ratio = z.object({ numerator: z.optional(quantity), denominator: z.optional(quantity) });

/** R4 HumanName. Lists of names may hold `null`, where a name has only an extension. */
export const humanName = z.object({
  use: z.optional(z.string()),
  text: z.optional(z.string()),
  family: z.optional(z.string()),
  given: z.optional(z.array(z.nullable(z.string()))),
  prefix: z.optional(z.array(z.nullable(z.string()))),
  period: z.optional(period),
});

export const humanNames = z.array(humanName);

const contactPoint = z.object({
  system: z.optional(z.string()),
  value: z.optional(z.string()),
  use: z.optional(z.string()),
  rank: z.optional(z.number()),
  period: z.optional(period),
});

export const contactPoints = z.array(contactPoint);

const annotation = z.object({
  text: z.string(),
  time: z.optional(z.string()),
  authorString: z.optional(z.string()),
  authorReference: z.optional(reference),
});

export const annotations = z.array(annotation);

/** R4 Attachment. The file is never opened; only its title and date are shown. */
export const attachment = withHarmless(
  z.object({
    title: z.optional(z.string()),
    creation: z.optional(z.string()),
    extension: extensions,
  }),
  [
    'contentType', // Says how the file is made; its title says that there is one.
    'data', // Belongs to the file itself; its title shows that there is one.
    'url', // Belongs to the file itself; its title shows that there is one.
    'size', // Belongs to the file itself; its title shows that there is one.
    'hash', // Belongs to the file itself; its title shows that there is one.
    'language', // Belongs to the file itself; its title shows that there is one.
  ],
);

const meta = withHarmless(
  z.object({
    versionId: z.optional(z.string()),
    lastUpdated: z.optional(z.string()),
    security: z.optional(z.array(coding)),
    tag: z.optional(z.array(coding)),
  }),
  [
    'profile', // Says which rules its sender held it to.
    'source', // Says which system it passed through.
  ],
);

/** Elements that every resource may have. */
export const base = {
  id: z.optional(z.string()),
  implicitRules: z.optional(z.string()),
  meta: z.optional(meta),
  extension: extensions,
};

export type Annotation = z.infer<typeof annotation>;
export type Identifier = z.infer<typeof identifier>;
export type Reference = z.infer<typeof reference>;
export type Quantity = z.infer<typeof quantity>;
export type Age = z.infer<typeof age>;
export type Range = z.infer<typeof range>;
export type Ratio = z.infer<typeof ratio>;
export type ContactPoint = z.infer<typeof contactPoint>;
