import * as z from 'zod/mini';
import { accountsParts } from './accounts.ts';
import { teachPressed } from './teaching.ts';

const ctx = z.string().check(z.maxLength(64));
const name = z.string().check(z.minLength(1), z.maxLength(120));
const born = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const tenDigits = z.string().check(z.regex(/^\d{10}$/));

/**
 * Two identifiers of one person, as somebody typed or pasted them: a number or a family name, and the date of birth. A
 * room is none.
 */
const identifiers = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('nhs-number'), number: tenDigits, born }),
  z.strictObject({ by: z.literal('chi-number'), number: tenDigits, born }),
  z.strictObject({ by: z.literal('name'), family: name, born }),
]);

export type Identifiers = z.infer<typeof identifiers>;

/** The address of a site, as the vault told it to the panel. */
const origin = z.string().check(z.maxLength(300));

/** What the side panel may say to the vault. */
export const sideMessage = z.discriminatedUnion('kind', [
  /** The panel's browser window. The vault tells the panel about the active tab of that window and no other. */
  z.strictObject({ kind: z.literal('subscribe'), window: z.int() }),
  /** The user compared both names and says that they belong to one person. */
  z.strictObject({ kind: z.literal('confirm-identity'), ctx }),
  /** Asks for one section again; `null` asks for the whole record. */
  z.strictObject({
    kind: z.literal('retry'),
    ctx,
    section: z.nullable(z.string().check(z.maxLength(40))),
  }),
  /** Asks for the list of residents again. */
  z.strictObject({ kind: z.literal('read-roster') }),
  /** Looks somebody up on the list of residents, by what a person typed or pasted. No server is asked about it. */
  z.strictObject({ kind: z.literal('find-by-hand'), identifiers }),
  /** A person chose one of those found. */
  z.strictObject({ kind: z.literal('choose-by-hand'), ctx, resident: z.string().check(z.maxLength(200)) }),
  /** The resident chosen by hand stays for another ten minutes. */
  z.strictObject({ kind: z.literal('keep-by-hand'), ctx }),
  /** Takes whoever was found or chosen by hand off the screen. It counts at any moment, as it only takes away. */
  z.strictObject({ kind: z.literal('put-away') }),
  /** A person read that the page shows somebody else, and goes on with the page. */
  z.strictObject({ kind: z.literal('go-on-with-page'), ctx }),
  /** The page in front has loaded anew or gone elsewhere. The vault looks whether it is an enabled site. */
  z.strictObject({ kind: z.literal('page-loaded') }),
  /** The user granted the browser's permission for this site, and chose what it is read by. */
  z.strictObject({ kind: z.literal('enable-site'), origin, template: z.string().check(z.maxLength(60)) }),
  z.strictObject({ kind: z.literal('revoke-site'), origin }),
  /** The user granted the browser's permission for this site, to point at it, or to go on with a draft of it. */
  z.strictObject({ kind: z.literal('teach-begin'), origin, draft: z.boolean() }),
  teachPressed,
  ...accountsParts,
  /** Asks whether the vault still runs. It answers at once, or the panel takes the person off the screen. */
  z.strictObject({ kind: z.literal('alive?') }),
]);

export type SideMessage = z.infer<typeof sideMessage>;
/** Longest message that a side panel may send, in characters. */
export const SIDE_MESSAGE_LIMIT = 65_536;
