import { expect } from '@open-wc/testing';
import type { Adapter } from '../hosts/binding.ts';
import type { Field, Label, Layout, Template } from '../hosts/template.ts';
import { closePages, openPage } from './saved-page.fixtures.ts';

/** What reading calls for each element that it looks at, or that the browser has to lay out. */
const STEPS: readonly (readonly [of: object, name: string])[] = [
  [Element.prototype, 'checkVisibility'],
  [Element.prototype, 'getBoundingClientRect'],
  [Element.prototype, 'getAttribute'],
  [Document.prototype, 'elementFromPoint'],
  [Range.prototype, 'selectNodeContents'],
  [Element.prototype, 'querySelectorAll'],
  [Document.prototype, 'querySelectorAll'],
  [Node.prototype, 'childNodes'],
  [Node.prototype, 'textContent'],
  [Node.prototype, 'parentNode'],
  [Node.prototype, 'parentElement'],
  [Node.prototype, 'nextSibling'],
  [Element.prototype, 'nextElementSibling'],
];

let steps = 0;

/** Counts each call of a member. The reader takes the members from these prototypes as it loads, so it loads after. */
function countCalls(): void {
  for (const [of, name] of STEPS) {
    const own = Object.getOwnPropertyDescriptor(of, name);
    const counted = (call: (this: unknown, ...rest: readonly unknown[]) => unknown) =>
      function (this: unknown, ...rest: readonly unknown[]): unknown {
        steps += 1;
        return Reflect.apply(call, this, rest);
      };
    if (own?.get) Object.defineProperty(of, name, { ...own, get: counted(own.get) });
    else if (own) Object.defineProperty(of, name, { ...own, value: counted(own.value as () => unknown) });
  }
}

const DOB: Field = { path: [{ cls: ['dob'], rel: 'descendant' }], read: 'text', parser: 'ukDate' };

function adapterOf(nhsNumber: Field): Adapter {
  const template: Template = {
    schema: 'ehch-template/1',
    id: 'a',
    version: 1,
    title: 'A',
    frame: 'top',
    layouts: [{ subject: { nhsNumber, dob: DOB } } as Layout],
    reject: [],
    settleMs: 100,
  };
  return { id: 'a', template, match: [], from: 'bound' };
}

const byLabel = (tag: string, value: Label['value']) =>
  adapterOf({
    path: [{ tag, rel: 'descendant' }],
    label: { says: ['NHS No'], value },
    read: 'text',
    parser: 'nhsNumber',
  });

const PLAIN = adapterOf({ path: [{ cls: ['nhs'], rel: 'descendant' }], read: 'text', parser: 'nhsNumber' });
const BY_LABEL = byLabel('td', 'next cell');
const BY_TERM = byLabel('dt', 'next element');
const BY_HEAD = byLabel('td', 'cell below');
const BY_NAME = byLabel('p', 'labelled');
const BANNER = '<p><b class="nhs">999 000 0018</b> <b class="dob">14 July 1941</b></p>';

describe('what reading a banner costs', () => {
  let readBanner: typeof import('./read-banner.ts').readBanner;
  before(async () => {
    countCalls();
    ({ readBanner } = await import('./read-banner.ts'));
  });
  afterEach(closePages);

  async function stepsFor(body: string, adapter: Parameters<typeof readBanner>[1]) {
    const page = await openPage(`<!doctype html><body>${body}`);
    steps = 0;
    const { kind } = readBanner(page, adapter);
    return { kind, steps };
  }

  it('as many steps on a page of 20,000 elements as on a small one', async () => {
    const small = await stepsFor(BANNER, PLAIN);
    const large = await stepsFor(`${BANNER}${'<div><i>Notes</i></div>'.repeat(10_000)}`, PLAIN);
    expect(small.kind).to.equal('person');
    expect(large.kind).to.equal('person');
    // A page that scrolls may have a box more to look at.
    expect(large.steps).to.be.at.most(small.steps + 10);
    expect(small.steps).to.be.below(200);
  });

  it('looks once at what is around two fields, however deep they stand', async () => {
    const deep = (depth: number, body: string) =>
      stepsFor(`${'<div>'.repeat(depth)}${body}${'</div>'.repeat(depth)}`, PLAIN);
    const of = async (body: string) => (await deep(200, body)).steps - (await deep(100, body)).steps;
    const [number, both] = [await of('<b class="nhs">999 000 0018</b>'), await of(BANNER)];
    expect(number).to.be.above(0);
    // Looking around each field by itself would double it.
    expect(both).to.be.closeTo(number, 5);
  });

  for (const [what, body, adapter] of [
    ['a path that leads to 20,000 cells', `<table>${'<tr><td>a<td>b'.repeat(10_000)}</table>`, BY_LABEL],
    ['a number in an element with 20,000 others', `<div class=nhs>${'<i></i>'.repeat(20_000)}</div>`, PLAIN],
    [
      'a date in an element with 20,000 hidden copies',
      `<b class=nhs>999 000 0018</b><div class=dob>14 July 1941${'<i hidden>1941-07-14</i>'.repeat(20_000)}</div>`,
      PLAIN,
    ],
    ['20,000 hidden numbers', '<b class=nhs hidden>999 000 0018</b>'.repeat(20_000), PLAIN],
    ['200 hidden numbers', '<b class=nhs hidden>999 000 0018</b>'.repeat(200), PLAIN],
    [
      '200 labels with 20,000 elements inside',
      `<table>${`<tr><td>${'<i></i>'.repeat(100)}`.repeat(200)}</table>`,
      BY_LABEL,
    ],
    [
      'a label with 20,000 pieces of text',
      `<table><tr><td>${'NHS<!-- -->'.repeat(20_000)}<td>x</table>`,
      BY_LABEL,
    ],
    ['20,000 descriptions of a term', `<dl><dt>NHS No${'<dd>999 000 0018'.repeat(20_000)}</dl>`, BY_TERM],
    [
      '20,000 rows under a head',
      `<table><tr><td>NHS No${'<tr><td>999 000 0018'.repeat(20_000)}</table>`,
      BY_HEAD,
    ],
    [
      '20,000 elements that name one label',
      `<p id=n>NHS No</p>${'<i aria-labelledby=n>999 000 0018</i>'.repeat(20_000)}`,
      BY_NAME,
    ],
    ['a megabyte of text', `<b class=nhs>${'9'.repeat(1_000_000)}</b>`, PLAIN],
    ['a number 500 elements deep', `${'<div>'.repeat(500)}${BANNER}`, PLAIN],
  ] as const)
    it(`a bounded number of steps for ${what}`, async () => {
      const { kind, steps: taken } = await stepsFor(body, adapter);
      expect(taken, kind).to.be.below(20_000);
    });
});
