import * as z from 'zod/mini';

// The vault and the tests check templates with this file. The content script never loads it and takes only its types.

// Allowed characters instead of forbidden ones: a template may come from outside, and needs no others.
const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-';

const only = (allowed: string) => (text: string) => {
  for (const character of text) if (!allowed.includes(character)) return false;
  return true;
};

/** A template must not carry a person's number, so no text in it may have three digits in a row. */
function hasNoNumber(text: string): boolean {
  let run = 0;
  for (const character of text) {
    run = character >= '0' && character <= '9' ? run + 1 : 0;
    if (run >= 3) return false;
  }
  return true;
}

/** A name in a page or of a template: letters, digits and a few signs, and no number of a person. */
export const token = (longest: number) =>
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
    /** Relation to the step before; for the first step, to the root or the document. */
    rel: z.enum(['descendant', 'child']),
  })
  .check(
    z.refine(({ tag, id, cls, attr }) => [tag, id, cls, attr].some((each) => each !== undefined)),
    // `nth` counts elements of one tag, so it means nothing without a tag.
    z.refine(({ tag, nth }) => nth === undefined || tag !== undefined),
  );

const path = z.array(step).check(z.minLength(1), z.maxLength(8));

// `value` is left out: an input can change without a mutation, and the person could not be cleared in time.
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

const layout = z.strictObject({
  /** The banner. Left out, the fields are looked for in the whole page. */
  root: z.optional(path),
  subject: z.strictObject({
    nhsNumber: field(['nhsNumber']),
    /** Required: an NHS number alone is not enough to identify a person. */
    dob: field(['ukDate', 'isoDate']),
    family: z.optional(name),
    given: z.optional(name),
  }),
});

/**
 * What we know of one system, without any address: where its identity banner stands and how the system writes it.
 *
 * A template is data: no CSS text, no regular expression and no script. It can read one banner and nothing else.
 */
export const templateSchema = z.strictObject({
  schema: z.literal('ehch-template/1'),
  id: token(60),
  version: z.int().check(z.gte(1)),
  title: text(80),
  /** Whether the banner stands in the top page or in a frame of it. */
  frame: z.enum(['top', 'child']),
  /** The ways in which the system draws its banner. Two that read two people make the page ambiguous. */
  layouts: z.array(layout).check(z.minLength(1), z.maxLength(4)),
  /** If one of these is on the page, no single patient is open: lists, search results, print views. */
  reject: z.array(path).check(z.maxLength(8)),
  /** Milliseconds that the same person must stand in the banner before the script reports them. */
  settleMs: z.int().check(z.gte(100), z.lte(3000)),
});

export type Template = z.infer<typeof templateSchema>;
export type Layout = z.infer<typeof layout>;
export type Step = z.infer<typeof step>;
export type Field = Layout['subject']['nhsNumber'] | Layout['subject']['dob'] | z.infer<typeof name>;
export type Parser = Field['parser'];
