import type { PersonName } from '@ehch/clinical';
import * as z from 'zod/mini';

// An extension's content security policy refuses compiled code and reports each attempt.
z.config({ jitless: true });

const text = z.nullable(z.string());
const ctx = z.string().check(z.minLength(1), z.maxLength(64));
const name = z.custom<PersonName>(
  (value) =>
    z.object({ family: text, given: z.array(z.string()), title: text, text }).safeParse(value).success,
);

/** The NHS number as the list has it: which number it is, and whether anybody may go by it. */
const nhsNumber = z.discriminatedUnion('state', [
  z.object({ state: z.literal('verified'), value: z.string() }),
  z.object({ state: z.literal('unverified'), value: z.string(), why: z.string() }),
  z.object({ state: z.literal('invalid'), value: z.string() }),
  z.object({ state: z.literal('several'), values: z.readonly(z.array(z.string())) }),
  z.object({ state: z.literal('none'), why: text }),
]);

/** Somebody on the list of residents, with all by which a person tells two people apart. */
const listed = z.object({
  resident: z.string(),
  name: z.nullable(name),
  born: text,
  nhsNumber,
  chiNumber: text,
  /** `null`: it is not known. Left out: the list was not asked for it, because nobody has a similar name. */
  room: z.optional(text),
});

/** Why nobody is shown after somebody was looked for by hand. */
const notFound = z.enum([
  /** The list has not been read, so nobody can be found. */
  'no-list',
  'number-not-on-list',
  /** The list has the number, with another date of birth. The panel never says which: it would be the one to type. */
  'birth-date-differs',
  'list-has-no-birth-date',
  'several-records',
  /** The number is one of several in a record, and nobody can say which is right. */
  'several-numbers',
  /** The number stands on the list as a CHI number, and was typed as an NHS number. */
  'is-a-chi-number',
  'name-not-on-list',
  /** Ten records within a minute. */
  'too-many',
]);

/** Why a resident chosen by hand no longer stands there. `list-changed`: what was typed no longer finds them. */
const putAway = z.enum(['pressed', 'time', 'page', 'list-changed', 'locked']);

/** What a person chose by hand, and for how long it stands. */
const standing = {
  by: z.enum(['nhs-number', 'chi-number', 'name']),
  /** When it was chosen, and until when it stands without a press, as ISO instants. */
  since: z.string(),
  until: z.string(),
  /** Whether it ends within a minute, so that the panel warns. */
  isEnding: z.boolean(),
};

export const byHandParts = { ctx, listed, notFound, putAway, standing };

export type Listed = Readonly<z.infer<typeof listed>>;
export type NotFound = z.infer<typeof notFound>;
export type PutAway = z.infer<typeof putAway>;
