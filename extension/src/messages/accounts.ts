import * as z from 'zod/mini';

const pin = z.string().check(z.regex(/^\d{4,8}$/));

/** What a person presses about their session. The side panel alone may say it. */
export const accountsParts = [
  /** Opens the browser's window for the sign-in. `pin`: for short breaks; `null`: they sign in again instead. */
  z.strictObject({ kind: z.literal('sign-in'), pin: z.nullable(pin) }),
  z.strictObject({ kind: z.literal('lock-now') }),
  z.strictObject({ kind: z.literal('unlock'), pin }),
  z.strictObject({ kind: z.literal('sign-out') }),
  /** The person read what was not sent, and does not sign out. */
  z.strictObject({ kind: z.literal('stay-signed-in') }),
  /** Tries to send now what was not sent. */
  z.strictObject({ kind: z.literal('send-now') }),
] as const;

/** PINs that may be given before the keys go. */
export const MOST_TRIES = 5;

/** Whether a text may be a PIN: the shell says so before it sends one, and the vault before it compares one. */
export const isPin = (text: string): boolean => pin.safeParse(text).success;

export type AccountsMessage = z.infer<(typeof accountsParts)[number]>;

const KINDS: ReadonlySet<string> = new Set<AccountsMessage['kind']>([
  'sign-in',
  'lock-now',
  'unlock',
  'sign-out',
  'stay-signed-in',
  'send-now',
]);

export function isAboutAccounts(message: { readonly kind: string }): message is AccountsMessage {
  return KINDS.has(message.kind);
}

const text = z.nullable(z.string());

/** What stays on a screen on which nobody is shown: whom to ring, and where this is. Nothing of a resident. */
const emergency = z.object({
  homes: z.readonly(z.array(z.object({ name: z.string(), address: text, access: text, phone: text }))),
  ring: z.readonly(z.array(z.object({ name: z.string(), phone: z.string(), isOpen: z.boolean() }))),
  /** Worries of this PC that were not sent. */
  worries: z.number(),
  /** Who takes them now, by the place's hours. `null`: 111, or there is none. */
  worryTo: z.nullable(z.object({ name: z.string(), phone: z.string() })),
});

const failed = z.nullable(
  z.enum(['closed', 'refused', 'wrong-state', 'no-s256', 'other-address', 'silent', 'bad-answer', 'ended']),
);

/** What a panel shows in place of everything else, while nobody may see a record. */
export const accountsStates = [
  z.object({ kind: z.literal('signed-out'), why: z.enum(['not-yet', 'asked', 'wiped']), failed, emergency }),
  z.object({ kind: z.literal('signing-in'), emergency }),
  z.object({
    kind: z.literal('soft-lock'),
    /** Whose PIN opens it. `tries` are left; `null`: there is no PIN, and the person signs in again. */
    display: z.string(),
    tries: z.nullable(z.number()),
    wasWrong: z.boolean(),
    failed,
    emergency,
  }),
  z.object({
    kind: z.literal('hard-lock'),
    why: z.enum(['computer', 'nobody-here', 'pin', 'refused', 'offline', 'clock']),
    failed,
    emergency,
  }),
  /** What was not sent keeps a person from signing out. */
  z.object({
    kind: z.literal('unsent'),
    total: z.number(),
    escalations: z.number(),
    ofOthers: z.number(),
    waitingForPerson: z.number(),
    /** `null`: not counted, which is not none. */
    drafts: z.nullable(z.number()),
    emergency,
  }),
] as const;

/** Who is signed in. It stands above every state. `null`: nobody, or nobody can. */
export const whoTold = z.object({
  kind: z.literal('who'),
  person: z.nullable(z.object({ display: z.string(), role: text, organisation: text })),
  /** Whether people can sign in here at all. */
  hasAccounts: z.boolean(),
});

export type Emergency = z.infer<typeof emergency>;
export type WhoTold = z.infer<typeof whoTold>;
