import * as z from 'zod/mini';

/**
 * What a content script may say to the vault. It is told nothing back: no message of the vault goes to a page.
 * Values are what stands on the host's screen, parsed to one form; anything longer or otherwise shaped is dropped.
 */
export const onScreen = z.strictObject({
  /** Ten digits that pass modulus 11. */
  nhsNumber: z.string().check(z.regex(/^\d{10}$/)),
  /** The date of birth as a civil date. `null`: the host does not show one. */
  born: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  family: z.nullable(z.string().check(z.maxLength(120))),
  given: z.nullable(z.string().check(z.maxLength(120))),
});

/** Who the host shows, as far as its screen says. */
export type OnScreen = z.infer<typeof onScreen>;

export const pageMessage = z.discriminatedUnion('kind', [
  /** One person stands in the host's banner, and has stood there unchanged for the adapter's settling time. */
  z.strictObject({
    kind: z.literal('candidate'),
    adapter: z.string().check(z.maxLength(60)),
    person: onScreen,
  }),
  /** Nobody stands there any more, or what stood there has changed. Always said before anything else is. */
  z.strictObject({ kind: z.literal('clear') }),
  /** More than one person stands there, or the parts contradict each other. */
  z.strictObject({ kind: z.literal('ambiguous') }),
]);

export type PageMessage = z.infer<typeof pageMessage>;

/** Longest message that a page may send, in characters. */
export const PAGE_MESSAGE_LIMIT = 4096;

// It stands where the content script can take it without the schemas.
export { PING } from './ports.ts';
