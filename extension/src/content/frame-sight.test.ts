import { expect, waitUntil } from '@open-wc/testing';
import { FrameSight } from './frame-sight.ts';
import { closePages, openPage } from './saved-page.fixtures.ts';

const FULL = '<!doctype html><p>HUGHES</p>';
/** A page that places all it shows by itself has no height of its own. */
const FLAT =
  '<!doctype html><style>html, body { margin: 0; height: 0 }</style><p style="position: absolute">HUGHES</p>';
const PANE = 'position: fixed; top: 0; left: 0; width: 300px; height: 200px; overflow: hidden';

/** A page with two frames beside each other, in a pane that is as large as one. */
async function openPane(html: string) {
  const page = await openPage(
    `<!doctype html><div style="${PANE}"><div style="display: flex; width: 600px"></div></div>`,
  );
  const strip = page.querySelector<HTMLElement>('div div');
  const frame = page.createElement('iframe');
  frame.style.cssText = 'flex: none; width: 300px; height: 200px; border: 0';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  strip?.append(frame, page.createElement('p'));
  await loaded;
  let changes = 0;
  const sight = new FrameSight(
    () => (changes += 1),
    () => undefined,
  );
  if (!strip || !frame.contentDocument) throw new Error('The page has no frame.');
  sight.start(frame.contentDocument);
  const root = frame.contentDocument.documentElement;
  return {
    sight,
    /** The browser tells its observers in the order in which they came. This one is the last. */
    looked: () => new Promise((resolve) => new IntersectionObserver(resolve).observe(root)),
    changes: () => changes,
    slide: (left: number) => (strip.style.marginLeft = `${left}px`),
  };
}

describe('a frame in the page around it', () => {
  before(() => window.scrollTo(0, 0));
  afterEach(closePages);

  it('is seen, and no longer once it is slid out by exactly its own width, until it is slid back', async () => {
    const { sight, slide, changes, looked } = await openPane(FULL);
    await looked();
    expect(sight.isSeen).to.equal(true);
    expect(changes()).to.equal(0);
    slide(-300);
    await waitUntil(() => !sight.isSeen, 'it only touches the pane now');
    slide(-200);
    await waitUntil(() => sight.isSeen, 'a part of it is back');
    expect(changes()).to.equal(2);
    sight.stop();
  });

  it('is not seen where it begins beside the pane', async () => {
    const { sight, slide } = await openPane(FULL);
    slide(300);
    await waitUntil(() => !sight.isSeen);
    sight.stop();
  });

  it('is seen where its page has no height of its own', async () => {
    const { sight, slide, changes, looked } = await openPane(FLAT);
    await looked();
    expect(sight.isSeen).to.equal(true);
    slide(-400);
    await waitUntil(() => !sight.isSeen);
    expect(changes()).to.equal(1);
    sight.stop();
  });
});
