import { expect } from '@open-wc/testing';
import type { Adapter } from './binding.ts';
import good from './care-diary/care-diary.template.json' with { type: 'json' };
import { adapterFor, adaptersOfFrame, isAdapterOf, isOrigin } from './matches.ts';
import type { Field, Layout } from './template.ts';

const adapter = {
  id: 'diary',
  template: good,
  match: [{ origin: 'https://diary.example', pathPrefix: '/resident' }],
  from: 'bound',
} as Adapter;
const page = { protocol: 'https:', hostname: 'diary.example', port: '', pathname: '/resident', isTop: false };
const isFor = (more: Partial<typeof page>) => adapterFor([adapter], { ...page, ...more }) !== null;

describe('which adapter is for a page', () => {
  it('matches the named page and the pages below it', () => {
    expect(isFor({})).to.equal(true);
    expect(isFor({ pathname: '/resident/' })).to.equal(true);
    expect(isFor({ pathname: '/resident/R1.htm' })).to.equal(true);
  });

  it('matches no other path, frame, host, port or scheme', () => {
    for (const other of [
      { pathname: '/residents' },
      { pathname: '/' },
      { isTop: true },
      { hostname: 'other.diary.example' },
      { hostname: 'diary.example.org' },
      { port: '8443' },
      { protocol: 'http:' },
    ])
      expect(isFor(other), JSON.stringify(other)).to.equal(false);
  });

  it('rests in a frame that no adapter is for, and stays awake where only the path is another one', () => {
    const isAwake = (more: Partial<typeof page>) =>
      adaptersOfFrame([adapter], { ...page, ...more }).length > 0;
    expect(isAwake({})).to.equal(true);
    expect(isAwake({ pathname: '/start' })).to.equal(true);
    for (const other of [{ isTop: true }, { hostname: 'diary.example.org' }, { protocol: 'http:' }])
      expect(isAwake(other), JSON.stringify(other)).to.equal(false);
  });

  it('counts a frame in which a part of the banner stands', () => {
    const dob: Field = { path: [{ tag: 'b', rel: 'child' }], read: 'text', parser: 'ukDate' };
    const layouts = [{ part: { dob } }, { frame: 'top', part: { dob } }] as Layout[];
    const split: Adapter = { ...adapter, template: { ...adapter.template, frame: 'child', layouts } };
    for (const isTop of [true, false]) {
      expect(adapterFor([split], { ...page, isTop })).to.equal(split);
      const place = { page: new URL('https://diary.example/resident'), isTop };
      expect(isAdapterOf([split], 'diary', { ...place, around: place.page })).to.equal(true);
    }
  });

  it('ignores the port only on a host of the demo', () => {
    const demo = { protocol: 'http:', hostname: 'diary.localhost', port: '40123' };
    expect(isOrigin('http://diary.localhost', demo)).to.equal(true);
    expect(isOrigin('http://gp.localhost', demo)).to.equal(false);
    expect(isOrigin('https://diary.localhost', { ...demo, protocol: 'https:' })).to.equal(false);
  });

  it('takes a port as part of the origin where the adapter names one', () => {
    const managed = { protocol: 'https:', hostname: 'diary.example', port: '8443' };
    expect(isOrigin('https://diary.example:8443', managed)).to.equal(true);
    for (const port of ['', '8444'])
      expect(isOrigin('https://diary.example:8443', { ...managed, port }), port).to.equal(false);
    const demo = { protocol: 'http:', hostname: 'diary.localhost', port: '40123' };
    expect(isOrigin('http://diary.localhost:40123', demo)).to.equal(true);
    expect(isOrigin('http://diary.localhost:40124', demo)).to.equal(false);
  });
});
