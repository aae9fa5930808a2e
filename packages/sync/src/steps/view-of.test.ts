import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionName } from '@ehch/clinical';
import { openMemoryStore, SERVER_SOURCE, type KindState, type StoredResource } from '@ehch/store';
import { configuration, NOW, place } from '../../test/connected-engine.ts';
import type { Roster } from '../protocol.ts';
import { newRecord } from '../record.ts';
import { queries } from './queries.ts';
import { viewOf, type ViewOptions } from './view-of.ts';

/** Agnes's record with every kind read. It holds one prescription, and the server had more prescriptions. */
async function view(roster: ViewOptions['roster']) {
  const store = openMemoryStore();
  const copies = store.records(SERVER_SOURCE);
  const kinds: Record<string, KindState> = {};
  const put: StoredResource[] = [];
  for (const { kind } of queries('agnes')) {
    kinds[kind] = { asOf: NOW, more: kind === 'MedicationRequest', missing: [], last: { state: 'loaded' } };
    if (kind !== 'Patient' && kind !== 'MedicationRequest') continue;
    const json =
      kind === 'Patient'
        ? { resourceType: 'Patient', id: 'agnes', name: [{ family: 'Ashdown', given: ['Agnes'] }] }
        : {
            resourceType: 'MedicationRequest',
            id: 'm',
            status: 'active',
            intent: 'order',
            subject: { reference: 'Patient/agnes' },
            medicationCodeableConcept: { text: 'bisoprolol' },
          };
    put.push({ type: kind, id: json.id, version: null, updated: null, text: JSON.stringify(json) });
  }
  const change = { resident: 'agnes', put, deleted: [], kinds };
  await copies.apply({ epoch: await store.leadership.begin(), changes: [change], checkpoints: [] });
  const given = configuration('https://record.test/fhir', { place: place({ kind: 'group', id: 'g' }) });
  return viewOf({ copies, record: newRecord('agnes'), configuration: given, roster, now: NOW });
}

const gapsOf = async (name: SectionName, roster: ViewOptions['roster']) => {
  const section = (await view(roster)).sections[name];
  return section.state === 'known' ? section.gaps : section.state;
};
const read = (more: Partial<Roster> = {}): ViewOptions['roster'] => ({
  state: 'read',
  roster: { residents: [], asOf: NOW, incomplete: false, ...more },
});

test('unread pages are not said to hold older entries, because nobody knows how the server sorts', async () => {
  assert.deepEqual(await gapsOf('medicines', read()), [{ why: 'more', what: 'entries that were not read' }]);
});

const what = 'whether somebody here has the same name';
for (const [how, roster, gaps] of [
  ['was read', read(), []],
  ['is not complete', read({ incomplete: true }), [{ why: 'unreadable', what }]],
  ['could not be read', { state: 'failed' }, 'failed'],
  ['has not been read yet', { state: 'unread' }, 'loading'],
] as const)
  test(`when the list of residents ${how}, the alerts claim no more about a same name than is known`, async () => {
    assert.deepEqual(await gapsOf('alerts', roster), gaps);
    assert.deepEqual(await gapsOf('limits', roster), [], 'nothing else depends on that list');
  });
