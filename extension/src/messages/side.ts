import * as z from 'zod/mini';

/** What the side panel may say to the vault. */
export const sideMessage = z.discriminatedUnion('kind', [
  /** Which window this panel belongs to. It is told about the active tab of that window and no other. */
  z.strictObject({ kind: z.literal('subscribe'), window: z.int() }),
  /** A person looked at both names and says that they are the same person. */
  z.strictObject({ kind: z.literal('confirm-identity'), ctx: z.string().check(z.maxLength(64)) }),
  /** Read a section, or all, again. */
  z.strictObject({
    kind: z.literal('retry'),
    ctx: z.string().check(z.maxLength(64)),
    section: z.nullable(z.string().check(z.maxLength(40))),
  }),
  /** Read the list of residents again. */
  z.strictObject({ kind: z.literal('read-roster') }),
]);

export type SideMessage = z.infer<typeof sideMessage>;
export const SIDE_MESSAGE_LIMIT = 65_536;
