import { expect } from '@open-wc/testing';
import type { Adapter } from '../hosts/binding.ts';
import gpRecord from '../hosts/gp-record/gp-record.template.json' with { type: 'json' };
import type { Field, Layout, Template } from '../hosts/template.ts';
import { fitOf } from './fit.ts';
import { closePages, openPage } from './saved-page.fixtures.ts';

const template = gpRecord as Template;
const adapter: Adapter = { id: 'gp', template, match: [], from: 'managed' };
const parts = { nhs: '999 000 0026', born: '14-Jul-1941', name: 'HUGHES, Margaret' };

function bannerOf(changes: Partial<Record<keyof typeof parts, string>> = {}): string {
  const { nhs, born, name } = { ...parts, ...changes };
  const places = Object.entries({ name, born, nhs }).map(
    ([part, text]) => `<b id="banner-${part}">${text}</b>`,
  );
  return `<section id="banner">${places.join(' ')}</section>`;
}

async function fitIn(body: string, more: Partial<Template> = {}) {
  const page = await openPage(`<!doctype html><body>${body}`);
  return fitOf(page, { ...adapter, template: { ...template, ...more } });
}

async function statesIn(body: string) {
  const { reads, layouts } = await fitIn(body);
  return [reads, ...(layouts[0]?.fields.map(({ state }) => state) ?? [])];
}

describe('how well an adapter fits a page', () => {
  afterEach(closePages);

  it('says of each field what came of it', async () => {
    expect(await statesIn(bannerOf())).to.deep.equal(['person', 'read', 'read', 'read', 'read']);
    expect(await statesIn(bannerOf({ born: '1941-07-14' }))).to.deep.equal([
      'person',
      'read',
      'not-understood',
      'read',
      'read',
    ]);
    expect(await statesIn(bannerOf({ nhs: '<input value="999 000 0026">' }))).to.include('control');
    expect(await statesIn(bannerOf({ nhs: '<i hidden>999 000 0026</i>' }))).to.include('not-seen');
    expect(await statesIn(`${bannerOf()}<b id="banner-nhs">999 000 0026</b>`)).to.include('read');
    expect(
      await statesIn(bannerOf({ name: 'HUGHES, Margaret</b> <b id="banner-name">ASHWORTH, Doris' })),
    ).to.deep.equal(['ambiguous', 'read', 'read', 'several', 'several']);
    expect(await statesIn('<section id="banner"></section>')).to.deep.equal([
      'none',
      'nothing',
      'nothing',
      'nothing',
      'nothing',
    ]);
  });

  it('says where the banner is not, and where there are two', async () => {
    expect((await fitIn('<p>Notes</p>')).layouts[0]?.words.join()).to.contain('"root" leads to nothing');
    expect((await fitIn(`${bannerOf()}${bannerOf()}`)).layouts[0]?.words.join()).to.contain('2 banners');
  });

  it('says what on the page keeps everybody from being read', async () => {
    const reject: Template['reject'] = [
      [{ tag: 'table', rel: 'descendant' }],
      [{ tag: 'ul', rel: 'descendant' }],
    ];
    const { reads, words } = await fitIn(`${bannerOf()}<ul></ul>`, { reject });
    expect(reads).to.equal('none');
    expect(words.join()).to.contain('path 2 of "reject"');
  });

  it('speaks of every trouble in words of its own, and repeats nothing of the page', async () => {
    const said = new Set<string>();
    for (const body of [
      bannerOf(),
      bannerOf({ nhs: 'somebody' }),
      bannerOf({ nhs: '<i hidden>999 000 0034</i>' }),
      bannerOf({ nhs: '<input>' }),
      bannerOf({ nhs: '999 000 0026</b> <b id="banner-nhs">999 000 0034' }),
      '<section id="banner"></section>',
      bannerOf({ born: '<i hidden>1941-07-15</i>14-Jul-1941' }),
    ]) {
      const fit = await fitIn(body);
      for (const { words } of fit.layouts[0]?.fields ?? []) said.add(words.slice(words.indexOf(': ')));
      expect(JSON.stringify(fit)).not.to.match(/999|HUGHES|1941|somebody/);
    }
    expect(said.size).to.equal(7);
    for (const words of said) expect(words).to.match(/\.$/);
  });

  it('tells a path that leads to nothing from a label that nothing there says', async () => {
    const nhsNumber: Field = {
      path: [{ tag: 'dt', rel: 'descendant' }],
      label: { says: ['NHS No'], value: 'next element' },
      read: 'text',
      parser: 'nhsNumber',
    };
    const words = async (body: string) => {
      const { layouts } = await fitIn(body, { layouts: [{ part: { nhsNumber } }] as Layout[] });
      return layouts[0]?.fields[0]?.words;
    };
    expect(await words('<p>NHS No</p>')).to.contain('"path" leads to nothing');
    expect(await words('<dl><dt>NHS number<dd>999 000 0026</dl>')).to.contain('no element at "path" says');
  });

  it('names the labels that it looked for, and where it looked', async () => {
    const [layout] = template.layouts;
    const subject = layout && 'subject' in layout ? layout.subject : null;
    if (!subject) throw new Error('The template has no layout.');
    const label = { says: ['NHS No', 'NHS number'], value: 'next cell' as const };
    const { layouts } = await fitIn(bannerOf(), {
      layouts: [{ subject: { ...subject, nhsNumber: { ...subject.nhsNumber, label } } }],
    });
    expect(layouts[0]?.fields[0]?.words).to.contain(
      '"NHS No" or "NHS number", with a value in the next cell',
    );
  });
});
