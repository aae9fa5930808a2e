import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import { select } from '../content/select.ts';
import { templateSchema } from '../hosts/template.ts';
import { stepsTo } from './steps-to.ts';
import { mayKeep } from './tokens.ts';

const NUMBER = '999 000 0018';

async function stepsOf(html: string, values = `${NUMBER} 1938-03-09`, around = '') {
  const page = await openPage(html);
  const target = page.querySelector('[x]') ?? page.querySelector('x-host')?.shadowRoot?.querySelector('[x]');
  if (!target) throw new Error('There is no target.');
  const path = stepsTo(target, page, mayKeep(values, around));
  if (path) expect(select(page, path)).to.deep.equal([target]);
  return path;
}

describe('the way to an element', () => {
  afterEach(closePages);

  for (const [what, html, path] of [
    [
      'a test id comes first',
      '<b x id="a" class="nhs" data-testid="number">',
      [{ attr: [{ name: 'data-testid', op: '=', value: 'number' }], rel: 'descendant' }],
    ],
    [
      'then itemprop',
      '<b x id="a" class="nhs" itemprop="identifier">',
      [{ attr: [{ name: 'itemprop', op: '=', value: 'identifier' }], rel: 'descendant' }],
    ],
    ['then an id', '<b x id="nhs-number" class="nhs">', [{ id: 'nhs-number', rel: 'descendant' }]],
    ['then a class', '<b x class="md:flex w-1/2 sc-kpDqfm nhs">', [{ cls: ['nhs'], rel: 'descendant' }]],
    [
      'an id with a number of a person is no name',
      `<p id="who"><b>a</b> <b x id="patient-9990000018">`,
      [
        { id: 'who', rel: 'descendant' },
        { tag: 'b', nth: 2, rel: 'child' },
      ],
    ],
    [
      'nor is one with some of its figures',
      '<p id="who"><b>a</b> <b x id="p-18-03">',
      [
        { id: 'who', rel: 'descendant' },
        { tag: 'b', nth: 2, rel: 'child' },
      ],
    ],
    [
      'nor is one with any figure: it may count rows',
      '<p id="who"><b>a</b> <b x id="row-2">',
      [
        { id: 'who', rel: 'descendant' },
        { tag: 'b', nth: 2, rel: 'child' },
      ],
    ],
    [
      'nor is what a build tool made up',
      '<p id="who"><b>a</b> <b x class="sc-kpDqfm eDvSVe css-abc">',
      [
        { id: 'who', rel: 'descendant' },
        { tag: 'b', nth: 2, rel: 'child' },
      ],
    ],
    [
      'a class that repeats needs what is around it',
      '<div id="other"><i class="nhs"></i></div><div id="patient"><i x class="nhs">',
      [
        { id: 'patient', rel: 'descendant' },
        { cls: ['nhs'], rel: 'descendant' },
      ],
    ],
  ] as const)
    it(what, async () => {
      expect(await stepsOf(html)).to.deep.equal(path);
    });

  it('a word of the person is refused, alone and inside another, and so is a word that stands around them', async () => {
    for (const token of ['hughes', 'row-hughes', 'rowHughes', 'hughesrow', 'Margaret']) {
      const path = await stepsOf(`<p id="who"><b x id="${token}">`, 'HUGHES Margaret');
      expect(JSON.stringify(path)).not.to.match(/hughes|margaret/i);
    }
    for (const token of ['ashworth-doris', 'ward-rose'])
      expect(
        JSON.stringify(
          await stepsOf(`<p id="who"><b x id="${token}">`, NUMBER, 'ASHWORTH, Doris, ward Rose'),
        ),
      ).not.to.match(/ash|rose/);
    expect(await stepsOf('<b x class="nhs-number">', NUMBER, 'NHS number Born')).to.deep.equal([
      { cls: ['nhs-number'], rel: 'descendant' },
    ]);
  });

  it('a name is refused as programs write it: without its accents, short, joined to another, after an initial', async () => {
    for (const [token, said] of [
      ['sian-card', 'EVANS Siân'],
      ['nunez', 'NÚÑEZ Zoë'],
      ['sorensen', 'SØRENSEN Bo'],
      ['patient-ng', 'NG Li'],
      ['kimlee', 'LEE Kim'],
      ['cardkimlee', 'LEE Kim'],
      ['klee', 'LEE Kim'],
    ] as const) {
      const html = `<p id="who"><b x id="${token}">`;
      expect(JSON.stringify(await stepsOf(html, said)), token).not.to.include(token);
      if (token !== 'cardkimlee')
        expect(JSON.stringify(await stepsOf(html, NUMBER, said)), token).not.to.include(token);
    }
    expect(JSON.stringify(await stepsOf('<b x id="hugheslist">', NUMBER, 'HUGHES Ann'))).not.to.match(
      /hughes/,
    );
    expect(
      JSON.stringify(await stepsOf('<b x id="banner">', 'LEE Ann')),
      'a word that holds a name',
    ).to.match(/banner/);
  });

  it('counts to 99 siblings: three figures in a row could be of a person', async () => {
    const rows = (many: number) => `${'<i></i>'.repeat(many)}<i x></i>`;
    expect(await stepsOf(rows(98))).to.deep.equal([{ tag: 'i', nth: 99, rel: 'descendant' }]);
    expect(await stepsOf(rows(99))).to.equal(null);
  });

  it('through open shadow roots, one step for each', async () => {
    const path = await stepsOf(
      `<x-host></x-host><script>document.querySelector('x-host').attachShadow({mode:'open'}).innerHTML = '<b x class=nhs></b><i></i>'</script>`,
    );
    expect(path).to.deep.equal([
      { tag: 'x-host', rel: 'descendant' },
      { cls: ['nhs'], rel: 'shadow' },
    ]);
  });

  it('is none where it would be longer than a template allows', async () => {
    const deep = `${'<div><p></p>'.repeat(14)}<b></b><b x></b><b></b>`;
    expect(await stepsOf(`${deep}<div>${deep.replace(' x', '')}`)).to.equal(null);
  });

  it('holds nothing that a template refuses', async () => {
    for (const html of [
      '<b x id="a b{}">',
      '<b x class="a{b} c;d">',
      '<b x data-testid="999000">',
      '<x-a111 x>',
      '<b x name="é">',
    ]) {
      const path = await stepsOf(`<p>${html}`);
      const field = { path, read: 'text', parser: 'nhsNumber' };
      const subject = { nhsNumber: field, dob: { ...field, parser: 'ukDate' } };
      const template = {
        schema: 'ehch-template/1',
        id: 'a',
        version: 1,
        title: 'a',
        frame: 'top',
        layouts: [{ subject }],
        reject: [],
        settleMs: 300,
      };
      if (path !== null)
        expect(templateSchema.safeParse(template).success, JSON.stringify(path)).to.equal(true);
    }
  });
});
