import assert from 'node:assert/strict';
import { createHmac, hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import { deriveTree } from './key-tree.ts';
import { newResidentKey, rewrap, unwrapResidentKey } from './resident-key.ts';

const ROOT = new Uint8Array(32).map((_, i) => i);

/** The same by Node's own HKDF and HMAC. Released databases depend on these names. */
function blindedByNode(info: string, name: string): string {
  const key = hkdfSync('sha256', ROOT, new Uint8Array(0), `ehch/v1/blind/${info}`, 32);
  const mac = createHmac('sha256', new Uint8Array(key)).update(name).digest();
  return mac.subarray(0, 12).toString('base64url');
}

test('K4: a name is blinded to 96 bits of HMAC, with another key for each purpose', async () => {
  const tree = await deriveTree(ROOT);
  for (const purpose of ['resident', 'home', 'resource', 'person', 'form'] as const) {
    assert.equal(await tree.blind(purpose, 'p1'), blindedByNode(purpose, 'p1'));
  }
  assert.equal(await tree.home.lane('p1'), blindedByNode('lane', 'p1'));
  assert.equal(await tree.blind('resident', 'p1'), 'qG1goGWqCPb7JvK_');
});

test('K2: another root gives other names, and no key of the tree can be exported', async () => {
  const [tree, other] = [await deriveTree(ROOT), await deriveTree(new Uint8Array(32))];
  assert.notEqual(await tree.blind('resident', 'p1'), await other.blind('resident', 'p1'));
  const keys = [tree.work, tree.home.seal, await tree.wrapping(new Uint8Array(32))];
  for (const key of keys) {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey('raw', key), { name: 'InvalidAccessError' });
  }
});

test('P1: a key wrapped again opens under the new wrapping key, and no more under the old one', async () => {
  const tree = await deriveTree(ROOT);
  const [old, next] = [
    await tree.wrapping(new Uint8Array(32)),
    await tree.wrapping(new Uint8Array(32).fill(1)),
  ];
  const { key, wrapped } = await newResidentKey(old);
  const again = await rewrap(wrapped, old, next);
  const iv = new Uint8Array(12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array([1, 2, 3]));
  const unwrapped = await unwrapResidentKey(again, next);
  assert.deepEqual(
    new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, unwrapped, sealed)),
    new Uint8Array([1, 2, 3]),
  );
  await assert.rejects(unwrapResidentKey(wrapped, next), { name: 'OperationError' });
  await assert.rejects(unwrapResidentKey(again, old), { name: 'OperationError' });
});
