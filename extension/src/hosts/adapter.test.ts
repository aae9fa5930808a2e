import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { adapterSchema } from './adapter.ts';
import good from './gp-record/gp-record.adapter.json' with { type: 'json' };
import { isExactOrigin } from './exact-origin.ts';

const release = adapterSchema(false);
const demo = adapterSchema(true);
const sound = { ...good, match: [{ origin: 'https://gp.example.nhs.uk', pathPrefix: '/record' }] };
const step = { tag: 'b', rel: 'descendant' };
const number = good.subject.nhsNumber;

const withNumber = (more: object) => ({
  ...sound,
  subject: { ...sound.subject, nhsNumber: { ...number, ...more } },
});
const withStep = (more: object) => withNumber({ path: [{ ...step, ...more }] });
const withOrigin = (origin: string) => ({ ...sound, match: [{ origin, pathPrefix: '/' }] });
const withPath = (pathPrefix: string) => ({
  ...sound,
  match: [{ origin: 'https://gp.example', pathPrefix }],
});

const NOT_ORIGINS = [
  'https://*.nhs.uk',
  'https://*',
  '*://gp.example',
  '<all_urls>',
  'http://gp.example',
  'https://user@gp.example',
  'https://user:word@gp.example',
  'https://gp.example:8443',
  'https://gp.example:443',
  'https://gp.example/',
  'https://gp.example/path',
  'https://gp.example?a',
  'https://gp.example#a',
  'https://gp.example.',
  'https://.example',
  'https://gp..example',
  'https://GP.example',
  'HTTPS://gp.example',
  'https://localhost',
  'https://intranet',
  'https://127.0.0.1',
  'https://127.1',
  'https://0x7f.0x1',
  'https://[::1]',
  'https://gp_record.example',
  'https://-gp.example',
  'https://gp-.example',
  'https://gp.exämple',
  'https://gp.example ',
  ' https://gp.example',
  'https://gp.example\u0000',
  'https://gp%2eexample.uk',
  'https:/gp.example',
  'https://',
  'file:///etc/passwd',
  'chrome-extension://abc',
  'javascript:alert(1)',
  '',
  `https://${'a'.repeat(64)}.example`,
  `https://${'a.'.repeat(500_000)}example`,
];

const REFUSED: readonly (readonly [what: string, adapter: unknown])[] = [
  ['a key that nobody asked for', { ...sound, script: 'x' }],
  ['a key that nobody asked for, in a field', withNumber({ regex: '.*' })],
  ['a key that nobody asked for, in a step', withStep({ css: '*' })],
  ['a prototype', JSON.parse(JSON.stringify(withStep({})).replace('"rel"', '"__proto__":{"css":"*"},"rel"'))],
  ['CSS for a path', withNumber({ path: 'b:has(i)' })],
  ['no step', withNumber({ path: [] })],
  ['nine steps', withNumber({ path: Array.from({ length: 9 }, () => step) })],
  ['a step that could be anything', withNumber({ path: [{ rel: 'descendant' }] })],
  ['a place in a row without its tag', withNumber({ path: [{ id: 'a', nth: 2, rel: 'child' }] })],
  ['a place of zero', withStep({ nth: 0 })],
  ['half a place', withStep({ nth: 1.5 })],
  ['another relation', withStep({ rel: 'sibling' })],
  ['a selector for a tag', withStep({ tag: 'b,*' })],
  ['a selector for an id', withStep({ id: 'a] , *' })],
  ['a selector for a class', withStep({ cls: ['a:not(.b)'] })],
  ['a number in an id', withStep({ id: 'patient-9990000018' })],
  ['a number with noughts in an id', withStep({ id: 'patient-800' })],
  ['a number with nines in an id', withStep({ id: 'patient-199' })],
  ['a number in a class', withStep({ cls: ['num999'] })],
  ['a number in an attribute', withStep({ attr: [{ name: 'data-x', op: '=', value: '999 000 0018' }] })],
  [
    'a number in an aria-label',
    withStep({ attr: [{ name: 'aria-label', op: '^=', value: 'NHS 9990000018' }] }),
  ],
  ['a containing match', withStep({ attr: [{ name: 'title', op: '*=', value: 'a' }] })],
  ['a megabyte', withStep({ id: 'a'.repeat(1_000_000) })],
  ['what stands in an input', withNumber({ read: { attribute: 'value' } })],
  ['any other attribute', withNumber({ read: { attribute: 'onclick' } })],
  ['painted text', withNumber({ read: 'innerText' })],
  ['a date for a number', withNumber({ parser: 'ukDate' })],
  ['a parser that we do not have', withNumber({ parser: 'regex' })],
  ['a number for a date', { ...sound, subject: { ...sound.subject, dob: number } }],
  ['a number alone', { ...sound, subject: { nhsNumber: number } }],
  ['a number and a name alone', { ...sound, subject: { nhsNumber: number, family: sound.subject.family } }],
  ['no host', { ...sound, match: [] }],
  ['any frame', { ...sound, frame: 'any' }],
  ['no settling', { ...sound, settleMs: 0 }],
  ['no patience', { ...sound, settleMs: 99 }],
  ['an hour', { ...sound, settleMs: 3_600_000 }],
  ['another format', { ...sound, schema: 'ehch-adapter/2' }],
  ['a path that climbs', withPath('/a/../b')],
  ['a path with a wildcard', withPath('/*')],
  ['a path without its slash', withPath('record')],
  ['a path with a host in it', withPath('//elsewhere.example')],
  ['nothing', null],
  ['a list', []],
  ...NOT_ORIGINS.map(
    (origin) => [`the origin ${JSON.stringify(origin.slice(0, 50))}`, withOrigin(origin)] as const,
  ),
];

describe('adapters', () => {
  it('both builds accept a sound adapter', () => {
    for (const schema of [release, demo]) expect(schema.safeParse(sound).success).to.equal(true);
  });

  it('accepts what a host may show a number in, how it may name a person, and how it may write a date', () => {
    const isSound = (adapter: unknown) => release.safeParse(adapter).success;
    expect(isSound(withNumber({ read: 'text' }))).to.equal(true);
    for (const attribute of ['data-nhs-number', 'data-nhsnumber', 'title', 'aria-label'])
      expect(isSound(withNumber({ read: { attribute } })), attribute).to.equal(true);
    const { dob, nhsNumber } = sound.subject;
    const subject = (more: object) => ({ ...sound, subject: { dob, nhsNumber, ...more } });
    for (const parser of ['nameFamilyCommaGiven', 'nameGivenFamily', 'namePart'])
      for (const part of ['family', 'given'])
        expect(isSound(subject({ [part]: { ...dob, parser } })), parser).to.equal(true);
    for (const parser of ['ukDate', 'isoDate'])
      expect(isSound(subject({ dob: { ...dob, parser } })), parser).to.equal(true);
    for (const op of ['=', '^=', '$='])
      expect(isSound(withStep({ attr: [{ name: 'title', op, value: 'a' }] })), op).to.equal(true);
    for (const frame of ['top', 'child']) expect(isSound({ ...sound, frame }), frame).to.equal(true);
    for (const rel of ['descendant', 'child']) expect(isSound(withStep({ rel })), rel).to.equal(true);
    for (const alone of [{ tag: 'b' }, { id: 'a' }, { cls: ['a'] }])
      expect(isSound(withNumber({ path: [{ rel: 'child', ...alone }] }))).to.equal(true);
    // Two digits are no number of a person.
    expect(isSound(withStep({ id: 'column-12' }))).to.equal(true);
  });

  it('only a demo build accepts a host on this machine', () => {
    expect(demo.safeParse(good).success).to.equal(true);
    expect(release.safeParse(good).success).to.equal(false);
    for (const origin of [
      'http://gp.localhost:8100',
      'http://localhost',
      'http://gp.localhost.example',
      'http://*.localhost',
    ])
      expect(isExactOrigin(origin, true), origin).to.equal(false);
  });

  for (const [what, adapter] of REFUSED) {
    it(`${what} is refused`, () => {
      for (const schema of [release, demo]) expect(schema.safeParse(adapter).success).to.equal(false);
    });
  }

  it('accepts as much as an adapter may hold of anything, and nothing beyond it', () => {
    const isSound = (adapter: unknown) => release.safeParse(adapter).success;
    const host = { origin: 'https://gp.example.nhs.uk', pathPrefix: '/record' };
    const attribute = { name: 'title', op: '=', value: 'a' };
    const many = <T>(length: number, one: T) => Array.from({ length }, () => one);
    const bounds: readonly (readonly [what: string, most: number, make: (length: number) => unknown])[] = [
      ['letters of a title', 80, (length) => ({ ...sound, title: 'a'.repeat(length) })],
      ['letters of a label', 40, (length) => withNumber({ label: 'a'.repeat(length) })],
      ['letters of a path', 200, (length) => withPath(`/${'a'.repeat(length - 1)}`)],
      ['hosts', 10, (length) => ({ ...sound, match: many(length, host) })],
      ['signs of another page', 8, (length) => ({ ...sound, reject: many(length, [step]) })],
      ['steps of a path', 8, (length) => withNumber({ path: many(length, step) })],
      ['letters of the name of an adapter', 60, (length) => ({ ...sound, id: 'a'.repeat(length) })],
      ['letters of a tag', 40, (length) => withStep({ tag: 'a'.repeat(length) })],
      ['letters of an id', 80, (length) => withStep({ id: 'a'.repeat(length) })],
      ['letters of a class', 80, (length) => withStep({ cls: ['a'.repeat(length)] })],
      ['classes', 4, (length) => withStep({ cls: many(length, 'a') })],
      ['attributes', 3, (length) => withStep({ attr: many(length, attribute) })],
      [
        'letters of an attribute',
        40,
        (length) => withStep({ attr: [{ ...attribute, name: 'a'.repeat(length) }] }),
      ],
      [
        'letters of its value',
        120,
        (length) => withStep({ attr: [{ ...attribute, value: 'a'.repeat(length) }] }),
      ],
      ['places in a row', 500, (nth) => withStep({ nth })],
      ['milliseconds of settling', 3000, (settleMs) => ({ ...sound, settleMs })],
    ];
    for (const [what, most, make] of bounds) {
      expect(isSound(make(most)), `${most} ${what}`).to.equal(true);
      expect(isSound(make(most + 1)), `${most + 1} ${what}`).to.equal(false);
    }
    for (const empty of [{ title: '' }, { version: 0 }, { version: 1.5 }])
      expect(isSound({ ...sound, ...empty }), JSON.stringify(empty)).to.equal(false);
    expect(isSound({ ...sound, settleMs: 100, version: 1, reject: [] })).to.equal(true);
    expect(isSound(withNumber({ label: '' }))).to.equal(false);
  });

  it('an accepted origin is the whole address of one named host, as the browser itself reads it', () => {
    const character = fc.constantFrom(...'abz09-._*:/@%[]?# \u0000é'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), (rest) => {
        const origin = `https://${rest}`;
        if (!isExactOrigin(origin, false)) return;
        expect(new URL(origin).origin).to.equal(origin);
        expect(new URL(origin).hostname).to.equal(rest);
      }),
      { numRuns: 2000 },
    );
  });

  it('the schema answers for any input, and no accepted adapter holds a number of three digits', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 3 });
    const keys = fc.constantFrom(
      'match',
      'subject',
      'root',
      'reject',
      'frame',
      'settleMs',
      'id',
      '__proto__',
    );
    fc.assert(
      fc.property(keys, anything, (key, value) => {
        const result = release.safeParse({ ...sound, [key]: value });
        if (result.success) expect(JSON.stringify(result.data.subject)).not.to.match(/\d{3}/);
      }),
      { numRuns: 2000 },
    );
  });
});
