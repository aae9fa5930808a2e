import { EhchError } from '@ehch/clinical';
import { randomBytes } from '../keys/bytes.ts';
import type { Wrapping } from '../keys/key-ring.ts';

/** The store `meta` in a transaction. */
export interface Meta {
  get(name: string): Promise<unknown>;
}
interface WritableMeta extends Meta {
  put(value: unknown, name: string): Promise<string>;
}

/**
 * Counters. `generation` grows with each write of the cached copies: who prepared a write on an older one prepares it
 * again (SPEC D3).
 */
type Counter = 'epoch' | 'changeSeq' | 'generation';

export async function numberIn(meta: Meta, name: Counter): Promise<number> {
  return ((await meta.get(name)) as number | undefined) ?? 0;
}

/** Adds one, in the transaction of its cause. */
export async function addOne(meta: WritableMeta, name: Counter): Promise<number> {
  const next = (await numberIn(meta, name)) + 1;
  await meta.put(next, name);
  return next;
}

/** Every write of a leader passes here first (SPEC L1). @throws {EhchError} `overtaken` */
export async function fence(meta: Meta, epoch: number | null): Promise<void> {
  if (epoch === null || (await numberIn(meta, 'epoch')) === epoch) return;
  throw new EhchError('overtaken', 'Another window has taken over. Stop, and queue for the lead again.');
}

export async function wrappingIn(meta: Meta): Promise<Wrapping> {
  const wrapping = (await meta.get('wrapping')) as Wrapping | undefined;
  if (!wrapping)
    throw new EhchError('not-kept', 'The database on this device is not whole. Wipe it, then sign in.');
  return wrapping;
}

export const newWrapping = (generation: number): Wrapping => ({ generation, salt: randomBytes(32) });
