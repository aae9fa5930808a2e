import { expect } from '@open-wc/testing';
import type { Adapter } from '../hosts/binding.ts';
import type { Field, Layout, Step } from '../hosts/template.ts';
import { concerns, shadowsOfBanners } from './concerns.ts';
import { readBanner } from './read-banner.ts';
import { closePages, comeToFront, nodesOf, openPage } from './saved-page.fixtures.ts';
import { watchBanner } from './watch-banner.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (cls: string, rel: Step['rel'] = 'descendant'): Step[] => [{ cls: [cls], rel }];

function adapterOf(subject: { readonly nhsNumber: Field; readonly dob: Field }, root?: Step[]): Adapter {
  const layout = { ...(root ? { root } : {}), subject } as Layout;
  return {
    id: 'a',
    template: {
      schema: 'ehch-template/1',
      id: 'a',
      version: 1,
      title: 'A',
      frame: 'top',
      layouts: [layout],
      reject: [],
      settleMs: 100,
    },
    match: [],
    from: 'bound',
  };
}

/** A watched page, and the kind or number of each message about it. */
async function watched(body: string, adapter: Adapter, shadows = shadowsOfBanners) {
  const page = await openPage(`<!doctype html><body>${body}`);
  const heard: string[] = [];
  const stop = watchBanner({
    document: page,
    read: () => readBanner(page, adapter),
    say: (message) => heard.push(message.kind === 'candidate' ? message.person.nhsNumber : message.kind),
    concerns: concerns([adapter]),
    shadows: () => shadows(page, [adapter]),
  });
  const until = async (length: number, withinMs = 5000) => {
    const start = performance.now();
    while (heard.length < length && performance.now() - start < withinMs) await wait(2);
    expect(heard.length, heard.join()).to.be.at.least(length);
  };
  return { page, heard, until, stop };
}

const INPUTS = adapterOf({
  nhsNumber: { path: at('nhs'), read: 'value', parser: 'nhsNumber' },
  dob: { path: at('dob'), read: 'value', parser: 'ukDate' },
});
const TWO_INPUTS =
  '<input class="nhs" readonly value="999 000 0018"><input class="dob" readonly value="09/03/1938">';

const SHADOWED = adapterOf(
  {
    nhsNumber: { path: at('nhs', 'shadow'), read: 'text', parser: 'nhsNumber' },
    dob: { path: at('dob', 'shadow'), read: 'text', parser: 'ukDate' },
  },
  [{ tag: 'x-banner', rel: 'descendant' }],
);
const INSIDE = '<b class="nhs">999 000 0018</b> <b class="dob">09/03/1938</b>';

function fill(page: Document, html = INSIDE): ShadowRoot {
  const host = page.querySelector('x-banner');
  const inside = host?.shadowRoot ?? host?.attachShadow({ mode: 'open' });
  if (!inside) throw new Error('The page has no banner.');
  inside.replaceChildren(...nodesOf(html));
  return inside;
}

describe('watching a banner elsewhere than in the text of a page', () => {
  before(comeToFront);
  afterEach(closePages);

  it('an input that a script fills with somebody else takes the person back, although no mutation tells of it', async () => {
    const { page, heard, until, stop } = await watched(TWO_INPUTS, INPUTS);
    await until(1);
    const input = page.querySelector('input');
    if (!input) throw new Error('The page has no input.');
    input.value = '999 000 0026';
    await until(3);
    expect(heard).to.deep.equal(['9990000018', 'clear', '9990000026']);
    stop();
  });

  it('an input that anybody may fill takes the person back', async () => {
    const { page, heard, until, stop } = await watched(TWO_INPUTS, INPUTS);
    await until(1);
    page.querySelector('input')?.removeAttribute('readonly');
    await until(2);
    expect(heard).to.deep.equal(['9990000018', 'clear']);
    stop();
  });

  it('words that change in a shadow root take the person back before the page’s next task', async () => {
    const { page, heard, until, stop } = await watched('<x-banner></x-banner>', SHADOWED);
    const inside = fill(page);
    await until(1);
    const number = inside.querySelector('.nhs');
    if (number) number.textContent = '999 000 0026';
    await Promise.resolve();
    expect(heard).to.deep.equal(['9990000018', 'clear']);
    await until(3);
    expect(heard[2]).to.equal('9990000026');
    stop();
  });

  it('the check notices when nobody looks inside: then they stand there until the next reading', async () => {
    const { page, heard, until, stop } = await watched('<x-banner></x-banner>', SHADOWED, () => []);
    const inside = fill(page);
    await until(1);
    const number = inside.querySelector('.nhs');
    if (number) number.textContent = '999 000 0026';
    await Promise.resolve();
    expect(heard).to.deep.equal(['9990000018']);
    await until(3);
    stop();
  });

  it('a shadow root that is filled later is read soon, and a second banner in it makes it ambiguous', async () => {
    const { page, heard, until, stop } = await watched('<x-banner></x-banner>', SHADOWED);
    fill(page, '');
    await wait(1200);
    const before = performance.now();
    const inside = fill(page);
    await until(1);
    // The settling time, and the pace of a page with nobody on it. Without an observer inside it takes a second.
    expect(performance.now() - before).to.be.below(800);
    inside.append(Object.assign(page.createElement('b'), { className: 'nhs', textContent: '999 000 0026' }));
    await until(3);
    expect(heard).to.deep.equal(['9990000018', 'clear', 'ambiguous']);
    stop();
  });

  it('the banner of another patient that was hidden and is drawn beside the first makes the page ambiguous', async () => {
    const banner = (number: string, more = '') =>
      `<section class="banner"${more}><b class="nhs">${number}</b> <b class="dob">09/03/1938</b></section>`;
    const adapter = adapterOf(
      {
        nhsNumber: { path: at('nhs'), read: 'text', parser: 'nhsNumber' },
        dob: { path: at('dob'), read: 'text', parser: 'ukDate' },
      },
      at('banner'),
    );
    const { page, heard, until, stop } = await watched(
      `${banner('999 000 0018')}<div class="off">${banner('999 000 0026')}</div><style>.off { display: none }</style>`,
      adapter,
    );
    await until(1);
    page.querySelector('.off')?.removeAttribute('class');
    await until(3);
    expect(heard).to.deep.equal(['9990000018', 'clear', 'ambiguous']);
    stop();
  });

  it('words that nobody sees may change, and nobody is taken back', async () => {
    const { page, heard, until, stop } = await watched(
      '<b class="nhs">999 000 0018</b> <b class="dob">09/03/1938</b> <b class="nhs" hidden>999 000 0026</b>',
      adapterOf({
        nhsNumber: { path: at('nhs'), read: 'text', parser: 'nhsNumber' },
        dob: { path: at('dob'), read: 'text', parser: 'ukDate' },
      }),
    );
    await until(1);
    const hidden = page.querySelector('[hidden]');
    if (hidden) hidden.textContent = '999 000 0034';
    await wait(300);
    expect(heard).to.deep.equal(['9990000018']);
    stop();
  });

  it('a label that says something else takes the person back before the page’s next task', async () => {
    const label = { says: ['NHS No'], value: 'next element' } as const;
    const { page, heard, until, stop } = await watched(
      '<i class="l">NHS No</i><b>999 000 0018</b> <b class="dob">09/03/1938</b>',
      adapterOf({
        nhsNumber: {
          path: at('l'),
          label: { ...label, says: ['NHS No'] },
          read: 'text',
          parser: 'nhsNumber',
        },
        dob: { path: at('dob'), read: 'text', parser: 'ukDate' },
      }),
    );
    await until(1);
    const said = page.querySelector('.l');
    if (said) said.textContent = 'CHI No';
    await Promise.resolve();
    expect(heard).to.deep.equal(['9990000018', 'clear']);
    stop();
  });
});
