import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import type { Adapter } from '../hosts/binding.ts';
import type { LayoutPage } from '../hosts/layouts/layout-page.ts';
import LAYOUTS from '../hosts/layouts/layouts.json' with { type: 'json' };
import { readTab } from '../hosts/layouts/read-tab.fixtures.ts';
import { templateSchema, type Template } from '../hosts/template.ts';
import type { OnScreen } from '../messages/page.ts';
import { draftOf, type TakenFields } from './draft-of.ts';
import { fieldAt } from './field-at.ts';
import type { Wanted } from './pointed.ts';

const folder = new URL('../hosts/layouts/', import.meta.url);
const textOf = async (path: string) => (await fetch(new URL(path, folder))).text();

/** The middle of what is drawn of a text on a page, as a person would point at it. Inputs count by their value. */
function whereIs(page: Document, isIt: (text: string) => boolean): { x: number; y: number } | null {
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  const said = all(page)
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !['SCRIPT', 'STYLE', 'TITLE'].includes(each.tagName))
    .filter((each) => isIt(each instanceof page.defaultView!.HTMLInputElement ? each.value : (each.textContent ?? '')))
    .at(-1);
  if (!said) return null;
  const node = [...said.childNodes].find((each) => each.nodeType === 3 && isIt(each.textContent ?? '')) ?? said;
  const range = page.createRange();
  range.selectNodeContents(node);
  const [box = said.getBoundingClientRect()] = [...range.getClientRects()].toReversed();
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

const digits = (text: string) => text.replace(/[^0-9]/g, '');
const isClosed = () => false;

/** Points at each field of the person who is read on a page, as somebody does who teaches it. */
function teach(page: Document, person: OnScreen): { taken: TakenFields; said: string[] } {
  const year = person.born?.slice(0, 4) ?? '';
  const looks: readonly (readonly [Wanted, (text: string) => boolean])[] = [
    ['nhsNumber', (text) => digits(text).includes(person.nhsNumber) && text.length < 60],
    ['dob', (text) => text.includes(year) && text.length < 60],
    ['family', (text) => text.includes(person.family ?? '') && text.length < 60],
    ['given', (text) => text.includes(person.given ?? '') && text.length < 60],
  ];
  const taken: Partial<Record<Wanted, NonNullable<TakenFields[Wanted]>>> = {};
  const said: string[] = [];
  for (const [wanted, isIt] of looks) {
    const point = whereIs(page, isIt);
    const found = point === null ? 'nowhere' : fieldAt(page, point, wanted, isClosed);
    if (typeof found === 'string') {
      said.push(`${wanted}: ${found}`);
      continue;
    }
    const right = found.readings.find(({ parsed }) =>
      wanted === 'nhsNumber' ? parsed.nhsNumber === person.nhsNumber
      : wanted === 'dob' ? parsed.born === person.born
      : parsed[wanted] === person[wanted],
    );
    if (right) taken[wanted] = { ...found, reading: right };
    else said.push(`${wanted}: read as ${JSON.stringify(found.readings.map(({ parsed }) => parsed))}`);
  }
  return { taken, said };
}

const isPerson = (reads: LayoutPage['reads']): reads is OnScreen => typeof reads === 'object' && reads.born !== null;

describe('what is made by pointing at one page of a layout', () => {
  afterEach(closePages);
  for (const layout of LAYOUTS)
    it(layout, async () => {
      const pages = JSON.parse(await textOf(`./${layout}/${layout}.pages.json`)) as readonly LayoutPage[];
      const [first] = pages;
      if (!first || !isPerson(first.reads)) throw new Error('The first page reads nobody.');
      const page = await openPage(await textOf(`./${layout}/${first.file}`));
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { taken, said } = teach(page, first.reads);
      const template = taken.nhsNumber && taken.dob ? draftOf(page, taken) : null;
      closePages();
      const lines = [...said];
      if (template) {
        lines.push(templateSchema.safeParse(template).success ? 'sound' : 'NOT SOUND');
        lines.push(JSON.stringify(template.layouts[0]));
        const adapter: Adapter = { id: layout, template: template as Template, match: [], from: 'taught' };
        for (const { file, reads } of pages) {
          const other = await openPage(await textOf(`./${layout}/${file}`));
          await new Promise((resolve) => setTimeout(resolve, 30));
          const read = readTab(other, adapter);
          if (JSON.stringify(read) !== JSON.stringify(reads)) lines.push(`${file} reads ${JSON.stringify(read)} for ${JSON.stringify(reads)}`);
          closePages();
        }
      } else lines.push('no draft');
      console.log(`${layout}\n   ${lines.join('\n   ')}`);
      expect(1).to.equal(1);
    });
});
