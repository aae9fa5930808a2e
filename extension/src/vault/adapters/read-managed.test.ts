import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { standInBrowser } from '../stand-in-browser.fixtures.ts';

const { world } = standInBrowser();
const { builtIn } = await import('./built-in.ts');
const { readManaged } = await import('./read-managed.ts');
const [template] = builtIn.templates;
assert.ok(template);

const good = { id: 'given', template, match: [{ origin: 'https://gp.example:8443', pathPrefix: '/record' }] };
const texts = (...adapters: readonly unknown[]) => adapters.map((each) => JSON.stringify(each));
const read = async (managed: object | Error) => {
  world.managed = managed;
  return readManaged(builtIn.templates);
};
beforeEach(() => {
  Object.assign(globalThis, { __DEMO__: false });
});

test('nothing set, or not yet, gives no adapter and forbids nothing', async () => {
  const unset = { adapters: [], allowsUserSites: true, allowsTeach: true, refused: [] };
  assert.deepEqual(await read({}), unset);
  assert.deepEqual(await read(new Error('Managed storage manifest not found')), unset, 'as Firefox says it');
});

test('settings that cannot be read forbid what they might have forbidden', async () => {
  const { adapters, allowsUserSites, allowsTeach } = await read(new Error('The policy is damaged'));
  assert.deepEqual([adapters, allowsUserSites, allowsTeach], [[], false, false]);
});

test('a managed adapter may have a port, brings its template, or names one of the build', async () => {
  const { adapters, allowsUserSites, refused } = await read({
    adapters: texts(good, { ...good, id: 'named', template: template.id }),
  });
  assert.deepEqual(adapters, [
    { ...good, from: 'managed' },
    { ...good, id: 'named', from: 'managed' },
  ]);
  assert.deepEqual([allowsUserSites, refused], [true, []]);
});

test('what an adapter says of its own source counts for nothing', async () => {
  const { adapters } = await read({ adapters: texts({ ...good, from: 'built-in' }) });
  assert.equal(adapters[0]?.from, 'managed');
});

test('the administrator may keep enabling to themselves', async () => {
  assert.equal((await read({ allowUserSites: false })).allowsUserSites, false);
  assert.equal((await read({ allowUserSites: true })).allowsUserSites, true);
});

test('the administrator may forbid teaching, and forbids it with enabling', async () => {
  assert.equal((await read({ allowTeach: false })).allowsTeach, false);
  assert.equal((await read({ allowTeach: true })).allowsTeach, true);
  assert.equal((await read({ allowUserSites: true })).allowsTeach, true);
  assert.equal((await read({ allowTeach: true, allowUserSites: false })).allowsTeach, false);
  assert.equal((await read({ allowTeach: false })).allowsUserSites, true);
});

test('an unknown key refuses all and allows nothing, because a misspelt ban must not be a permission', async () => {
  for (const [settings, says] of [
    [
      { allowUserSite: false, adapters: texts(good) },
      /the whole: nothing reads "allowUserSite"\. Take it out\./,
    ],
    [{ adapters: JSON.stringify(good) }, /adapters: array has to stand here\./],
    [{ adapters: [good] }, /adapters, number 1: string has to stand here\./],
    [{ allowUserSites: 'no' }, /allowUserSites: boolean has to stand here\./],
    [{ allowTeach: 'no' }, /allowTeach: boolean has to stand here\./],
    [{ adapters: Array.from({ length: 51 }, () => '{}') }, /adapters: at most 50 entries may stand here/],
    [{ adapters: ['x'.repeat(30_001)] }, /adapters, number 1: at most 30000 signs may/],
  ] as const) {
    const { adapters, allowsUserSites, allowsTeach, refused } = await read(settings);
    assert.deepEqual([adapters, allowsUserSites, allowsTeach], [[], false, false]);
    assert.match(refused.join(' '), says);
    assert.match(refused.join(' '), /^The managed settings are not used: /);
  }
  assert.equal(
    (await read({ adapters: Array.from({ length: 50 }, () => '{}') })).refused.length,
    50 * 3,
    'as many as may be given, each refused by itself',
  );
});

test('an adapter that does not fit is refused whole, in words that an administrator can act on; the others stay', async () => {
  const [layout] = template.layouts;
  assert.ok(layout && 'subject' in layout);
  const { subject } = layout;
  for (const [adapter, says] of [
    ['{', /it is no adapter. An adapter has “id”, “template” and “match”/],
    ['[]', /it is no adapter/],
    ['null', /it is no adapter/],
    ['"text"', /it is no adapter/],
    [{ ...good, css: '*' }, /the whole: nothing reads "css"\. Take it out\./],
    [{ ...good, template: 'nobody' }, /this extension knows no template of that id/],
    [{ ...good, template: 7 }, /template: object has to stand here\./],
    [{ ...good, match: [] }, /match: at least 1 entry has to stand here/],
    [
      { ...good, match: [{ origin: 'http://gp.example', pathPrefix: '/' }] },
      /match, number 1, origin: the whole address of one site .* https:\/\/gp\.example\.nhs\.uk/,
    ],
    [{ ...good, match: [{ origin: 'https://10.0.0.1', pathPrefix: '/' }] }, /no IP address/],
    [{ ...good, match: [{ origin: 'https://*.nhs.uk', pathPrefix: '/' }] }, /no wildcard/],
    [
      { ...good, match: [{ origin: 'https://gp.example', pathPrefix: 'record' }] },
      /match, number 1, pathPrefix: .*begin/,
    ],
    [{ ...good, match: [{ origin: 'https://gp.example', pathPrefix: '/*' }] }, /holds no "\/\/"/],
    [{ ...good, id: 'number 999' }, /id: /],
    [
      { ...good, template: { ...template, layouts: [{ subject: { nhsNumber: subject.nhsNumber } }] } },
      /template, layouts, number 1, subject, dob: /,
    ],
    [{ ...good, template: { ...template, settleMs: 0 } }, /template, settleMs: at least 100 has/],
  ] as const) {
    const text = typeof adapter === 'string' ? adapter : JSON.stringify(adapter);
    const { adapters, refused } = await read({ adapters: [...texts(good), text] });
    assert.deepEqual(
      adapters.map(({ id }) => id),
      ['given'],
    );
    assert.match(refused.join(' '), says);
    assert.match(refused.join(' '), /^Managed adapter 2 is not used: /);
  }
});

test('the words repeat no value', async () => {
  const { refused } = await read({
    adapters: texts({
      ...good,
      id: '9990000018',
      match: [{ origin: 'https://9990000018', pathPrefix: '/' }],
    }),
  });
  assert.ok(refused.length > 0);
  assert.doesNotMatch(refused.join(' '), /999/);
});
