import { placeShape } from '@ehch/sdk/place';
import * as z from 'zod/mini';
import { accountsShape, isServerAddress } from './sign-in/accounts.ts';

// An extension's content security policy refuses compiled code.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1), z.maxLength(200));
/** The server's address: https, without a user name or password. Demo builds may also speak http with this machine. */
const address = z.string().check(z.maxLength(500), z.refine(isServerAddress));

const minutes = (from: number, to: number) => z.optional(z.int().check(z.gte(from), z.lte(to)));

/** When a session is locked. What is left out has the value of `LOCK_DEFAULTS`. */
const lockShape = z.strictObject({
  softLockMinutes: minutes(1, 60),
  hardLockMinutes: minutes(15, 720),
  maxOfflineHours: z.optional(z.int().check(z.gte(1), z.lte(168))),
});

export const configurationShape = z.object({
  fhirBaseUrl: address,
  sourceLabel: text,
  // The extension keeps no record on the disk yet, so it cannot serve a place without a server.
  place: placeShape.check(z.refine(({ server }) => server === undefined)),
  badge: z.optional(z.boolean()),
  // Left out, nobody signs in, and the extension works for whoever is at this computer.
  accounts: z.optional(accountsShape),
  lock: z.optional(lockShape),
  now: z.optional(z.string().check(z.maxLength(40))),
});
