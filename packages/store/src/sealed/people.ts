import { EhchError } from '@ehch/clinical';
import type { Database } from '../database/open-database.ts';
import { write } from '../database/transact.ts';
import { base64Url, randomBytes, utf8, type Bytes } from '../keys/bytes.ts';
import { makeSlot, openSlot } from '../keys/slot.ts';
import type { Unlock } from '../keys/unlock.ts';

/** The root key of the database: from this person's slot, or new where nobody has one yet. */
export async function rootFor(db: Database, unlock: Unlock): Promise<Bytes> {
  const slot = await db.get('slot', await nameIn(db, unlock.sub));
  if (slot) return openSlot(slot, unlock);
  if ((await db.count('slot')) > 0) {
    const message =
      'You have no access to the records on this device yet. A colleague who can unlock them adds you.';
    throw new EhchError('forbidden', message);
  }
  const root = randomBytes(32);
  await putSlot(db, root, unlock, true);
  return root;
}

/** Wraps the root key for one more person, or anew for one whose passphrase changed. */
export async function putSlot(db: Database, root: Bytes, unlock: Unlock, isFirst = false): Promise<void> {
  const [name, slot] = [await nameIn(db, unlock.sub), await makeSlot(root, unlock)];
  await write(db, ['slot'], 'strict', async (tx) => {
    const slots = tx.objectStore('slot');
    // Two windows may begin at once. Only one root key can be the first.
    if (isFirst && (await slots.count()) > 0)
      throw new EhchError('busy', 'Another window has just begun. Try again.');
    await slots.put(slot, name);
  });
}

export async function removeSlot(db: Database, sub: string): Promise<void> {
  const name = await nameIn(db, sub);
  await write(db, ['slot'], 'strict', async (tx) => {
    await tx.objectStore('slot').delete(name);
  });
}

const nameIn = async (db: Database, sub: string) => slotName((await db.get('meta', 'salt')) as Bytes, sub);

/** A person's name in the slots. It has to be found before anything is unlocked, so no key blinds it, only a salt. */
export async function slotName(salt: Bytes, sub: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...utf8(sub)]));
  return base64Url(new Uint8Array(hash, 0, 12));
}
