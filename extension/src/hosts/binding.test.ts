import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { adapterSchema } from './binding.ts';
import { isExactOrigin } from './exact-origin.ts';
import template from './gp-record/gp-record.template.json' with { type: 'json' };

const release = adapterSchema(false);
const demo = adapterSchema(true);
const place = { origin: 'https://gp.example.nhs.uk', pathPrefix: '/record' };
const sound = { id: 'gp', template, match: [place], from: 'bound' };
const at = (origin: string, from = 'bound') => ({ ...sound, from, match: [{ origin, pathPrefix: '/' }] });
const withPath = (pathPrefix: string) => ({ ...sound, match: [{ ...place, pathPrefix }] });
const isSound = (adapter: unknown, schema = release) => schema.safeParse(adapter).success;

const NOT_ORIGINS = [
  'https://*.nhs.uk',
  'https://*',
  '*://gp.example',
  '<all_urls>',
  'http://gp.example',
  'https://user@gp.example',
  'https://user:word@gp.example',
  'https://gp.example:0443',
  'https://gp.example:0',
  'https://gp.example:65536',
  'https://gp.example:8443:8443',
  'https://gp.example:-1',
  'https://gp.example: 1',
  'https://gp.example:',
  'https://gp.example:99999999999999999999',
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
  ['a key that nobody asked for, in a place', { ...sound, match: [{ ...place, frame: 'any' }] }],
  ['a template that is none', { ...sound, template: { ...template, css: '*' } }],
  ['a template by its name', { ...sound, template: 'gp-record' }],
  ['no place', { ...sound, match: [] }],
  ['another maker', { ...sound, from: 'elsewhere' }],
  ['a number of a person in its name', { ...sound, id: 'gp-999' }],
  ['a path that climbs', withPath('/a/../b')],
  ['a path with a wildcard', withPath('/*')],
  ['a path without its slash', withPath('record')],
  ['a path with a host in it', withPath('//elsewhere.example')],
  ['nothing', null],
  ['a list', []],
  ...NOT_ORIGINS.map((origin) => [`the origin ${JSON.stringify(origin.slice(0, 50))}`, at(origin)] as const),
];

describe('adapters', () => {
  it('both builds accept a sound adapter, whoever made it', () => {
    for (const from of ['built-in', 'managed', 'bound', 'taught'])
      for (const schema of [release, demo]) expect(isSound({ ...sound, from }, schema), from).to.equal(true);
  });

  it('only a demo build accepts a host on this machine', () => {
    const local = at('http://gp.localhost');
    expect(isSound(local, demo)).to.equal(true);
    expect(isSound(local)).to.equal(false);
    for (const origin of ['http://localhost', 'http://gp.localhost.example', 'http://*.localhost'])
      expect(isSound(at(origin), demo), origin).to.equal(false);
  });

  it('accepts a port of an organisation, which knows what answers there, and of nobody else', () => {
    for (const from of ['built-in', 'bound', 'taught'])
      expect(isSound(at('https://gp.example.nhs.uk:8443', from)), from).to.equal(false);
    expect(isSound(at('https://gp.example.nhs.uk:8443', 'managed'))).to.equal(true);
    expect(isSound(at('https://gp.example.nhs.uk:65535', 'managed'))).to.equal(true);
    expect(isSound(at('http://gp.localhost:8100', 'managed'))).to.equal(false);
    for (const origin of ['http://gp.localhost:8100', 'https://gp.example.nhs.uk:8443'])
      expect(isSound(at(origin), demo), origin).to.equal(true);
    expect(isSound(at('http://gp.localhost:80'), demo)).to.equal(false);
  });

  for (const [what, adapter] of REFUSED) {
    it(`${what} is refused`, () => {
      for (const schema of [release, demo]) expect(isSound(adapter, schema)).to.equal(false);
    });
  }

  it('refuses a strange origin of an organisation too', () => {
    for (const origin of NOT_ORIGINS)
      expect(isSound(at(origin, 'managed')), origin.slice(0, 50)).to.equal(false);
  });

  it('accepts as much as an adapter may hold of anything, and nothing beyond it', () => {
    expect(isSound(withPath(`/${'a'.repeat(199)}`))).to.equal(true);
    expect(isSound(withPath(`/${'a'.repeat(200)}`))).to.equal(false);
    const places = (length: number) => ({ ...sound, match: Array.from({ length }, () => place) });
    expect(isSound(places(10))).to.equal(true);
    expect(isSound(places(11))).to.equal(false);
    expect(isSound({ ...sound, id: 'a'.repeat(60) })).to.equal(true);
    expect(isSound({ ...sound, id: 'a'.repeat(61) })).to.equal(false);
  });

  it('an accepted origin is the whole address of one named host, as the browser itself reads it', () => {
    const character = fc.constantFrom(...'abz0189-._*:/@%[]?# \u0000é'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), fc.boolean(), (rest, port) => {
        const origin = `https://${rest}`;
        if (!isExactOrigin(origin, { localhost: false, port })) return;
        expect(new URL(origin).origin).to.equal(origin);
        expect(new URL(origin).host).to.equal(rest);
      }),
      { numRuns: 2000 },
    );
  });
});
