import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleHome, startDevServer, type DevServer, type PersonalityChoice } from '@ehch/dev-server';
import { buildView } from '@ehch/fhir';
import { configuration, connectedEngine, NOW } from '../test/connected-engine.ts';

const home = sampleHome();
let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: home.resources });
});
after(() => server.close());

const SHARED = new Set(['Location', 'Organization', 'Practitioner', 'PractitionerRole']);

/** The sections of the whole record, read without a server in between. */
function wholeRecord(id: string): Readonly<Record<string, string>> {
  const resources = home.resources.filter(
    (one) =>
      one.id === id ||
      SHARED.has(one.resourceType) ||
      (one.resourceType !== 'Group' && JSON.stringify(one).includes(`"reference":"Patient/${id}"`)),
  );
  const input = { resident: id, patient: id, outcomes: {}, now: NOW, sourceLabel: 'test server' };
  return contentsOf(buildView({ ...input, resources }).view.sections, '');
}

/** The sections as read over HTTP. Every id contains the server's address, which is taken off. */
async function overHttp(at: DevServer, key: string): Promise<Readonly<Record<string, string>>> {
  const { engine } = await connectedEngine(configuration(at.url, { deadlineMs: 60_000 }));
  const resident = home.patientIds[key] ?? '';
  await engine.refreshResident({ resident, section: null, now: NOW });
  const { view } = await engine.openResident({ resident, now: NOW });
  return contentsOf(view.sections, `${at.url}/`);
}

async function assertReadWhole(at: DevServer, key: string): Promise<Readonly<Record<string, string>>> {
  const read = await overHttp(at, key);
  for (const [name, expected] of Object.entries(wholeRecord(home.patientIds[key] ?? '')))
    assertSame(read[name] ?? '', expected, `${key}, ${name}`);
  return read;
}

/** Shows only the place where two long texts differ. */
function assertSame(actual: string, expected: string, label: string): void {
  if (actual === expected) return;
  let at = 0;
  while (actual[at + 80] === expected[at + 80] && at < expected.length) at++;
  assert.equal(actual.slice(at, at + 200), expected.slice(at, at + 200), label);
  assert.fail(label);
}

/** The content of each section with its gaps. Freshness is left out: it says nothing about what was read. */
function contentsOf(sections: object, address: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(sections).map(([name, section]: [string, Record<string, unknown>]) => {
      const { state, content, gaps, error, why } = section;
      const text = JSON.stringify({ state, content, gaps, error, why });
      return [name, address === '' ? text : text.replaceAll(address, '')];
    }),
  );
}

test('a resident read over HTTP equals the whole record: room, phone numbers, words and all', async () => {
  const rooms = new Map(
    home.resources.flatMap((one) =>
      one.resourceType === 'Encounter' && one.type?.[0]?.text === 'Residence in care home'
        ? [[one.subject?.reference?.split('/')[1] ?? '', one.location?.[0]?.location.display ?? '']]
        : [],
    ),
  );
  assert.equal(rooms.size, 30);
  for (const [key, id] of Object.entries(home.patientIds)) {
    const { identity = '' } = await assertReadWhole(server, key);
    // A resident who has died lives in no home.
    const room = key === 'walter-dunne' ? '"room":null' : `"home":"Rowan Court","room":"${rooms.get(id)}"`;
    assert.ok(identity.includes(room), key);
  }
});

const strict: readonly PersonalityChoice[] = [
  { longestAddress: 2_000 },
  { longestAddress: 2_000, postSearch: false },
];
for (const personality of strict)
  test(`a strict server is read as whole as any other: ${JSON.stringify(personality)}`, async () => {
    const other = await startDevServer({ resources: home.resources, personality });
    try {
      for (const key of ['doris-ashworth', 'edith-marlowe']) await assertReadWhole(other, key);
    } finally {
      await other.close();
    }
  });
