import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCAL_SOURCE, openMemoryStore, type MovedCounts } from '@ehch/store';
import { AT } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { storesWith } from '../device/stores.fixtures.ts';
import { forbiddenNetwork, LOCAL } from '../local/local.fixtures.ts';
import type { MovedFile } from './import-file.ts';
import { ComingFile, LeavingFile } from './moving.ts';

const COUNTS: MovedCounts = {
  home: 1,
  member: 3,
  key: 3,
  card: 0,
  pack: 2,
  delta: 5,
  ver: 3,
  outbox: 4,
  ack: 7,
  ckpt: 0,
  draft: 2,
  look: 1,
  quar: 0,
  log: 0,
};

/** A file of so many bytes, none like its neighbour. */
const fileOf = (bytes: number) => Uint8Array.from({ length: bytes }, (_, at) => (at * 31) % 251);

/** Takes a whole file out in parts, as a window does. */
function parts(leaving: LeavingFile, bytes: number): string[] {
  const all: string[] = [];
  for (let at = 0; at < bytes; at += atob(all.at(-1) ?? '').length) all.push(leaving.part(at));
  return all;
}

test('(store SPEC M1) a file crosses the port in parts, and is the same byte for byte', () => {
  const file = fileOf(500_000);
  const leaving = new LeavingFile();
  const { bytes, content } = leaving.hold({ file, counts: COUNTS });
  assert.deepEqual(content, { residents: 3, work: 7, drafts: 2, waiting: 4, rows: 31 });
  const texts = parts(leaving, bytes);
  assert.ok(texts.length > 1);
  const coming = new ComingFile();
  let at = 0;
  for (const text of texts) {
    coming.add(at, text);
    at += atob(text).length;
  }
  assert.deepEqual(coming.take(bytes), file);
  // The parts fit together as one text as well, which a window saves.
  assert.equal(atob(texts.join('')).length, bytes);
});

test('(store SPEC M2) a part that is missing, doubled or no base64 is refused, and so is another length', () => {
  const coming = new ComingFile();
  coming.add(0, btoa('abc'));
  assert.throws(() => coming.add(6, btoa('def')), { code: 'malformed' });
  assert.throws(() => coming.add(3, 'no base64!'), { code: 'malformed' });
  assert.throws(() => coming.take(4), { code: 'malformed' });
  // What was refused is gone: the next file begins anew.
  coming.add(0, btoa('xyz'));
  assert.equal(coming.take(3).length, 3);
});

test('a file that was taken out is held no longer', () => {
  const leaving = new LeavingFile();
  leaving.hold({ file: fileOf(10), counts: COUNTS });
  assert.notEqual(leaving.part(0), '');
  assert.equal(leaving.part(10), '');
  assert.throws(() => leaving.part(0), { code: 'not-found' });
});

/** The engine of a PC, with what it was given to take in. */
async function pc(importFile?: (moved: MovedFile) => Promise<MovedCounts>) {
  const unlocked: string[] = [];
  const store = openMemoryStore({ server: LOCAL_SOURCE });
  const engine = createDeviceEngine({
    connect: forbiddenNetwork().connect,
    onChange: () => undefined,
    stores: storesWith((opened) => ({
      ...opened,
      store,
      exportSealed: async () => ({ file: fileOf(9), counts: COUNTS }),
      unlock: async (secret) => {
        unlocked.push(secret);
        return true;
      },
    })),
    ...(importFile && { importFile: (_, moved) => importFile(moved) }),
  });
  await engine.configure(LOCAL);
  return { engine, store, unlocked };
}

test('(store SPEC M4) after a file was taken in, the engine goes on with it, opened by the new secret', async () => {
  const taken: MovedFile[] = [];
  const { engine, unlocked } = await pc(async (moved) => {
    taken.push(moved);
    return COUNTS;
  });
  await engine.importPart({ at: 0, base64: btoa('sealed') });
  const content = await engine.importHome({ bytes: 6, passphrase: 'of the file', secret: 'of this PC' });
  assert.equal(content.residents, 3);
  assert.deepEqual(unlocked, ['of this PC']);
  assert.equal(new TextDecoder().decode(taken[0]?.file), 'sealed');
  assert.equal((await engine.status(null)).server, 'none');
  await engine.close();
});

test('(store SPEC M2) after a refusal the engine goes on with what lay here', async () => {
  const { engine, unlocked } = await pc(() =>
    Promise.reject(Object.assign(new Error('wrong'), { name: 'EhchError', code: 'forbidden' })),
  );
  await engine.importPart({ at: 0, base64: btoa('sealed') });
  await assert.rejects(engine.importHome({ bytes: 6, passphrase: 'wrong', secret: 'mine' }), {
    code: 'forbidden',
  });
  assert.deepEqual(unlocked, []);
  assert.deepEqual((await engine.listResidents({ now: AT })).residents, []);
  await engine.close();
});

test('(SPEC U1) a file that leaves is audited, as every export', async () => {
  const { engine, store } = await pc();
  const { bytes } = await engine.exportHome({ passphrase: 'four quiet words here', now: AT });
  assert.equal(bytes, 9);
  const [entry] = await store.outbox.entries();
  assert.deepEqual(entry?.operation?.about, { kind: 'audit', what: 'export' });
  await engine.close();
});

test('a browser that keeps nothing takes no file in, and a locked PC gives none', async () => {
  const { engine } = await pc();
  await engine.importPart({ at: 0, base64: btoa('sealed') });
  await assert.rejects(engine.importHome({ bytes: 6, passphrase: 'a', secret: 'b' }), {
    code: 'unsupported',
  });
  await engine.lock(null);
  await assert.rejects(engine.exportHome({ passphrase: 'four quiet words here', now: AT }), {
    code: 'locked',
  });
  await engine.close();
});
