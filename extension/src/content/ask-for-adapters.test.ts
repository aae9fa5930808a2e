import { expect } from '@open-wc/testing';
import { addressOfFrame } from './address-of-frame.ts';
import { askForAdapters } from './ask-for-adapters.ts';
import { takeOver } from './take-over.ts';

describe('the one question of a content script', () => {
  it('names nothing, and is answered by adapters', async () => {
    const asked: unknown[] = [];
    const adapters = [{ id: 'one' }];
    const answer = await askForAdapters(async (question) => {
      asked.push(question);
      return adapters;
    });
    expect(asked).to.deep.equal([{ kind: 'adapters' }]);
    expect(answer).to.equal(adapters);
  });

  it('without an answer, or with another one, there is no adapter', async () => {
    for (const answer of [undefined, null, {}, 'adapters'])
      expect(await askForAdapters(async () => answer)).to.deep.equal([]);
    expect(
      await askForAdapters(() => Promise.reject(new Error('Receiving end does not exist.'))),
    ).to.deep.equal([]);
  });
});

describe('a script that is injected again', () => {
  it('ends the one before it, and no other', () => {
    const ended: string[] = [];
    takeOver(() => ended.push('first'));
    expect(ended).to.deep.equal([]);
    takeOver(() => ended.push('second'));
    expect(ended).to.deep.equal(['first']);
    takeOver(() => undefined);
    expect(ended).to.deep.equal(['first', 'second']);
  });
});

describe('where a frame stands', () => {
  type Framed = Parameters<typeof addressOfFrame>[0];
  const at = (address: string, parent?: Framed): Framed => {
    const view = { location: new URL(address), parent: parent as Framed };
    if (parent === undefined) Object.assign(view, { parent: view });
    return view;
  };
  const page = at('https://gp.example/record');

  it('is its own address, and in a frame that a page wrote the address of that page', () => {
    expect(addressOfFrame(page)).to.equal(page.location);
    expect(addressOfFrame(at('https://b.example/', page))?.hostname).to.equal('b.example');
    for (const written of ['about:srcdoc', 'about:blank'])
      expect(addressOfFrame(at(written, at('about:blank', page)))).to.equal(page.location);
  });

  it('is nowhere where the page around is somebody else’s, or there is none', () => {
    const kept = Object.defineProperty({}, 'location', {
      get() {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    }) as Framed;
    expect(addressOfFrame(at('about:srcdoc', kept))).to.equal(null);
    expect(addressOfFrame(at('about:blank'))).to.equal(null);
  });
});
