import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { closePages, nodesOf, openPage } from './saved-page.fixtures.ts';
import { select, selectorOf, shadowsOn } from './select.ts';

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

  it('finds by an attribute that is present, empty, or has a word', async () => {
    const page = await openPage('<!doctype html><dialog open></dialog><dialog></dialog><i class="a b"></i>');
    const found = (
      attribute: { name: string; op: '=' | '~='; value: string } | { name: string; op: 'present' },
    ) => select(page, [{ attr: [attribute], rel: 'descendant' }]).length;
    expect(found({ name: 'open', op: 'present' })).to.equal(1);
    expect(found({ name: 'open', op: '=', value: '' })).to.equal(1);
    expect(found({ name: 'class', op: '~=', value: 'b' })).to.equal(1);
    expect(found({ name: 'class', op: '~=', value: 'a b' })).to.equal(0);
    expect(found({ name: 'open', op: '=', value: 'open' })).to.equal(0);
  });

  it('finds a class of signs and a class that begins with a digit', async () => {
    const page = await openPage('<!doctype html><i class="w-1/2 md:flex text-[14px] 2xl h-50%"></i>');
    for (const cls of ['w-1/2', 'md:flex', 'text-[14px]', '2xl', 'h-50%'])
      expect(select(page, [{ cls: [cls], rel: 'descendant' }]), cls).to.have.length(1);
  });

  it('goes into open shadow roots where a step says so, from one to the next, and never into a closed one', async () => {
    const page = await openPage('<!doctype html><x-a></x-a><x-a></x-a><x-b></x-b>');
    for (const host of page.querySelectorAll('x-a')) {
      const outer = host.attachShadow({ mode: 'open' });
      outer.append(...nodesOf('<p><x-c></x-c></p>'));
      const inner = outer.querySelector('x-c')?.attachShadow({ mode: 'open' });
      inner?.append(...nodesOf('<div><b>1</b></div><b>2</b>'));
    }
    const closed = page.querySelector('x-b')?.attachShadow({ mode: 'closed' });
    closed?.append(...nodesOf('<b>3</b>'));
    const [a, b, c] = ['x-a', 'x-b', 'x-c'].map((tag) => ({ tag, rel: 'descendant' as const }));
    if (!a || !b || !c) throw new Error('The page has no hosts.');
    const bold = { tag: 'b', rel: 'shadow' as const };
    const inner = [a, { ...c, rel: 'shadow' as const }, bold];
    expect(select(page, inner).map(({ textContent }) => textContent)).to.deep.equal(['1', '2', '1', '2']);
    expect(
      select(page, [...inner.slice(0, 2), { tag: 'div', rel: 'shadow' }, { tag: 'b', rel: 'child' }]),
    ).to.have.length(2);
    expect(select(page, [b, bold])).to.have.length(0);
    expect(select(page, [bold])).to.have.length(0);
    const host = page.querySelector('x-a');
    expect(host && select(host, [{ tag: 'p', rel: 'shadow' }])).to.have.length(1);
    expect(shadowsOn(page, inner)).to.have.length(4);
    expect(shadowsOn(page, [a])).to.have.length(0);
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
        { attr: [{ name: text, op: 'present' as const }] },
        { attr: [{ name: 'title', op: '~=' as const, value: text }] },
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
