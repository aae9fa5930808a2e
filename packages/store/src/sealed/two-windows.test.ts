import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../test/disk.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { change, checkpoint, operation, resource } from '../../test/samples.ts';
import { ALL_STORE_GUARDS } from '../guards.ts';

const SOURCE = { id: 'server', keep: 'yes' } as const;
const AT = '2026-11-21T10:00:00Z';
const RESIDENT = 'resident-1';
/** More deltas than a bucket keeps, so that rounds write the pack anew. */
const ROWS = 12;
const ROUNDS = 8;

/**
 * Two windows write the copies of one resident at the same time, again and again: one pulls, and so joins deltas to packs; in the other
 * a press is accepted, and brings its body.
 *
 * @returns what a third window reads of what was written, and what it should
 */
async function interleaved(guards = ALL_STORE_GUARDS) {
  const name = newName();
  const session = { secret: null };
  const [pulling, pushing] = [
    await openInSession(name, session, { guards }),
    await openInSession(name, session, { guards }),
  ];
  const epoch = await pulling.leadership.begin();
  const written = new Map<string, string>();
  let packs = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const page = Array.from({ length: ROWS }, (_, i) =>
      resource('Observation', `${round}-${i % ROWS}`, round),
    );
    const body = resource('Observation', `o-press-${round}`, round);
    await pushing.outbox.enqueue(operation(`press-${round}`));
    const entry = (await pushing.outbox.entries()).find(({ intent }) => intent === `press-${round}`);
    const accept = { kind: 'accept', at: AT, bodies: [body] } as const;
    await Promise.all([
      pulling.records(SOURCE).apply({
        epoch,
        changes: [change(RESIDENT, { put: page })],
        checkpoints: [checkpoint({ members: [RESIDENT] })],
      }),
      pushing.outbox.change(entry?.n ?? -1, ['queued'], epoch, accept),
    ]);
    for (const { id, text } of [...page, body]) written.set(id, text);
    packs = Math.max(packs, (await rowsOf(name)).get('pack')?.length ?? 0);
  }
  const reader = await openInSession(name, session);
  const read = await reader.records(SOURCE).read(RESIDENT);
  const versions = await reader.records(SOURCE).versions(RESIDENT);
  const kept = new Map(read.resources.map(({ id, text }) => [id, text]));
  const lost = [...written].filter(
    ([id, text]) => kept.get(id) !== text || !versions.has(`Observation/${id}`),
  );
  for (const store of [reader, pulling, pushing]) store.close();
  return { lost: lost.map(([id]) => id), packs };
}

test('D3, R4: a pull, an acceptance and the compaction of two windows at the same time lose nothing of each other', async () => {
  const { lost, packs } = await interleaved();
  assert.ok(packs > 0, 'deltas were joined to a pack meanwhile');
  assert.deepEqual(lost, []);
});

test('D3: without the check of the generation, one of two windows writes over the other', async () => {
  // Where it shows depends on which window is first. It may end a read with an error as well.
  const lost = await interleaved({ ...ALL_STORE_GUARDS, generation: false }).then(
    ({ lost: rows }) => rows.length,
    () => 1,
  );
  assert.ok(lost > 0, 'a row of the other window is gone');
});
