import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Adapter } from '../../hosts/binding.ts';
import { adaptersInForce, type Sources } from './adapters-in-force.ts';

Object.assign(globalThis, { __DEMO__: true });
const { builtIn } = await import('./built-in.ts');
const [record, diary] = builtIn.templates;
assert.ok(record && diary);

const SITE = 'https://gp.example';
const adapter = (from: Adapter['from'], id: string, more: Partial<Adapter> = {}): Adapter => ({
  id,
  template: record,
  match: [{ origin: SITE, pathPrefix: '/' }],
  from,
  ...more,
});
const at = (origin: string, pathPrefix = '/') => ({ match: [{ origin, pathPrefix }] });
const inForce = (more: {
  readonly builtIn?: readonly Adapter[];
  readonly managed?: readonly Adapter[];
  readonly bound?: readonly Adapter[];
  readonly taught?: Sources['own']['taught'];
  readonly allowsUserSites?: boolean;
  readonly allowsTeach?: boolean;
  readonly granted?: readonly string[];
  readonly never?: readonly string[];
}) =>
  adaptersInForce({
    builtIn: { adapters: more.builtIn ?? [], templates: [record] },
    managed: {
      adapters: more.managed ?? [],
      allowsUserSites: more.allowsUserSites ?? true,
      allowsTeach: more.allowsTeach ?? more.allowsUserSites ?? true,
      refused: ['m'],
    },
    own: { bound: more.bound ?? [], taught: more.taught ?? [], refused: ['o'] },
    isGranted: (origin) => (more.granted ?? [SITE]).includes(origin),
    never: more.never ?? [],
  });
const ids = (adapters: readonly Adapter[]) => adapters.map(({ id }) => id);

test('for one site one source counts: the organisation’s, then what was taught, then what was bound, then the build’s', () => {
  const sources = {
    builtIn: [adapter('built-in', 'in-build')],
    bound: [adapter('bound', 'by-hand')],
    taught: [{ state: 'confirmed' as const, adapter: adapter('taught', 'shown') }],
    managed: [adapter('managed', 'given')],
  };
  assert.deepEqual(ids(inForce(sources).adapters), ['given']);
  assert.deepEqual(ids(inForce({ ...sources, managed: [] }).adapters), ['shown']);
  assert.deepEqual(ids(inForce({ ...sources, managed: [], taught: [] }).adapters), ['by-hand']);
  assert.deepEqual(ids(inForce({ builtIn: sources.builtIn }).adapters), ['in-build']);
});

test('each site is settled by itself: an adapter keeps the sites that no better source has', () => {
  const both = adapter('built-in', 'both', { match: [...at(SITE).match, ...at('https://b.example').match] });
  const { adapters } = inForce({
    managed: [adapter('managed', 'given')],
    builtIn: [both],
    granted: [SITE, 'https://b.example'],
  });
  assert.deepEqual(
    adapters.map(({ id, match }) => [id, match.map(({ origin }) => origin)]),
    [
      ['given', [SITE]],
      ['both', ['https://b.example']],
    ],
  );
});

test('one host on one port is another site than on the usual one, except in the demo, where it is every port', () => {
  const withPort = adapter('managed', 'port', at(`${SITE}:8443`));
  const bound = adapter('bound', 'by-hand');
  assert.equal(
    inForce({ managed: [withPort], bound: [bound], granted: [SITE, `${SITE}:8443`] }).adapters.length,
    2,
  );
  const demo = adapter('bound', 'demo', at('http://gp.localhost'));
  const port = adapter('managed', 'port', at('http://gp.localhost:8100'));
  assert.deepEqual(
    ids(inForce({ managed: [port], bound: [demo], granted: ['http://gp.localhost:8100'] }).adapters),
    ['port'],
  );
});

test('a draft reads nobody', () => {
  const taught = [{ state: 'draft' as const, adapter: adapter('taught', 'shown') }];
  const read = inForce({ taught });
  assert.deepEqual([read.adapters, read.waiting, ids(read.drafts)], [[], [], ['shown']]);
});

test('where the administrator forbids teaching, what was taught counts for nothing and nothing can be taught', () => {
  const taught = (['draft', 'confirmed'] as const).map((state) => ({
    state,
    adapter: adapter('taught', 'shown'),
  }));
  const read = inForce({ taught, bound: [adapter('bound', 'by-hand')], allowsTeach: false });
  assert.deepEqual([ids(read.adapters), read.drafts, read.allowsTeach], [['by-hand'], [], false]);
  assert.equal(inForce({}).allowsTeach, true);
});

test('without the browser’s permission an adapter waits, and counts for none of its pages', () => {
  const read = inForce({ managed: [adapter('managed', 'given')], granted: [] });
  assert.deepEqual([read.adapters, ids(read.waiting)], [[], ['given']]);
  const split = inForce({
    managed: [adapter('managed', 'two', { match: [...at(SITE).match, ...at('https://b.example').match] })],
  });
  assert.deepEqual(
    [split.adapters, split.waiting].map((each) => each.map(({ match }) => match.map(({ origin }) => origin))),
    [[[SITE]], [['https://b.example']]],
  );
});

test('where the administrator forbids it, nothing that a user bound or taught counts, and nothing is offered', () => {
  const read = inForce({
    allowsUserSites: false,
    bound: [adapter('bound', 'by-hand')],
    taught: [{ state: 'confirmed', adapter: adapter('taught', 'shown', at('https://b.example')) }],
    granted: [SITE, 'https://b.example'],
  });
  assert.deepEqual([read.adapters, read.waiting, read.templates], [[], [], []]);
  assert.equal(inForce({}).templates.length, 1);
});

test('the server of the record is never read, whoever names it, and the administrator is told', () => {
  const given = adapter('managed', 'given');
  for (const sources of [{ managed: [given] }, { bound: [adapter('bound', 'given')] }]) {
    const read = inForce({ ...sources, never: [SITE] });
    assert.deepEqual([read.adapters, read.waiting, read.never], [[], [], [SITE]]);
    assert.match(read.refused.at(-1) ?? '', /“given” is not used: it names the server of the record itself/);
  }
  assert.equal(inForce({ managed: [given], never: ['https://gp.example:8443'] }).adapters.length, 1);
});

test('two managed adapters for one page are both refused, and two for other pages, frames or hosts are not', () => {
  const one = adapter('managed', 'one', at(SITE, '/record/'));
  const clash = (other: Adapter) => {
    const { adapters, refused } = inForce({ managed: [one, other], granted: [SITE, 'https://b.example'] });
    return [ids(adapters), refused.length - 2];
  };
  for (const prefix of ['/record/', '/record', '/', '/record/open/'])
    assert.deepEqual(clash(adapter('managed', 'two', at(SITE, prefix))), [[], 2], prefix);
  assert.deepEqual(clash(adapter('managed', 'one', at('https://b.example'))), [[], 2], 'the same id');
  for (const other of [
    adapter('managed', 'two', at(SITE, '/diary/')),
    adapter('managed', 'two', at(SITE, '/records/')),
    adapter('managed', 'two', at(SITE, '/rec')),
    adapter('managed', 'two', at('https://b.example', '/record/')),
    adapter('managed', 'two', { ...at(SITE, '/record/'), template: diary }),
  ])
    assert.deepEqual(clash(other), [['one', 'two'], 0]);
  assert.match(
    inForce({ managed: [one, adapter('managed', 'two')] }).refused.join(' '),
    /“one” is not used: another one .* “two” is not used/,
  );
});

test('what the sources refused themselves is told as well', () => {
  assert.deepEqual(inForce({}).refused, ['m', 'o']);
});
