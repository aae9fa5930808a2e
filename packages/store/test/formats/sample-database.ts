import type { Store } from '@ehch/store';
import { change, checkpoint, countingCards, draft, loaded, operation, resource } from '../samples.ts';

export const AT = '2026-11-21T10:00:00Z';
export const SOURCE = { id: 'server', keep: 'yes' } as const;

/** The secret under which the databases of `formats/` lie. Its data are fictional. */
export const SECRET = new Uint8Array(32).map((_, i) => i * 7);

/** A little of everything that a store keeps. */
export async function fill(store: Store): Promise<void> {
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const put = Array.from({ length: 5 }, (_, i) => resource('Observation', `${i}`, 1));
  const kinds = { Observation: loaded(AT) };
  const apply = (changes: Parameters<typeof change>[1]) =>
    records.apply({ epoch, changes: [change('resident-1', changes)], checkpoints: [checkpoint()] });
  await apply({ put, kinds });
  await apply({ put: [resource('Observation', '1', 2)], deleted: [{ key: 'Observation/2', updated: null }] });
  const members = [{ resident: 'resident-1', facts: { room: '4' } }];
  await records.putMembers(epoch, { home: 'home-1', asOf: AT, incomplete: false, members });
  for (const intent of ['a', 'b']) await store.outbox.enqueue(operation(intent));
  await store.outbox.enqueue(operation('worry', { class: 'escalation' }));
  const n = (await store.outbox.entries())[1]?.n ?? 0;
  const bodies = [resource('Goal', 'g', 1)];
  await store.outbox.change(n, ['queued'], epoch, { kind: 'accept', at: AT, bodies });
  await store.drafts.save(draft('d'), null, AT);
  await store.looks.set('nurse-1', 'resident-1', AT);
  await store.settings.set('probe', { level: 'A' });
  // Last, because every change of the record erases it.
  await records.buildCards('home-1', ['resident-1'], { ...countingCards(1), factsOf: () => ({ room: '4' }) });
}

/** What a reader sees of it. */
export async function seen(store: Store): Promise<unknown> {
  const records = store.records(SOURCE);
  const { resources, kinds, pending } = await records.read('resident-1');
  return JSON.parse(
    JSON.stringify({
      texts: resources.map(({ text }) => text).sort(),
      kinds: [...kinds],
      pending,
      versions: [...(await records.versions('resident-1'))],
      checkpoint: await records.checkpoint('home-1', 'Observation'),
      members: await records.members('home-1'),
      cards: (await records.cards('home-1'))?.cards,
      entries: await store.outbox.entries(),
      acknowledgements: await store.outbox.acknowledgements(),
      draft: (await store.drafts.load('resident-1', 'cga'))?.draft,
      look: await store.looks.last('nurse-1', 'resident-1'),
      setting: await store.settings.get('probe'),
    }),
  );
}
