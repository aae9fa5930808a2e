import { expect } from '@open-wc/testing';
import type { Adapter } from '../hosts/binding.ts';
import gpRecord from '../hosts/gp-record/gp-record.template.json' with { type: 'json' };
import type { Layout, Step, Template } from '../hosts/template.ts';
import { concerns } from './concerns.ts';
import { closePages, nodesOf, openPage } from './saved-page.fixtures.ts';

const template = gpRecord as Template;
const adapter: Adapter = { id: 'gp', template, match: [], from: 'built-in' };

const withTemplate = (more: Partial<Template>): Adapter => ({
  ...adapter,
  template: { ...template, ...more },
});
const withRoot = (root: Step[]) =>
  withTemplate({ layouts: template.layouts.map((layout): Layout => ({ ...layout, root })) });

/** Whether a change of this page may put another banner there. */
async function isConcern(of: Adapter, body: string, change: (page: Document) => void): Promise<boolean> {
  const page = await openPage(`<!doctype html><body>${body}`);
  const observer = new MutationObserver(() => {});
  observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
  change(page);
  return observer.takeRecords().some(concerns([of]));
}

const add = (html: string) => (page: Document) => page.querySelector('main')?.prepend(...nodesOf(html));
const set = (name: string, value: string) => (page: Document) =>
  page.querySelector('main')?.setAttribute(name, value);

describe('a change of the page', () => {
  afterEach(closePages);

  for (const [what, html] of Object.entries({
    'another banner': '<section id="banner"></section>',
    'another number': '<b id="banner-nhs"></b>',
    'another date of birth': '<b id="banner-born"></b>',
    'another banner inside something': '<div><section id="banner"></section></div>',
  }))
    it(`may put another banner there: ${what} is added`, async () => {
      expect(await isConcern(adapter, '<main></main>', add(html))).to.equal(true);
    });

  it('may not, where something else is added, changed or written', async () => {
    expect(await isConcern(adapter, '<main></main>', add('<p class="row"><b>Letter</b></p>'))).to.equal(
      false,
    );
    expect(await isConcern(adapter, '<main></main>', set('class', 'busy'))).to.equal(false);
    const write = (page: Document) => page.querySelector('main')?.append('a word');
    expect(await isConcern(adapter, '<main></main>', write)).to.equal(false);
  });

  it('may make the page nobody’s, where an element further out becomes what a path names', async () => {
    const reject: Step[][] = [
      [
        { cls: ['searching'], rel: 'descendant' },
        { tag: 'ul', rel: 'child' },
      ],
    ];
    const body = '<main><ul></ul></main>';
    expect(await isConcern(withTemplate({ reject }), body, set('class', 'searching'))).to.equal(true);
    const root: Step[] = [
      { cls: ['open'], rel: 'descendant' },
      { tag: 'section', rel: 'child' },
    ];
    expect(await isConcern(withRoot(root), body, set('class', 'open'))).to.equal(true);
  });

  it('may move a path that counts elements, where one of them comes or goes', async () => {
    const root: Step[] = [{ tag: 'section', nth: 2, rel: 'descendant' }];
    const body = '<main><section></section><section></section></main>';
    const remove = (page: Document) => page.querySelector('section')?.remove();
    expect(await isConcern(withRoot(root), body, add('<section></section>'))).to.equal(true);
    expect(await isConcern(withRoot(root), body, remove)).to.equal(true);
  });
});
