import { expect } from '@open-wc/testing';
import type { CareIntent, LocalResident, PlaceConfiguration } from '@ehch/clinical';
import { createEhch, type Ehch, type EhchOptions } from './create-ehch.ts';

/** The place once its area has a server. */
const WITH_SERVER: PlaceConfiguration = {
  id: 'dale',
  title: 'Dale',
  version: '1',
  owner: 'the home',
  dated: '2026-11-01',
  signedOff: null,
  homes: [
    {
      id: 'rowan',
      name: 'Rowan Court',
      kind: 'residential',
      roster: { kind: 'group', id: 'rowan' },
      practice: null,
    },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};
const PLACE: PlaceConfiguration = {
  ...WITH_SERVER,
  server: 'none',
  homes: WITH_SERVER.homes.map((home) => ({ ...home, roster: { kind: 'local' } })),
};
const by = { name: 'Sam Okafor', role: 'nurse' };
const open: Ehch[] = [];

/** A home of its own, so that no test finds another one's list. */
function connect(more: Partial<EhchOptions> = {}): Ehch {
  const user = {
    sub: 'nurse-1',
    display: 'Sam Okafor',
    reference: null,
    role: 'nurse',
    organisation: crypto.randomUUID(),
  };
  const ehch = createEhch({ place: PLACE, user, ...more });
  open.push(ehch);
  return ehch;
}

afterEach(() => {
  for (const ehch of open.splice(0)) ehch.close();
});

const adding = (): CareIntent => ({
  id: crypto.randomUUID(),
  resident: crypto.randomUUID(),
  pressedAt: '2026-11-20T09:15:00Z',
  what: {
    kind: 'add-resident',
    home: { id: 'rowan', name: 'Rowan Court' },
    person: { family: 'Farrow', given: ['Gwen'], born: '1938-04-09', nhsNumber: null, room: '4' },
    looked: [],
    by,
  },
});

/** The list as it is once it fits. */
function listed({ local }: Ehch, fits: (list: readonly LocalResident[]) => boolean) {
  return new Promise<readonly LocalResident[]>((resolve) => {
    const stop = new AbortController();
    local.watchResidents((list) => {
      if (list === null || !fits(list)) return;
      stop.abort();
      resolve(list);
    }, stop.signal);
  });
}

it('serves a home without a server through a real worker, and tells every change of its list', async () => {
  const ehch = connect();
  const later = listed(ehch, (list) => list.length === 1);
  expect(await listed(ehch, () => true)).to.deep.equal([]);
  const receipt = await ehch.actions.enqueue(adding());
  // The key of this session is in memory, and the receipt says so.
  expect(receipt).to.deep.equal({ state: 'held-in-memory', server: 'none' });
  const [resident] = await later;
  expect(resident?.name?.family).to.equal('Farrow');
  expect((await ehch.listResidents()).residents).to.have.length(1);
});

it('keeps the list at a sign-out, because nobody else has it', async () => {
  const ehch = connect();
  await ehch.actions.enqueue(adding());
  await ehch.forget();
  expect((await ehch.listResidents()).residents).to.have.length(1);
});

it('makes a sealed file that tells nothing, and says how much is in it', async () => {
  const ehch = connect();
  await ehch.actions.enqueue(adding());
  const { base64, content } = await ehch.moving.exportHome('four quiet words here');
  expect([content.residents, content.work]).to.deep.equal([1, 1]);
  expect(atob(base64)).not.to.contain('Farrow');
  let code = '';
  await ehch.moving.exportHome('short').catch((error: { readonly code: string }) => (code = error.code));
  expect(code).to.equal('bad-argument');
});

it('takes no file in where the key would end with the session', async () => {
  const ehch = connect();
  let code = '';
  const file = { base64: btoa('sealed'), passphrase: 'four quiet words here', secret: 'and four more words' };
  await ehch.moving.importHome(file).catch((error: { readonly code: string }) => (code = error.code));
  expect(code).to.equal('unsupported');
});

it('refuses a page that names a server for a place without one, and a place with one without an address', () => {
  for (const more of [
    { fhirBaseUrl: 'https://record.example/fhir' },
    { getToken: async () => null },
    { place: WITH_SERVER },
  ])
    expect(() => connect(more))
      .to.throw()
      .with.property('code', 'bad-argument');
});

it('offers nothing to link where this PC never was without a server', async () => {
  const ehch = connect({
    place: { ...WITH_SERVER, id: crypto.randomUUID() },
    fhirBaseUrl: 'https://record.test/fhir',
    keys: 'memory',
  });
  expect(await ehch.linking.linkable()).to.deep.equal({ state: 'none' });
});
