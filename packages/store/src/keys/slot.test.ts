import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomBytes } from './bytes.ts';
import { makeSlot, openSlot } from './slot.ts';

const passphrase = (text: string) => ({ with: 'passphrase', sub: 'nurse-1', passphrase: text }) as const;

test('K5: only the same passphrase opens a slot, in either spelling of its accents', async () => {
  const root = randomBytes(32);
  const slot = await makeSlot(root, passphrase('caf\u00e9 by the river bank'));
  assert.deepEqual(await openSlot(slot, passphrase('cafe\u0301 by the river bank')), root);
  await assert.rejects(openSlot(slot, passphrase('Café by the river bank')), { code: 'forbidden' });
});

test('K1: a slot holds a salt, 600 000 rounds and a wrapped key, and nothing of the passphrase', async () => {
  const root = randomBytes(32);
  const slot = await makeSlot(root, passphrase('correct horse battery staple'));
  assert.deepEqual(Object.keys(slot).sort(), ['iterations', 'salt', 'with', 'wrapped']);
  assert.equal(slot.iterations, 600_000);
  assert.equal(slot.wrapped.length, 40);
  assert.ok(!Buffer.from(slot.wrapped).includes(Buffer.from(root)));
});

test('a secret of WebAuthn or of a vendor opens a slot, and a short one is refused', async () => {
  const root = randomBytes(32);
  const secret = randomBytes(32);
  const slot = await makeSlot(root, { with: 'secret', sub: 'nurse-1', secret });
  assert.deepEqual(await openSlot(slot, { with: 'secret', sub: 'nurse-1', secret }), root);
  const other = { with: 'secret', sub: 'nurse-1', secret: randomBytes(32) } as const;
  await assert.rejects(openSlot(slot, other), { code: 'forbidden' });
  await assert.rejects(makeSlot(root, { ...other, secret: new Uint8Array(16) }), { code: 'bad-argument' });
});

test('one person’s way of unlocking is not another’s', async () => {
  const slot = await makeSlot(randomBytes(32), passphrase('correct horse battery staple'));
  const secret = new TextEncoder().encode('correct horse battery staple....');
  await assert.rejects(openSlot(slot, { with: 'secret', sub: 'nurse-1', secret }), { code: 'forbidden' });
});
