import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleHome, startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine } from '../test/connected-engine.ts';

const home = sampleHome();
let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: home.resources });
});
after(() => server.close());

/** The room in which each resident's own long encounter puts her. */
function roomsRecorded(): ReadonlyMap<string, string> {
  return new Map(
    home.resources.flatMap((one) =>
      one.resourceType === 'Encounter' && one.type?.[0]?.text === 'Residence in care home'
        ? [[one.subject?.reference?.split('/')[1] ?? '', one.location?.[0]?.location.display ?? '']]
        : [],
    ),
  );
}

test('the room and the home of every resident are found over HTTP, whoever her other stays are with', async () => {
  const rooms = roomsRecorded();
  assert.equal(rooms.size, 30);
  const { settle } = await connectedEngine(configuration(server.url));
  for (const [key, id] of Object.entries(home.patientIds)) {
    const { identity } = (await settle(id)).sections;
    // Who has died lives nowhere; who objects to sharing shows nothing.
    if (key === 'walter-dunne') continue;
    assert.ok(identity.state === 'known' && identity.content.kind === 'recorded', key);
    const { stay } = identity.content.value;
    assert.deepEqual([stay?.room, stay?.home], [rooms.get(id), 'Rowan Court'], key);
  }
});
