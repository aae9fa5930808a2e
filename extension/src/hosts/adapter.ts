import * as z from 'zod/mini';
import { isExactOrigin } from './exact-origin.ts';

// The content script never loads this file: the build and the tests check the adapters, and it takes the types alone.
z.config({ jitless: true });

const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-';
const PATH = `${TOKEN}~/`;

const only = (allowed: string) => (text: string) => {
  for (const character of text) if (!allowed.includes(character)) return false;
  return true;
};

/** A person's number must not travel inside an adapter, and a host that writes one into an id cannot be matched by it. */
function hasNoNumber(text: string): boolean {
  let run = 0;
  for (const character of text) {
    run = character >= '0' && character <= '9' ? run + 1 : 0;
    if (run >= 3) return false;
  }
  return true;
}

const token = (longest: number) =>
  z.string().check(z.minLength(1), z.maxLength(longest), z.refine(only(TOKEN)), z.refine(hasNoNumber));

const step = z
  .strictObject({
    tag: z.optional(token(40)),
    id: z.optional(token(80)),
    cls: z.optional(z.array(token(80)).check(z.minLength(1), z.maxLength(4))),
    attr: z.optional(
      z
        .array(
          z.strictObject({
            name: token(40),
            op: z.enum(['=', '^=', '$=']),
            value: z.string().check(z.minLength(1), z.maxLength(120), z.refine(hasNoNumber)),
          }),
        )
        .check(z.minLength(1), z.maxLength(3)),
    ),
    /** The nth of its tag among its siblings, from 1. */
    nth: z.optional(z.int().check(z.gte(1), z.lte(500))),
    /** To the step before; of the first step, to the root or the document. */
    rel: z.enum(['descendant', 'child']),
  })
  .check(
    z.refine(({ tag, id, cls, attr }) => [tag, id, cls, attr].some((each) => each !== undefined)),
    z.refine(({ tag, nth }) => nth === undefined || tag !== undefined),
  );

const path = z.array(step).check(z.minLength(1), z.maxLength(8));

// Not `value`: what stands in an input can change without a mutation, so that nobody could be cleared in time.
const read = z.union([
  z.literal('text'),
  z.strictObject({ attribute: z.enum(['data-nhs-number', 'data-nhsnumber', 'title', 'aria-label']) }),
]);

const field = <const P extends readonly [string, ...string[]]>(parsers: P) =>
  z.strictObject({
    path,
    read,
    /** A fixed text before the value in the same element, such as `NHS No:`. */
    label: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    parser: z.enum(parsers),
  });

const name = field(['nameFamilyCommaGiven', 'nameGivenFamily', 'namePart']);

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

const pathPrefix = z.string().check(
  z.maxLength(200),
  z.startsWith('/'),
  z.refine(only(PATH)),
  z.refine((value) => !value.includes('//') && !value.includes('..')),
);

/**
 * What is known of one host: where its identity banner stands and how it is written. Data, not code: no CSS text, no
 * regular expression, no script. It can read one banner, and nothing else.
 */
export const adapterSchema = (allowDemo: boolean) =>
  z.strictObject({
    schema: z.literal('ehch-adapter/1'),
    id: token(60),
    version: z.int().check(z.gte(1)),
    title: text(80),
    match: z
      .array(
        z.strictObject({
          origin: z.string().check(z.refine((value) => isExactOrigin(value, allowDemo))),
          pathPrefix,
        }),
      )
      .check(z.minLength(1), z.maxLength(10)),
    /** Whether the banner stands in the page itself or in a frame of it. */
    frame: z.enum(['top', 'child']),
    root: z.optional(path),
    subject: z.strictObject({
      nhsNumber: field(['nhsNumber']),
      /** Never optional: a number alone is not enough to say who somebody is. */
      dob: field(['ukDate', 'isoDate']),
      family: z.optional(name),
      given: z.optional(name),
    }),
    /** Where one of these stands, nobody is the patient of the page: lists, search results, print views. */
    reject: z.array(path).check(z.maxLength(8)),
    /** How long the same person must have stood there before she is reported. */
    settleMs: z.int().check(z.gte(100), z.lte(3000)),
  });

export type Adapter = z.infer<ReturnType<typeof adapterSchema>>;
export type Step = z.infer<typeof step>;
export type Field = Adapter['subject']['nhsNumber'] | Adapter['subject']['dob'] | z.infer<typeof name>;
export type Parser = Field['parser'];
