import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import { configuration as configurationOf } from '../../test/connected-engine.ts';
import { twoResidents } from '../../test/two-residents.ts';
import { AT, draftOf, finish, NURSE } from '../actions/actions.fixtures.ts';
import type { HttpRequest } from '../http/http.ts';
import { queuedLocks } from '../locks.ts';
import { createDeviceEngine } from './device-engine.ts';
import { openInMemory } from './open-store.ts';

const BASE = 'https://record.test/fhir';
const configuration = configurationOf(BASE, { user: NURSE });
const REFUSED = { status: 403, headers: {}, text: '{"resourceType":"OperationOutcome"}' };

/** A nurse signs an assessment without a network. Then a colleague, whom the server lets read less, opens the resident. */
async function openedByColleague() {
  const server = createFhirServer({ base: BASE, resources: twoResidents });
  const store = openMemoryStore();
  const locks = queuedLocks();
  let may = true;
  const answer = (request: HttpRequest) => {
    if (request.method !== 'GET') throw new EhchError('unreachable', 'No network.');
    return may || !request.url.includes('agnes') ? server.request(request) : REFUSED;
  };
  const engineOf = () =>
    createDeviceEngine({
      connect: () => ({ request: async (request) => answer(request) }),
      onChange: () => undefined,
      locks,
      openStore: async (given) => ({ ...(await openInMemory(given)), store, name: 'db' }),
    });
  const seen = async (engine: ReturnType<typeof engineOf>, state: string) => {
    for (;;) {
      const { view } = await engine.openResident({ resident: 'agnes', now: AT });
      if (view.sections.identity.state === state) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  };
  const nurse = engineOf();
  await nurse.configure(configuration);
  await seen(nurse, 'known');
  await nurse.enqueue({ intent: finish(draftOf('agnes')), now: AT });
  await nurse.close();
  may = false;
  const colleague = engineOf();
  await colleague.configure({ ...configuration, user: { ...NURSE, sub: 'colleague' } });
  await seen(colleague, 'withheld');
  await colleague.close();
  const entries = await store.outbox.entries();
  return (kind: string) =>
    entries.filter(({ operation }) => operation?.class === kind).map(({ state }) => state);
}

// Right: a refusal in one person's session says nothing about another's rights. Only what its own author may no longer see is
// held. Now the nurse comes back and reads “You may no longer write this”, and it waits until somebody presses “try again”.
test('a colleague’s missing right does not hold back what another person signed (SPEC P4, store SPEC P2)', async () => {
  const states = await openedByColleague();
  assert.deepEqual(states('clinical'), ['queued']);
});

// Right: a purge never holds audit events, as it never holds escalations. Now the trace of who looked last before an access
// ended, and of the refused try itself, is never sent; and because no person waits for one, nobody sees that.
test('a purge holds back no audit event (SPEC U1, store SPEC P2)', async () => {
  const states = await openedByColleague();
  assert.ok(!states('audit').includes('held'), states('audit').join());
});
