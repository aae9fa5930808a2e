import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { EhchError, type ResidentView, type SectionName } from '@ehch/clinical';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { configuration, connectedEngine, NOW, place, states } from '../test/connected-engine.ts';
import { twoResidents } from '../test/two-residents.ts';

let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: twoResidents, allowFaults: true });
});
after(() => server.close());
beforeEach(() => server.setFaults([]));

const all = (view: ResidentView) => JSON.stringify(view);
const kind = (view: ResidentView, name: SectionName) => {
  const section = view.sections[name];
  return section.state === 'known' ? section.content.kind : section.state;
};

test('a whole view crosses a port that carries only JSON text', async () => {
  const { settle, sent } = await connectedEngine(configuration(server.url));
  const view = await settle('agnes');
  assert.equal(view.resident, 'agnes');
  assert.match(all(view), /penicillin/);
  assert.match(all(view), /heart failure/);
  assert.match(all(view), /bisoprolol/, 'the name of a medicine that is only referenced');
  assert.ok(sent.some((message) => JSON.stringify(message).includes('penicillin')));
});

test('before the first answer, every section says that it is loading', async () => {
  server.setFaults([{ fault: 'hang' }]);
  const { engine, lose } = await connectedEngine(configuration(server.url));
  const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
  for (const [name, section] of Object.entries(view.sections)) assert.equal(section.state, 'loading', name);
  lose();
});

for (const fault of [
  'status:500',
  'status:404',
  'status:401',
  'status:429,60',
  'malformed-json',
  'truncated-body',
  'wrong-content-type',
  'lost-answer',
  'hang',
]) {
  test(`allergies answered by ${fault} are "failed", never "none", and the other sections are usable`, async () => {
    server.setFaults([{ fault, type: 'AllergyIntolerance' }]);
    // Only what hangs waits for the deadline. The other sections have to come within it, also on a busy machine.
    const deadlineMs = fault === 'hang' ? 3_000 : 60_000;
    const { settle } = await connectedEngine(configuration(server.url, { deadlineMs }));
    const view = await settle('agnes');
    assert.equal(view.sections.allergies.state, 'failed', JSON.stringify(states(view)));
    assert.match(all(view), /heart failure/);
    assert.match(all(view), /bisoprolol/);
  });
}

test('allergies that the server refuses are withheld, and the other sections are usable', async () => {
  server.setFaults([{ fault: 'status:403', type: 'AllergyIntolerance' }]);
  const { settle } = await connectedEngine(configuration(server.url));
  const view = await settle('agnes');
  assert.deepEqual(view.sections.allergies, { state: 'withheld', why: 'role' });
  assert.equal(kind(view, 'problems'), 'recorded');
});

test('the engine waits for a server that asks for a short wait', async () => {
  server.setFaults([{ fault: 'status:429,0', type: 'Condition', times: 1 }]);
  const { settle } = await connectedEngine(configuration(server.url));
  assert.equal(kind(await settle('agnes'), 'problems'), 'recorded');
});

test('nothing clinical is shown before it is known whether the resident objects to sharing', async () => {
  server.setFaults([{ fault: 'hang', type: 'Consent' }]);
  const { settle, engine } = await connectedEngine(configuration(server.url, { deadlineMs: 60_000 }));
  await engine.openResident({ resident: 'agnes', now: NOW });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
  assert.doesNotMatch(all(view), /penicillin|heart failure/);
  assert.equal(view.sections.problems.state, 'loading');
  server.setFaults([]);
  await engine.forget(null);
  assert.match(all(await settle('agnes')), /penicillin/);
});

for (const [fault, state] of [
  ['status:500', 'failed'],
  ['status:403', 'withheld'],
] as const) {
  test(`without the Patient (${fault}) nothing of the record is shown: every section is ${state}`, async () => {
    server.setFaults([{ fault, type: 'Patient' }]);
    const { settle } = await connectedEngine(configuration(server.url));
    const view = await settle('agnes');
    for (const [name, section] of Object.entries(view.sections)) assert.equal(section.state, state, name);
    assert.doesNotMatch(all(view), /penicillin|heart failure/);
  });
}

test('if an objection to sharing cannot be read, the identity section says so', async () => {
  server.setFaults([{ fault: 'status:500', type: 'Consent' }]);
  const { settle } = await connectedEngine(configuration(server.url));
  const { identity } = (await settle('agnes')).sections;
  assert.ok(identity.state === 'known');
  assert.deepEqual(identity.gaps, [{ why: 'failed', what: 'whether the resident objects to sharing' }]);
});

test('if one home’s list cannot be read, the others’ residents are listed and the list says that it is incomplete', async () => {
  const both = place({ kind: 'group', id: 'roster' });
  const [home] = both.homes;
  assert.ok(home);
  const homes = [home, { ...home, id: 'other', roster: { kind: 'group', id: 'no-such-group' } as const }];
  const { engine } = await connectedEngine(configuration(server.url, { place: { ...both, homes } }));
  const { residents, incomplete } = await engine.listResidents({ now: NOW });
  assert.deepEqual(residents.map(({ resident }) => resident).sort(), ['agnes', 'bertha']);
  assert.equal(incomplete, true);
});

test('a slow kind holds up no other section', async () => {
  server.setFaults([{ fault: 'hang', type: 'Condition' }]);
  const { settle } = await connectedEngine(configuration(server.url, { deadlineMs: 60_000 }));
  const view = await settle(
    'agnes',
    ({ sections }) => sections.allergies.state === 'known' && sections.medicines.state === 'known',
  );
  assert.equal(view.sections.problems.state, 'loading');
});

test('a failed refresh keeps known sections and says that it failed', async () => {
  const { settle, engine } = await connectedEngine(configuration(server.url));
  await settle('agnes');
  server.setFaults([{ fault: 'status:500', type: 'Condition' }]);
  await engine.refreshResident({ resident: 'agnes', section: 'problems', now: '2026-11-21T09:35:00Z' });
  const { view } = await engine.openResident({ resident: 'agnes', now: '2026-11-21T09:35:00Z' });
  const { problems } = view.sections;
  assert.ok(problems.state === 'known' && problems.content.kind === 'recorded');
  assert.equal(problems.refresh.state, 'failed');
  assert.equal(problems.asOf, NOW);
});

test('a section that is refused now is no longer shown from before', async () => {
  const { settle, engine } = await connectedEngine(configuration(server.url));
  assert.match(all(await settle('agnes')), /heart failure/);
  server.setFaults([{ fault: 'status:403', type: 'Condition' }]);
  await engine.refreshResident({ resident: 'agnes', section: null, now: '2026-11-21T09:35:00Z' });
  const { view } = await engine.openResident({ resident: 'agnes', now: '2026-11-21T09:35:00Z' });
  assert.doesNotMatch(all(view), /heart failure/);
});

test('a resource of another resident in the server’s answer is never shown', async () => {
  server.setFaults([{ fault: 'foreign-patient' }]);
  const { settle } = await connectedEngine(configuration(server.url));
  const view = await settle('agnes');
  assert.match(all(view), /heart failure/);
  assert.doesNotMatch(all(view), /osteoporosis|latex|alendronic|Birchall/);
});

test('a resident whom the server does not know has a failed identity section', async () => {
  const { settle } = await connectedEngine(configuration(server.url));
  const view = await settle('nobody');
  assert.equal(view.sections.identity.state, 'failed');
});

test('a record becomes stale as the clock passes, without any change', async () => {
  const { settle, engine } = await connectedEngine(
    configuration(server.url, { place: place({ kind: 'group', id: 'roster' }) }),
  );
  await settle('agnes');
  server.setFaults([{ fault: 'hang' }]);
  const { view } = await engine.openResident({ resident: 'agnes', now: '2026-11-21T11:00:00Z' });
  assert.ok(view.sections.problems.state === 'known');
  assert.equal(view.sections.problems.freshness, 'stale');
});

test('a record that is opened again after a while is asked for again', async () => {
  const { settle } = await connectedEngine(configuration(server.url));
  await settle('agnes');
  const view = await settle(
    'agnes',
    ({ sections }) =>
      sections.problems.state === 'known' && sections.problems.asOf === '2026-11-21T10:30:00Z',
    '2026-11-21T10:30:00Z',
  );
  assert.equal(kind(view, 'problems'), 'recorded');
});

test('a token is asked for and sent; without one the sections say that nobody is signed in', async () => {
  const given: (string | null)[] = ['token-1', null];
  const host = {
    getToken: async () => given[0] ?? null,
    request: () => Promise.reject(new EhchError('forbidden', 'no')),
  };
  const seen = new Set<string>();
  const { createServer } = await import('node:http');
  const guard = createServer((request, response) => {
    seen.add(String(request.headers.authorization));
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => guard.listen(0, '127.0.0.1', resolve));
  const address = guard.address();
  assert.ok(typeof address === 'object' && address !== null);
  const base = `http://127.0.0.1:${address.port}/fhir`;
  try {
    const withToken = await connectedEngine(
      configuration(base, { network: { by: 'engine', token: true } }),
      host,
    );
    await withToken.settle('agnes');
    assert.deepEqual([...seen], ['Bearer token-1']);
    given.shift();
    const without = await connectedEngine(
      configuration(base, { network: { by: 'engine', token: true } }),
      host,
    );
    const { allergies } = (await without.settle('agnes')).sections;
    assert.deepEqual(allergies.state === 'failed' && allergies.error, { code: 'signed-out' });
    assert.equal(seen.size, 1);
  } finally {
    guard.closeAllConnections();
    guard.close();
  }
});

test('the host page can run every request, and every request stays below the configured server', async () => {
  const urls: string[] = [];
  const host = {
    getToken: async () => null,
    request: async ({ url, headers }: { url: string; headers: Readonly<Record<string, string>> }) => {
      urls.push(url);
      const response = await fetch(url, { headers });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    },
  };
  const { settle } = await connectedEngine(configuration(server.url, { network: { by: 'host' } }), host);
  assert.match(all(await settle('agnes')), /penicillin/);
  assert.ok(urls.length > 10);
  for (const url of urls) assert.ok(url.startsWith(`${server.url}/`), url);
});

test('an address identifies a resident only by the server’s own id', async () => {
  const urls: string[] = [];
  const host = {
    getToken: async () => null,
    request: async ({ url }: { url: string }) => {
      urls.push(decodeURIComponent(url));
      const response = await fetch(url);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    },
  };
  const { settle, engine } = await connectedEngine(
    configuration(server.url, { network: { by: 'host' }, place: place({ kind: 'group', id: 'roster' }) }),
    host,
  );
  await settle('agnes');
  await engine.listResidents({ now: NOW });
  for (const url of urls) assert.doesNotMatch(url, /ashdown|birchall|999\s?000|1938-02-11|1941-07-14/i);
});

for (const [roster, expected, incomplete] of [
  [{ kind: 'group', id: 'roster' }, ['agnes', 'bertha'], true],
  [{ kind: 'list', id: 'list' }, ['bertha'], false],
  [{ kind: 'location', id: 'home' }, ['agnes'], false],
] as const) {
  test(`the residents of a home whose roster is a ${roster.kind} are listed${incomplete ? ', and somebody who is missing is said to be' : ''}`, async () => {
    const { engine } = await connectedEngine(configuration(server.url, { place: place(roster) }));
    const list = await engine.listResidents({ now: NOW });
    assert.deepEqual(list.residents.map(({ resident }) => resident).sort(), expected);
    assert.equal(list.incomplete, incomplete);
    const agnes = list.residents.find(({ resident }) => resident === 'agnes');
    if (agnes) assert.deepEqual(agnes.nhsNumber, { state: 'verified', value: '9990000018' });
  });
}

test('without a place there is no list of residents, and the error says what to give', async () => {
  const { engine } = await connectedEngine(configuration(server.url));
  await assert.rejects(
    engine.listResidents({ now: NOW }),
    (error) =>
      error instanceof EhchError && error.code === 'bad-configuration' && /place/.test(error.message),
  );
});

test('another configuration and forget each leave nothing of the former record', async () => {
  const { settle, engine } = await connectedEngine(configuration(server.url));
  await settle('agnes');
  server.setFaults([{ fault: 'hang' }]);
  await engine.configure(configuration(server.url, { sourceLabel: 'another role' }));
  assert.doesNotMatch(
    all((await engine.openResident({ resident: 'agnes', now: NOW })).view),
    /heart failure/,
  );
  server.setFaults([]);
  await engine.configure(configuration(server.url));
  await settle('agnes');
  server.setFaults([{ fault: 'hang' }]);
  await engine.forget(null);
  assert.doesNotMatch(
    all((await engine.openResident({ resident: 'agnes', now: NOW })).view),
    /heart failure/,
  );
});

test('an answer that arrives after forget is dropped', async () => {
  server.setFaults([{ fault: 'delay:200' }]);
  const { engine } = await connectedEngine(configuration(server.url));
  await engine.openResident({ resident: 'agnes', now: NOW });
  await engine.forget(null);
  server.setFaults([{ fault: 'hang' }]);
  await engine.openResident({ resident: 'agnes', now: NOW });
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
  assert.equal(view.sections.problems.state, 'loading');
});

test('an engine that was not configured says so', async () => {
  const { jsonPair } = await import('../test/json-pair.ts');
  const { serveEngine } = await import('./serve-engine.ts');
  const { connectEngine } = await import('./connect-engine.ts');
  const pair = jsonPair();
  serveEngine(pair.far);
  const { engine } = connectEngine(pair.near, null);
  await assert.rejects(
    engine.openResident({ resident: 'agnes', now: NOW }),
    (error) => error instanceof EhchError && error.code === 'bad-configuration',
  );
});
