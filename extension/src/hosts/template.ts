import * as z from 'zod/mini';

// The vault and the tests check templates with this file. The content script never loads it and takes only its types.

// Allowed characters instead of forbidden ones: a template may come from outside, and needs no others.
const NAME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-';
/** Classes such as `w-1/2`, `md:[grid]` and `h-50%`. */
const TOKEN = `${NAME}/[]%`;

const only = (allowed: string) => (text: string) => {
  for (const character of text) if (!allowed.includes(character)) return false;
  return true;
};

const NO_NUMBER = 'no three digits in a row: they could be of a person';

/** A template must not carry a person's number, so no text in it may have three digits in a row. */
const hasNoNumber = (text: string) => !/\p{Nd}{3}/u.test(asPainted(text));

/** A wide letter is that letter: the pages are read so too. */
const asPainted = (text: string) => text.normalize('NFKC');

const among = (allowed: string, longest: number) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(longest),
      z.refine(only(allowed), `only these signs may stand here: ${allowed}`),
      z.refine(hasNoNumber, NO_NUMBER),
    );
const token = (longest: number) => among(TOKEN, longest);

/** A name of a tag, an attribute or a template: letters, digits and a few signs, and no number of a person. */
export const name = (longest: number) => among(NAME, longest);

// White space and a colon do not count in a label, so a label of them alone would be said by every empty element.
const words = z.string().check(
  z.minLength(1),
  z.maxLength(40),
  z.refine(hasNoNumber, NO_NUMBER),
  z.refine((text) => /[^\s:]/.test(asPainted(text)), 'white space and colons alone say nothing'),
);

const attribute = z.union([
  z.strictObject({ name: name(40), op: z.literal('present') }),
  z
    .strictObject({
      name: name(40),
      /** `~=`: one of the words of the attribute. */
      op: z.enum(['=', '~=', '^=', '$=']),
      value: z.string().check(z.maxLength(120), z.refine(hasNoNumber, NO_NUMBER)),
    })
    // CSS finds nothing by an empty beginning, end or word, so an empty value there is a mistake.
    .check(
      z.refine(({ op, value }) => op === '=' || value !== '', 'an empty value finds nothing by this "op"'),
    ),
]);

const step = z
  .strictObject({
    tag: z.optional(name(40)),
    id: z.optional(token(80)),
    cls: z.optional(z.array(token(80)).check(z.minLength(1), z.maxLength(4))),
    attr: z.optional(z.array(attribute).check(z.minLength(1), z.maxLength(3))),
    /** The nth of its tag among its siblings, from 1. */
    nth: z.optional(z.int().check(z.gte(1), z.lte(500))),
    /**
     * Relation to the step before; for the first step, to the root or the document. `shadow`: anywhere in the open
     * shadow root of the step before.
     */
    rel: z.enum(['descendant', 'child', 'shadow']),
  })
  .check(
    z.refine(
      ({ tag, id, cls, attr }) => [tag, id, cls, attr].some((each) => each !== undefined),
      'a step needs "tag", "id", "cls" or "attr"',
    ),
    // `nth` counts elements of one tag, so it means nothing without a tag.
    z.refine(({ tag, nth }) => nth === undefined || tag !== undefined, '"nth" needs a "tag"'),
  );

const path = z.array(step).check(z.minLength(1), z.maxLength(8));

const label = z.strictObject({
  /** What the label says, in each way that the system writes it. Case and a colon at its end do not count. */
  says: z.array(words).check(z.minLength(1), z.maxLength(4)),
  /** Where the value stands, seen from the element that the path leads to, which says the label. */
  value: z.enum(['same element', 'next element', 'next cell', 'cell below', 'text after', 'labelled']),
});

// What stands in an input changes without a mutation. The watcher looks there as often as it looks whether words are
// seen.
const read = z.union([
  z.enum(['text', 'own text', 'value']),
  z.strictObject({ attribute: z.enum(['data-nhs-number', 'data-nhsnumber', 'title', 'aria-label']) }),
]);

const parserOf = <const P extends readonly [string, ...string[]]>(parsers: P) =>
  z.union([z.enum(parsers), z.array(z.enum(parsers)).check(z.minLength(1), z.maxLength(4))]);

const field = <const P extends readonly [string, ...string[]]>(parsers: P) =>
  z
    .strictObject({
      path,
      /** Other places of the same value, for pages that draw it elsewhere. All that are seen must agree. */
      or: z.optional(z.array(path).check(z.minLength(1), z.maxLength(3))),
      label: z.optional(label),
      read,
      /** A fixed text after the value in the same place. */
      tail: z.optional(words),
      /** Several, where the system writes the value in several ways. */
      parser: parserOf(parsers),
    })
    .check(
      z.refine(
        (each) => each.label?.value !== 'text after' || each.read === 'text',
        'with "text after", "read" is "text"',
      ),
    );

const NAMES = ['nameFamilyCommaGiven', 'nameFamilyGiven', 'nameGivenFamily', 'namePart'] as const;

/** The title of the page, which a tab shows cut short. So it may say a name, and never a number or a date of birth. */
const inTitle = z.strictObject({
  read: z.literal('page title'),
  label: z.optional(
    z.strictObject({
      says: z.array(words).check(z.minLength(1), z.maxLength(4)),
      value: z.literal('same element'),
    }),
  ),
  tail: z.optional(words),
  parser: parserOf(NAMES),
});

const nhsNumber = field(['nhsNumber']);
const dob = field(['ukDate', 'isoDate']);
const onPage = field(NAMES);
const personName = z.optional(z.union([onPage, inTitle]));

/** The banner. Left out, the fields are looked for in the whole page. */
const root = z.optional(path);

const layout = z.union([
  z.strictObject({
    root,
    /** The date of birth is required: an NHS number alone is not enough to identify a person. */
    subject: z.strictObject({ nhsNumber, dob, family: personName, given: personName }),
  }),
  z.strictObject({
    root,
    /** Left out, the frame of the template. */
    frame: z.optional(z.enum(['top', 'child'])),
    /** What this frame shows of the person, where the system draws the number and the date of birth in two frames. */
    part: z
      .strictObject({
        nhsNumber: z.optional(nhsNumber),
        dob: z.optional(dob),
        family: personName,
        given: personName,
      })
      .check(
        z.refine(
          (part) => part.nhsNumber !== undefined || part.dob !== undefined,
          'a part needs "nhsNumber" or "dob"',
        ),
      ),
  }),
]);

/**
 * What we know of one system, without any address: where its identity banner stands and how the system writes it.
 *
 * A template is data: no CSS text, no regular expression and no script. It can read one banner and nothing else.
 */
export const templateSchema = z
  .strictObject({
    schema: z.literal('ehch-template/1'),
    id: name(60),
    version: z.int().check(z.gte(1)),
    title: z.string().check(z.minLength(1), z.maxLength(80)),
    /** Whether the banner stands in the top page or in a frame of it. */
    frame: z.enum(['top', 'child']),
    /** The ways in which the system draws its banner. Two that read two people make the page ambiguous. */
    layouts: z.array(layout).check(z.minLength(1), z.maxLength(4)),
    /** If one of these is on the page, no single patient is open: lists, search results, print views. */
    reject: z.array(path).check(z.maxLength(8)),
    /** Milliseconds that the same person must stand in the banner before the script reports them. */
    settleMs: z.int().check(z.gte(100), z.lte(3000)),
  })
  // Parts that never make a number and a date of birth would name nobody.
  .check(
    z.refine(({ layouts }) => {
      const parts = layouts.flatMap((each) => ('part' in each ? [each.part] : []));
      return (
        parts.length === 0 ||
        (parts.some((part) => part.nhsNumber !== undefined) && parts.some((part) => part.dob !== undefined))
      );
    }, 'the parts together need "nhsNumber" and "dob"'),
    // The browser writes the title of the whole page on its tab, and that of a frame nowhere.
    z.refine(
      ({ frame, layouts }) =>
        layouts.every((each) => {
          const { family, given } = 'part' in each ? each.part : each.subject;
          const isTop = (('part' in each && each.frame) || frame) === 'top';
          return isTop || [family, given].every((field) => field?.read !== 'page title');
        }),
      'nobody sees the title of a frame, so "page title" needs "frame" to be "top"',
    ),
  );

export type Template = z.infer<typeof templateSchema>;
export type Layout = z.infer<typeof layout>;
export type Step = z.infer<typeof step>;
export type Label = z.infer<typeof label>;
export type Field =
  z.infer<typeof nhsNumber> | z.infer<typeof dob> | z.infer<typeof onPage> | z.infer<typeof inTitle>;
export type Parser = Exclude<Field['parser'], readonly unknown[]>;
