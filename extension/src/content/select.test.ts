import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { closePages, openPage } from './saved-page.fixtures.ts';
import { select, selectorOf } from './select.ts';

const HOSTILE = [
  '"] , * , [a="',
  '\\',
  'x"]{}',
  ') , :is(*',
  '*',
  'a b',
  'a,b',
  '\n',
  '</style>',
  '}',
  "'",
  '0a',
  '-',
];

describe('select', () => {
  afterEach(closePages);

  it('follows a path step by step', async () => {
    const page = await openPage(
      '<!doctype html><div id=p><p class="a b"><i>1</i><i data-x="q-7">2</i></p><section><p class=a><i>3</i></p></section></div>',
    );
    const texts = (path: Parameters<typeof select>[1]) =>
      select(page, path).map(({ textContent }) => textContent);
    const p = { id: 'p', rel: 'descendant' } as const;
    expect(texts([p, { tag: 'i', rel: 'descendant' }])).to.deep.equal(['1', '2', '3']);
    expect(texts([p, { cls: ['a'], rel: 'child' }, { tag: 'i', nth: 2, rel: 'child' }])).to.deep.equal(['2']);
    expect(texts([{ cls: ['a', 'b'], rel: 'descendant' }])).to.deep.equal(['12']);
    expect(texts([{ attr: [{ name: 'data-x', op: '^=', value: 'q' }], rel: 'descendant' }])).to.deep.equal([
      '2',
    ]);
    expect(texts([{ attr: [{ name: 'data-x', op: '$=', value: '-7' }], rel: 'descendant' }])).to.deep.equal([
      '2',
    ]);
    expect(texts([{ tag: 'p', rel: 'child' }])).to.deep.equal([]);
  });

  it('no text of a step acts as CSS', async () => {
    const page = await openPage('<!doctype html><p>a</p><p>b</p>');
    for (const text of HOSTILE) {
      for (const step of [
        { tag: text },
        { id: text },
        { cls: [text] },
        { attr: [{ name: 'title', op: '=' as const, value: text }] },
        { attr: [{ name: text, op: '=' as const, value: 'x' }] },
      ])
        expect(select(page, [{ ...step, rel: 'descendant' }]), JSON.stringify(step)).to.have.length(0);
    }
  });

  it('reads nobody out of a shadow root, of which no adapter speaks', async () => {
    const page = await openPage('<!doctype html><div id=banner><b>outside</b></div>');
    const inside = page.querySelector('#banner')!.attachShadow({ mode: 'open' });
    inside.append(Object.assign(page.createElement('i'), { className: 'name', textContent: 'somebody' }));
    const name = { cls: ['name'], rel: 'descendant' as const };
    expect(select(page, [{ id: 'banner', rel: 'descendant' }])).to.have.length(1);
    expect(select(page, [name])).to.have.length(0);
    expect(select(page.querySelector('#banner')!, [name])).to.have.length(0);
  });

  it('finds exactly the element with an attribute, whatever the value holds', () => {
    const box = document.createElement('div');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (value) => {
        fc.pre(!value.includes('\0') && value.isWellFormed());
        const held = document.createElement('i');
        held.title = value;
        held.className = 'x';
        box.replaceChildren(held, document.createElement('i'));
        const path = [{ attr: [{ name: 'title', op: '=' as const, value }], rel: 'child' as const }];
        expect(select(box, path), selectorOf(path)).to.deep.equal([held]);
      }),
    );
  });

  it('looks inside its root, even where a form shadows the members of its own elements', async () => {
    const page = await openPage(
      '<!doctype html><form id=f><input name=querySelectorAll><input name=nodeType><b>1</b></form><b>2</b><img name=querySelectorAll>',
    );
    const form = select(page, [{ id: 'f', rel: 'descendant' }])[0];
    expect(form && select(form, [{ tag: 'b', rel: 'descendant' }])).to.have.length(1);
    expect(select(page, [{ tag: 'b', rel: 'descendant' }])).to.have.length(2);
  });
});
