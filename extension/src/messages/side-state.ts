import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import * as z from 'zod/mini';
import { onScreen } from './page.ts';

// An extension's policy refuses compiled code, and reports each try.
z.config({ jitless: true });

const text = z.nullable(z.string());
const ctx = z.string().check(z.minLength(1), z.maxLength(64));

/** How far the vault has come with the list of residents. */
const rosterState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unread') }),
  z.object({ state: z.literal('reading') }),
  z.object({ state: z.literal('failed'), at: z.string() }),
  z.object({
    state: z.literal('read'),
    asOf: z.string(),
    stale: z.boolean(),
    incomplete: z.boolean(),
    residents: z.number(),
  }),
]);

/** Who the record says it is about. */
const recordIdentity = z.object({
  name: z.nullable(z.object({ family: text, given: z.readonly(z.array(z.string())), title: text, text })),
  born: text,
  nhsNumber: z.string(),
});

/** Fields that are compared between the host's screen and the record. */
const identityField = z.enum(['born', 'family', 'nhs-number']);
const identityWarning = z.enum(['name-differs', 'host-shows-no-name', 'number-not-verified']);
const blockReason = z.enum([
  'differs',
  'host-shows-no-birth-date',
  'record-has-no-birth-date',
  'several-records',
]);

/** The outside of a view. What is in its sections is checked by the elements, section by section. */
const outsideOfView = z.looseObject({
  resident: z.string(),
  sourceLabel: z.string(),
  sections: z.looseObject({ identity: z.looseObject({ state: z.string() }) }),
});
const view = z.custom<ResidentView>((value) => outsideOfView.safeParse(value).success);
const place = z.custom<PlaceConfiguration>((value) => z.looseObject({}).safeParse(value).success);

const compared = { ctx, origin: z.string(), onScreen, record: recordIdentity };
const warns = z.readonly(z.array(identityWarning));

/** What the side panel shows. Nothing clinical is in any of these but `shown`. */
const sideState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-configured') }),
  /** No page that we know, or no person on it. */
  z.object({ kind: z.literal('no-patient'), roster: rosterState }),
  /** A person is on screen who is not on the roster, as far as the roster is known. */
  z.object({ kind: z.literal('not-on-roster'), roster: rosterState }),
  z.object({ kind: z.literal('ambiguous'), roster: rosterState }),
  /** The host's screen and the record contradict each other. */
  z.object({
    kind: z.literal('blocked'),
    ...compared,
    why: blockReason,
    differs: z.readonly(z.array(identityField)),
  }),
  /** The names differ: a person has to look at both. */
  z.object({ kind: z.literal('confirm'), ...compared, warns }),
  z.object({
    kind: z.literal('shown'),
    ...compared,
    warns,
    view: z.nullable(view),
    place,
    now: z.string(),
  }),
]);

/** Everything that the vault tells a side panel: one whole state at a time. */
export const toSide = z.object({ kind: z.literal('state'), state: sideState });

export type ToSide = Readonly<z.infer<typeof toSide>>;
export type SideState = Readonly<z.infer<typeof sideState>>;
export type RosterState = Readonly<z.infer<typeof rosterState>>;
export type RecordIdentity = Readonly<z.infer<typeof recordIdentity>>;
export type IdentityField = z.infer<typeof identityField>;
export type IdentityWarning = z.infer<typeof identityWarning>;
export type BlockReason = z.infer<typeof blockReason>;
