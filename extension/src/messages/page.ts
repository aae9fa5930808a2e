import * as z from 'zod/mini';

/**
 * The person in a content script's message to the vault. The vault sends nothing back to a page.
 *
 * The values come from the host's screen, parsed to one form. The vault drops a message of any other shape or length.
 */
export const onScreen = z.strictObject({
  /** Ten digits that pass modulus 11. */
  nhsNumber: z.string().check(z.regex(/^\d{10}$/)),
  /** The date of birth as a civil date. `null`: the host does not show one. */
  born: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  family: z.nullable(z.string().check(z.maxLength(120))),
  given: z.nullable(z.string().check(z.maxLength(120))),
});

/** The person whom the host shows, as far as its screen says. */
export type OnScreen = z.infer<typeof onScreen>;

/** What one frame shows of a person whom the host draws in several frames. */
const partOnScreen = z.strictObject({
  ...onScreen.shape,
  nhsNumber: z.nullable(onScreen.shape.nhsNumber),
});

export type PartOnScreen = z.infer<typeof partOnScreen>;

/** The random id of one report. It says nothing of the person, and no two reports share one. */
const report = z.string().check(z.minLength(1), z.maxLength(64));

export const pageMessage = z.discriminatedUnion('kind', [
  /** One person has stood unchanged in the host's banner for the adapter's settling time. */
  z.strictObject({
    kind: z.literal('candidate'),
    report,
    adapter: z.string().check(z.maxLength(60)),
    person: onScreen,
  }),
  /** One frame has shown its part of a person for the settling time. The vault joins the parts of one adapter. */
  z.strictObject({
    kind: z.literal('part'),
    report,
    adapter: z.string().check(z.maxLength(60)),
    person: partOnScreen,
  }),
  /** The person has gone or changed. This message always comes before any other about the same page. */
  z.strictObject({ kind: z.literal('clear'), report }),
  /** The banner shows more than one person, or its parts contradict each other. */
  z.strictObject({ kind: z.literal('ambiguous'), report }),
]);

/**
 * What a content script calls out to every part of the extension as it sends `clear`. The side panel hears it from
 * the page itself, and blanks however busy the vault is.
 */
export const takenBack = z.strictObject({ kind: z.literal('taken-back'), report });

export type TakenBack = z.infer<typeof takenBack>;

export type PageMessage = z.infer<typeof pageMessage>;

/** Longest message that a page may send, in characters. */
export const PAGE_MESSAGE_LIMIT = 4096;

// It stands where the content script can take it without the schemas.
export { PING } from './ports.ts';
