import * as z from 'zod/mini';
import type { Lock } from './lock.ts';

const stamp = z.strictObject({ wall: z.number(), mono: z.number(), run: z.string() });
const signed = { hasPin: z.boolean(), seen: stamp, heard: stamp };

const shape = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('open'), ...signed }),
  z.strictObject({ at: z.literal('soft'), tries: z.int(), ...signed }),
  z.strictObject({
    at: z.literal('hard'),
    why: z.enum(['computer', 'nobody-here', 'pin', 'refused', 'offline', 'clock']),
    stillSends: z.boolean(),
  }),
  z.strictObject({
    at: z.literal('signed-out'),
    why: z.enum(['not-yet', 'asked', 'wiped']),
    stillSends: z.boolean(),
  }),
]);

const SIGNED_OUT: Lock = { at: 'signed-out', why: 'not-yet', stillSends: false };

/** The lock that an earlier vault left. What is none of ours opens nothing. */
export function keptLock(value: unknown): Lock {
  const read = shape.safeParse(value);
  return read.success ? read.data : SIGNED_OUT;
}

const work = z.strictObject({ escalations: z.int(), kept: z.int() });
export type KeptWork = z.infer<typeof work>;

/** Nobody has counted yet. Not known is not nothing: then nothing may be deleted, and the session may still be needed. */
export const NOT_COUNTED: KeptWork = { escalations: 1, kept: 1 };

export function keptWork(value: unknown): KeptWork {
  const read = work.safeParse(value);
  return read.success ? read.data : NOT_COUNTED;
}
