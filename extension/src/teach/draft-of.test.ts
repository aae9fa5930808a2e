import { expect } from '@open-wc/testing';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import type { Adapter } from '../hosts/binding.ts';
import type { LayoutPage } from '../hosts/layouts/layout-page.ts';
import LAYOUTS from '../hosts/layouts/layouts.json' with { type: 'json' };
import { readTab } from '../hosts/layouts/read-tab.fixtures.ts';
import { templateSchema, type Template } from '../hosts/template.ts';
import type { OnScreen } from '../messages/page.ts';
import { draftOf } from './draft-of.ts';
import { fieldAt } from './field-at.ts';
import { middleOf, pointAt } from './taught-page.fixtures.ts';

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

const N = '999 000 0018';
const BORN = '9 March 1938';

/** The draft of a page whose number and date of birth carry `data-n` and `data-d`. */
async function draftFrom(html: string): Promise<Template | null> {
  const page = await openPage(`<!doctype html><body>${html}`);
  const takenAt = (selector: string, wanted: 'nhsNumber' | 'dob') => {
    const at = page.querySelector(selector);
    const found = at && fieldAt(page, middleOf(at), wanted, () => false);
    const reading = found && typeof found !== 'string' ? found.readings[0] : undefined;
    if (!found || typeof found === 'string' || !reading)
      throw new Error(`Nothing at ${selector}: ${typeof found === 'string' ? found : 'no reading'}`);
    return { ...found, reading };
  };
  return draftOf(page, { nhsNumber: takenAt('[data-n]', 'nhsNumber'), dob: takenAt('[data-d]', 'dob') });
}

describe('what a draft keeps of a page', () => {
  afterEach(closePages);
  const BOTH = `<b data-n>${N}</b> <i data-d>${BORN}</i>`;
  const long = `<p>${'Seen today. '.repeat(200)}</p>`;

  for (const [where, html] of [
    ['in an input', `<div id="hughes"><input readonly value="HUGHES, Ann"> ${BOTH}</div>`],
    ['for a picture', `<div id="hughes"><img alt="Photograph of Ann Hughes"> ${BOTH}</div>`],
    [
      'in an open component',
      `<div id="hughes"><x-name></x-name> ${BOTH}</div><script>document.querySelector('x-name').attachShadow({mode:'open'}).textContent = 'HUGHES, Ann'</script>`,
    ],
    [
      'on a page of many words',
      `<main><div id="hughes">HUGHES, Ann <b data-n>${N}</b></div>${long}<p><i data-d>${BORN}</i></p></main>`,
    ],
  ] as const)
    it(`a name that stands ${where}, and that nobody pointed at, is not kept`, async () => {
      const draft = await draftFrom(html);
      expect(draft).not.to.equal(null);
      expect(JSON.stringify(draft)).not.to.match(/hughes/i);
    });

  for (const [what, html] of [
    [
      'rows of a list',
      `<ul class="list"><li><b>999 000 0026</b> <i>1 May 1940</i></li><li>${BOTH}</li></ul>`,
    ],
    [
      'rows with labels',
      `<ul><li><b>NHS No.</b> <i>999 000 0026</i> <b>Born</b> <i>1 May 1940</i></li><li><b>NHS No.</b> <i data-n>${N}</i> <b>Born</b> <i data-d>${BORN}</i></li></ul>`,
    ],
    [
      'rows of a table',
      `<table><tr><th>NHS number<th>Born</tr><tr><td>999 000 0026<td>1 May 1940</tr><tr><td data-n>${N}<td data-d>${BORN}</tr></table>`,
    ],
    [
      'a grid without rows',
      `<div class="grid"><b>999 000 0026</b><i>1 May 1940</i><b data-n>${N}</b><i data-d>${BORN}</i></div>`,
    ],
    [
      'more rows than anybody looks at',
      `<ul><li>${BOTH}</li>${'<li><b>999 000 0026</b> <i>1 May 1940</i></li>'.repeat(250)}</ul>`,
    ],
    [
      'rows with a number in their ids',
      `<ul><li id="row-1"><b>999 000 0026</b> <i>1 May 1940</i></li><li id="row-2">${BOTH}</li></ul>`,
    ],
    [
      'cells with a number in their ids',
      `<p><b id="ctl02_nhs">999 000 0026</b> <i>1 May 1940</i></p><p><b id="ctl03_nhs" data-n>${N}</b> <i data-d>${BORN}</i></p>`,
    ],
  ] as const)
    it(`one of several people by their order is no banner: ${what}`, async () => {
      expect(await draftFrom(html)).to.equal(null);
    });

  it('the banner of a former patient that is not drawn makes no list', async () => {
    const former = '<div class="card" hidden><b>999 000 0026</b> <b>-</b> <i>1 May 1940</i></div>';
    const draft = await draftFrom(
      `${former}<div class="card"><b data-n>${N}</b> <u>-</u> <i data-d>${BORN}</i></div>`,
    );
    expect(draft?.layouts[0]?.root).to.deep.equal([{ cls: ['card'], rel: 'descendant' }]);
  });

  it('a number that only its order tells from others is not taken: a relative’s may come first tomorrow', async () => {
    for (const html of [
      `<main><p><b data-n>${N}</b> <b>-</b></p><p><i data-d>${BORN}</i></p></main>`,
      `<ul class="found"><li><div><b data-n>${N}</b></div><div><b data-d>${BORN}</b></div></li></ul>`,
    ]) {
      expect(await draftFrom(html)).to.equal(null);
      const named = html.replace('<b data-n>', '<b class="nhs-number" data-n>');
      expect(await draftFrom(named)).not.to.equal(null);
    }
  });

  it('a row that the page names is found by its name, and so is a number by its label beside another’s', async () => {
    for (const html of [
      `<ul><li><b>999 000 0026</b> <i>1 May 1940</i></li><li class="chosen">${BOTH}</li></ul>`,
      `<dl><dt>NHS number</dt><dd data-n>${N}</dd><dt>Mother’s NHS number</dt><dd>999 000 0026</dd><dt>Born</dt><dd data-d>${BORN}</dd></dl>`,
    ])
      expect(await draftFrom(html)).not.to.equal(null);
  });
});
