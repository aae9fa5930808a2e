import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import * as z from 'zod/mini';
import { accountsStates, whoTold } from './accounts.ts';
import { byHandParts } from './by-hand-state.ts';
import { onScreen } from './page.ts';
import { teachingNow } from './teaching.ts';

// An extension's content security policy refuses compiled code and reports each attempt.
z.config({ jitless: true });

const text = z.nullable(z.string());
const ctx = z.string().check(z.minLength(1), z.maxLength(64));

/**
 * How far the vault has read the list of residents. A failed list is not an empty one, so `failed` has no number.
 * `stale` and `incomplete` say that a person who is missing from the list may still be a resident.
 */
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

/** The person whom the record names as its subject. */
const recordIdentity = z.object({
  name: z.nullable(z.object({ family: text, given: z.readonly(z.array(z.string())), title: text, text })),
  born: text,
  nhsNumber: z.string(),
});

/** Fields that the vault compares between the host's screen and the record. */
const identityField = z.enum(['born', 'family', 'nhs-number']);
const identityWarning = z.enum(['name-differs', 'host-shows-no-name', 'number-not-verified']);
const blockReason = z.enum([
  'differs',
  'host-shows-no-birth-date',
  'record-has-no-birth-date',
  'several-records',
]);

/** The outer shape of a view. The elements check the content of each section on their own. */
const outsideOfView = z.looseObject({
  resident: z.string(),
  sourceLabel: z.string(),
  sections: z.looseObject({ identity: z.looseObject({ state: z.string() }) }),
});
const view = z.custom<ResidentView>((value) => outsideOfView.safeParse(value).success);
const place = z.custom<PlaceConfiguration>((value) => z.looseObject({}).safeParse(value).success);

const compared = { ctx, origin: z.string(), onScreen, record: recordIdentity };
const warns = z.readonly(z.array(identityWarning));
/** Why a resident chosen by hand was put away, and when. */
const putAway = z.optional(z.object({ why: byHandParts.putAway, at: z.string() }));

/** The page in front may be taught. Left out, it may not. */
const teach = z.optional(z.object({ origin: z.string(), hasDraft: z.boolean() }));

/** What the side panel shows. Only `shown` carries anything clinical. */
const sideState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-configured') }),
  /** The page in front is of no enabled site, so nothing of it is read. */
  z.object({
    kind: z.literal('not-enabled'),
    /** `null`: the browser does not say which page it is. */
    origin: z.nullable(z.string()),
    /** What can be done: the user enables it, asks for its address or for help; or it is never read. */
    may: z.enum(['enable', 'ask-the-browser', 'ask-the-administrator', 'never']),
    /** What it can be read by. `template` is `null` where the permission alone is missing. */
    offers: z.readonly(z.array(z.object({ title: z.string(), template: text }))),
    teach,
    /** A resident can be found by hand beside any page. */
    roster: rosterState,
    putAway,
  }),
  /** The page shows nobody. The panel is then about the home, where the place has one alone. */
  z.object({
    kind: z.literal('no-patient'),
    roster: rosterState,
    /** The home's name. Left out: the place has several homes or none, so the panel is about nobody. */
    home: z.optional(z.string()),
    teach,
    putAway,
  }),
  /** Somebody teaches the page in front. It shows what was read there, and nothing of a record. */
  z.object({ kind: z.literal('teaching'), origin: z.string(), ctx, now: teachingNow }),
  ...accountsStates,
  /** The computer is locked. Nothing of anybody stands on screen. */
  z.object({ kind: z.literal('locked') }),
  /** Somebody was looked for by hand, and nobody is shown. */
  z.object({ kind: z.literal('by-hand-nobody'), why: byHandParts.notFound, roster: rosterState }),
  /** Found by hand. A person says which, or that it is this one. */
  z.object({
    kind: z.literal('by-hand-choose'),
    ctx: byHandParts.ctx,
    found: z.readonly(z.array(byHandParts.listed)),
    roster: rosterState,
  }),
  /** A page shows somebody else than the resident chosen by hand. Neither is shown. */
  z.object({ kind: z.literal('by-hand-differs'), ctx: byHandParts.ctx }),
  /** The record itself has another number or date of birth than the list, by which somebody chose. */
  z.object({ kind: z.literal('by-hand-doubted'), differs: z.enum(['born', 'number', 'name']) }),
  z.object({
    kind: z.literal('by-hand'),
    ctx: byHandParts.ctx,
    listed: byHandParts.listed,
    ...byHandParts.standing,
    view: z.nullable(view),
    place,
    now: z.string(),
  }),
  /** The person on screen is not on the roster, as far as the vault has read it. */
  z.object({ kind: z.literal('not-on-roster'), roster: rosterState }),
  z.object({ kind: z.literal('ambiguous'), roster: rosterState }),
  /** The tab has asked for many records within a minute. The next one is asked for by itself. */
  z.object({ kind: z.literal('too-many') }),
  /** The host's screen and the record contradict each other, or could not be compared. */
  z.object({
    kind: z.literal('blocked'),
    ...compared,
    why: blockReason,
    differs: z.readonly(z.array(identityField)),
  }),
  /** The identity agrees with a doubt, such as another name. A person has to look at both sides. */
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

/** An enabled site in the list of them. */
const listedSite = z.object({
  origin: z.string(),
  title: z.string(),
  from: z.enum(['built-in', 'managed', 'bound', 'taught']),
  canBeRevoked: z.boolean(),
  /** Left out, it was not taught. A draft reads nobody. */
  taught: z.optional(
    z.object({
      state: z.enum(['draft', 'confirmed']),
      /** The adapter as a JSON text, for an administrator. It holds no word of a page. */
      adapter: z.string(),
    }),
  ),
});

/** All that the vault sends to a side panel. It sends a whole state each time, so nothing of an old one can remain. */
export const toSide = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('state'),
    /** The tab that the state is about. `null`: none, as while nothing is configured. */
    tab: z.nullable(z.number()),
    /** The ids of the reports that the state rests on. A panel that heard one taken back shows nothing of it. */
    reports: z.readonly(z.array(z.string())),
    state: sideState,
  }),
  /** The enabled sites, and why settings are not used. It names no person, and stands beside every state. */
  z.object({
    kind: z.literal('sites'),
    sites: z.readonly(z.array(listedSite)),
    refused: z.readonly(z.array(z.string())),
  }),
  whoTold,
  /** Answers the panel's question whether the vault still runs. */
  z.object({ kind: z.literal('alive') }),
]);

export type ToSide = Readonly<z.infer<typeof toSide>>;
export type SideState = Readonly<z.infer<typeof sideState>>;
export type SitesTold = Readonly<Extract<ToSide, { kind: 'sites' }>>;
export type ListedSite = Readonly<z.infer<typeof listedSite>>;
export type RosterState = Readonly<z.infer<typeof rosterState>>;
export type RecordIdentity = Readonly<z.infer<typeof recordIdentity>>;
export type IdentityField = z.infer<typeof identityField>;
export type IdentityWarning = z.infer<typeof identityWarning>;
export type BlockReason = z.infer<typeof blockReason>;
