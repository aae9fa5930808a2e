import * as z from 'zod/mini';

/** The address of a site, as the vault told it to the panel. */
const origin = z.string().check(z.maxLength(300));

/** What the side panel may say to the vault. */
export const sideMessage = z.discriminatedUnion('kind', [
  /** The panel's browser window. The vault tells the panel about the active tab of that window and no other. */
  z.strictObject({ kind: z.literal('subscribe'), window: z.int() }),
  /** The user compared both names and says that they belong to one person. */
  z.strictObject({ kind: z.literal('confirm-identity'), ctx: z.string().check(z.maxLength(64)) }),
  /** Asks for one section again; `null` asks for the whole record. */
  z.strictObject({
    kind: z.literal('retry'),
    ctx: z.string().check(z.maxLength(64)),
    section: z.nullable(z.string().check(z.maxLength(40))),
  }),
  /** Asks for the list of residents again. */
  z.strictObject({ kind: z.literal('read-roster') }),
  /** The page in front has loaded anew or gone elsewhere. The vault looks whether it is an enabled site. */
  z.strictObject({ kind: z.literal('page-loaded') }),
  /** The user granted the browser's permission for this site, and chose what it is read by. */
  z.strictObject({ kind: z.literal('enable-site'), origin, template: z.string().check(z.maxLength(60)) }),
  z.strictObject({ kind: z.literal('revoke-site'), origin }),
  /** Asks whether the vault still runs. It answers at once, or the panel takes the person off the screen. */
  z.strictObject({ kind: z.literal('alive?') }),
]);

export type SideMessage = z.infer<typeof sideMessage>;
/** Longest message that a side panel may send, in characters. */
export const SIDE_MESSAGE_LIMIT = 65_536;
