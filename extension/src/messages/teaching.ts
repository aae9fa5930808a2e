import * as z from 'zod/mini';
import type { Template } from '../hosts/template.ts';

// An extension's content security policy refuses compiled code and reports each attempt.
z.config({ jitless: true });

const ask = z.string().check(z.minLength(1), z.maxLength(64));
/** What a person is asked to point at, in this order. The first two are needed. */
const wanted = z.enum(['nhsNumber', 'dob', 'family', 'given']);
const name = z.nullable(z.string().check(z.maxLength(120)));

/** What was read of a person whom a page shows. What it does not say is `null`. */
const reading = z.strictObject({
  nhsNumber: z.nullable(z.string().check(z.regex(/^\d{10}$/))),
  born: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  family: name,
  given: name,
});

/** What stands at a point, in each way in which it can be understood. */
const choices = z.readonly(z.array(reading).check(z.minLength(1), z.maxLength(5)));

/** What an adapter could not read on a page, in words that hold no word of that page. */
const words = z.readonly(z.array(z.string().check(z.maxLength(400))).check(z.maxLength(12)));
const label = z.nullable(z.string().check(z.maxLength(40)));

/** Why nothing was taken at a point. */
const notTaken = z.enum([
  'frame',
  'closed',
  'control',
  'not-seen',
  'not-understood',
  /** Something else stood there a moment later. */
  'moved',
  /** The page took the cover away, or covers it. */
  'cover-gone',
  /** A person pressed Escape. */
  'cancelled',
]);

/** What the script in a taught page says to the vault. It answers the question that has the same id. */
export const teachMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('not-taken'),
    ask,
    why: notTaken,
    /** What stands there, for the person who pointed at it. */
    text: z.nullable(z.string().check(z.maxLength(64))),
  }),
  z.strictObject({ kind: z.literal('picked'), ask, label, choices }),
  /** `template` is checked like any other that comes from outside. `null`: no path leads to these places. */
  z.strictObject({
    kind: z.literal('drafted'),
    ask,
    template: z.nullable(z.looseObject({})),
    reading,
    words,
  }),
  z.strictObject({ kind: z.literal('looked'), ask, reading: z.nullable(reading), words }),
]);

export type TeachMessage = z.infer<typeof teachMessage>;

/** What the cover says. Its ticket was given to the script alone, which gave it to its own cover. */
export const pickMessage = z.discriminatedUnion('kind', [
  /** It stands over the page, and has its ticket. */
  z.strictObject({ kind: z.literal('here'), ticket: ask }),
  /** Somebody clicked on it, at this point of the window. */
  z.strictObject({
    kind: z.literal('pick'),
    ticket: ask,
    x: z.number().check(z.gte(0), z.lte(20_000)),
    y: z.number().check(z.gte(0), z.lte(20_000)),
  }),
]);

export type PickMessage = z.infer<typeof pickMessage>;

/** What the vault asks of the script in a taught page. */
export type ToTeach =
  | { readonly kind: 'cover'; readonly ask: string; readonly wanted: Wanted }
  | { readonly kind: 'uncover' }
  | { readonly kind: 'pick'; readonly ask: string; readonly x: number; readonly y: number }
  /** A person says that this reading of the place is right. */
  | { readonly kind: 'take'; readonly wanted: Wanted; readonly choice: number }
  | { readonly kind: 'draft'; readonly ask: string }
  | { readonly kind: 'look'; readonly ask: string; readonly template: Template };

/** Why two readings cannot show yet that a draft follows the person. */
const unproven = z.enum([
  'nobody',
  'same-number',
  'same-birth-date',
  /** The draft no longer says both, or the script could not run there. */
  'not-read',
  'not-here',
]);

/** Why teaching ended. */
const wrong = z.enum(['page-left', 'time', 'no-path', 'refused', 'not-whole', 'no-script']);

/** What somebody presses while teaching. */
const press = z.discriminatedUnion('press', [
  z.strictObject({ press: z.literal('yes'), choice: z.int().check(z.gte(0), z.lte(4)) }),
  z.strictObject({ press: z.enum(['again', 'skip', 'keep', 'look', 'both-right', 'stop']) }),
]);

export const teachPressed = z.strictObject({ kind: z.literal('teach-press'), ask, pressed: press });

/** Where the teaching stands, for the panel. It names people whom a page shows, so it goes with the tab. */
export const teachingNow = z.discriminatedUnion('at', [
  z.object({
    at: z.literal('asking'),
    wanted,
    isCovered: z.boolean(),
    trouble: z.nullable(z.object({ why: notTaken, text: z.nullable(z.string()) })),
  }),
  z.object({ at: z.literal('picked'), wanted, label, choices }),
  z.object({ at: z.literal('drafting') }),
  z.object({ at: z.literal('draft'), reading, words }),
  z.object({
    at: z.literal('looks'),
    first: z.nullable(reading),
    second: z.nullable(reading),
    isLooking: z.boolean(),
    /** `null`: there is nothing to say yet, or a person may say that both are right. */
    unproven: z.nullable(unproven),
    words,
  }),
  z.object({ at: z.literal('confirmed') }),
  z.object({ at: z.literal('wrong'), why: wrong }),
]);

export type Wanted = z.infer<typeof wanted>;
export type TaughtReading = Readonly<z.infer<typeof reading>>;
export type NotTakenHere = z.infer<typeof notTaken>;
export type Unproven = z.infer<typeof unproven>;
export type WhyEnded = z.infer<typeof wrong>;
export type TeachPressed = z.infer<typeof press>;
export type TeachingNow = Readonly<z.infer<typeof teachingNow>>;
export type At<K extends TeachingNow['at']> = Extract<TeachingNow, { at: K }>;
