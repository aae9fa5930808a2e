import { ROLES, type RoleId } from '@ehch/clinical/roles';
import * as z from 'zod/mini';
import type { Tokens } from './tokens.ts';
import type { Person } from './who.ts';

/** A person's session: who it is, and what the server is asked with. */
export interface Session {
  readonly person: Person;
  readonly tokens: Tokens;
}

const text = z.string().check(z.maxLength(20_000));
const heldRole = z.strictObject({
  role: z.enum(Object.keys(ROLES) as RoleId[]),
  said: z.nullable(text),
  organisation: z.strictObject({ reference: z.nullable(text), name: z.nullable(text) }),
  period: z.strictObject({ start: z.nullable(text), end: z.nullable(text) }),
});
const shape = z.strictObject({
  person: z.strictObject({
    sub: text.check(z.minLength(1)),
    display: text,
    reference: z.nullable(text),
    organisation: z.nullable(text),
    organisationId: z.nullable(text),
    held: z.nullable(z.array(heldRole)),
    visits: z.nullable(text),
  }),
  tokens: z.strictObject({
    access: text.check(z.minLength(1)),
    refresh: z.nullable(text),
    expires: z.nullable(z.number()),
  }),
});

/** What lies in the session's memory. `null`: nobody is signed in, or it is none of ours. */
export function sessionOf(value: unknown): Session | null {
  const read = shape.safeParse(value);
  return read.success ? read.data : null;
}
