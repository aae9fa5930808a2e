import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import type { Adapter } from '../hosts/binding.ts';
import type { LayoutPage } from '../hosts/layouts/layout-page.ts';
import LAYOUTS from '../hosts/layouts/layouts.json' with { type: 'json' };
import { readTab } from '../hosts/layouts/read-tab.fixtures.ts';
import { templateSchema, type Template } from '../hosts/template.ts';
import type { OnScreen } from '../messages/page.ts';
import { draftOf } from './draft-of.ts';
import { pointAt } from './taught-page.fixtures.ts';

const folder = new URL('../hosts/layouts/', import.meta.url);
const textOf = async (path: string) => (await fetch(new URL(path, folder))).text();
const pagesOf = async (layout: string) =>
  JSON.parse(await textOf(`./${layout}/${layout}.pages.json`)) as readonly LayoutPage[];

async function open(layout: string, file: string): Promise<Document> {
  const page = await openPage(await textOf(`./${layout}/${file}`));
  await new Promise((resolve) => setTimeout(resolve, 30));
  return page;
}

const isWhole = (reads: LayoutPage['reads']): reads is OnScreen =>
  typeof reads === 'object' && reads.born !== null;
const isSame = (one: OnScreen, other: OnScreen, fields: readonly (keyof OnScreen)[]) =>
  fields.every((field) => one[field] === other[field]);

/** Pages that a draft from the first page cannot read, and why: somebody pointed at one way of drawing a person. */
const ANOTHER_WAY: Readonly<Record<string, readonly string[]>> = {
  // Other words for the same label.
  'angularjs-chips': ['particles.html'],
  'dt-dd': ['other-words.html', 'in-groups.html'],
  // The person stands in the dialog over the banner.
  modal: ['another-in-modal.html', 'same-in-modal.html'],
  // The date stands in another element; the name stands in the title alone, and nobody can point at that.
  react: ['time-element.html'],
};
/** What stands in a frame cannot be taught. */
const IN_FRAMES = ['frame-per-patient', 'frameset'];
/** A template also says on which pages nobody is read. Nobody points at that, so a draft reads who is drawn there. */
const READS_MORE: Readonly<Record<string, readonly string[]>> = {
  'chi-number': ['moved-to-england.html'],
  'dt-dd': ['two-terms.html'],
  'hash-routed-spa': ['list-over-former.html'],
  modal: ['two-side-by-side.html', 'small-change.html'],
  'print-preview': ['print-preview.html'],
};

let taught = 0;
let everywhere = 0;

describe('what is made by pointing at the first page of a layout', () => {
  afterEach(closePages);
  after(() =>
    console.log(
      `Taught: ${taught} of ${LAYOUTS.length} layouts; ${everywhere} read the same person on every page of theirs.`,
    ),
  );

  for (const layout of LAYOUTS)
    it(`${layout}: reads the same people on its other pages, and nobody else`, async () => {
      const [first, ...others] = await pagesOf(layout);
      if (!first || !isWhole(first.reads)) throw new Error('The first page shows nobody.');
      const page = await open(layout, first.file);
      const { taken, notTaken } = pointAt(page, first.reads);
      if (IN_FRAMES.includes(layout)) {
        expect(notTaken).to.include('nhsNumber: frame');
        return;
      }
      const template = draftOf(page, taken) as Template;
      expect(templateSchema.safeParse(template).success, JSON.stringify(template)).to.equal(true);
      expect(notTaken).to.deep.equal(layout === 'react' ? ['family: nowhere', 'given: nowhere'] : []);
      closePages();
      const adapter: Adapter = { id: layout, template, match: [], from: 'taught' };
      const fields = (['nhsNumber', 'born', 'family', 'given'] as const).filter(
        (field) => (field === 'born' ? 'dob' : field) in taken,
      );
      const [missed, more]: string[][] = [[], []];
      for (const { file, reads } of [first, ...others]) {
        const read = readTab(await open(layout, file), adapter);
        const isRead = typeof read === 'object' && read.born !== null;
        if (isWhole(reads) && !(isRead && isSame(read, reads, fields))) missed?.push(file);
        if (!isWhole(reads) && typeof reads === 'string' && isRead) more?.push(file);
        // Never somebody else than who stands there.
        if (typeof reads === 'object' && typeof read === 'object')
          expect(read.nhsNumber).to.equal(reads.nhsNumber);
        closePages();
      }
      expect(missed, 'pages that it cannot read').to.deep.equal(ANOTHER_WAY[layout] ?? []);
      expect(more, 'pages on which the layout’s own template reads nobody').to.deep.equal(
        READS_MORE[layout] ?? [],
      );
      taught += 1;
      if (missed?.length === 0) everywhere += 1;
    });
});
