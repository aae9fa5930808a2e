import { expect } from '@open-wc/testing';
import { closePages, openPage } from './saved-page.fixtures.ts';
import { isVisible } from './visible.ts';

const PAGE = '<!doctype html><p id="banner">HUGHES, Margaret</p>';

/** Whether the banner of a page counts as seen, when the frame that holds the page is set like this. */
async function isSeen(frameStyle: string): Promise<boolean> {
  const page = await openPage(PAGE);
  const frame = page.defaultView?.frameElement;
  const banner = page.getElementById('banner');
  if (!frame || !banner) throw new Error('The page has no banner in a frame.');
  frame.setAttribute('style', `width: 900px; height: 600px; ${frameStyle}`);
  return isVisible(banner);
}

describe('what a page shows in its frame', () => {
  afterEach(closePages);

  it('counts as seen where the frame has room and is shown', async () => {
    expect(await isSeen('')).to.equal(true);
    expect(await isSeen('border: 0; position: absolute; left: 40px')).to.equal(true);
  });

  for (const style of [
    'display: none',
    'visibility: hidden',
    'opacity: 0',
    'width: 0; border: 0',
    'height: 0; border: 0',
    'width: 1px; height: 1px; border: 0',
  ])
    it(`does not count as seen where the frame has "${style}"`, async () => {
      expect(await isSeen(style)).to.equal(false);
    });
});

/** Whether the banner of this page counts as seen, in a frame that has room. */
async function isSeenIn(body: string): Promise<boolean> {
  const page = await openPage(`<!doctype html><body style="margin: 0">${body}`);
  page.defaultView?.frameElement?.setAttribute('style', 'width: 900px; height: 600px');
  const banner = page.getElementById('banner');
  if (!banner) throw new Error('The page has no banner.');
  return isVisible(banner);
}

describe('what stands on a page', () => {
  afterEach(closePages);

  for (const [what, body] of Object.entries({
    'on the page': '<p id="banner">HUGHES</p>',
    'further down than the window is high': '<p id="banner" style="margin-top: 3000px">HUGHES</p>',
    'scrolled away to the right': '<p id="banner" style="margin-left: 3000px; width: 100px">HUGHES</p>',
    'in a box that scrolls':
      '<div style="height: 40px; overflow: auto"><p id="banner" style="margin-top: 400px">HUGHES</p></div>',
    'on a page that does not scroll':
      '<style>html, body { overflow: hidden; height: 0 }</style><p id="banner">HUGHES</p>',
    'partly in a box that cuts':
      '<div style="height: 40px; overflow: hidden"><p id="banner" style="margin: 30px 0; height: 90px">HUGHES</p></div>',
    'with a part that is shown': '<p id="banner">HUGHES <b>Margaret</b></p>',
    'as large as can just be read':
      '<p id="banner" style="width: 4px; height: 4px; overflow: hidden">HUGHES</p>',
  }))
    it(`counts as seen: ${what}`, async () => {
      expect(await isSeenIn(body)).to.equal(true);
    });

  for (const [what, body] of Object.entries({
    'not shown': '<p id="banner" hidden>HUGHES</p>',
    'in something that is not shown': '<div style="opacity: 0"><p id="banner">HUGHES</p></div>',
    'hidden from eyes': '<div style="visibility: hidden"><p id="banner">HUGHES</p></div>',
    'with a part that is hidden': '<p id="banner">HUGHES <span style="visibility: hidden">not her</span></p>',
    'with a part that is not shown': '<p id="banner">HUGHES <span hidden>not her</span></p>',
    'left of the page': '<p id="banner" style="position: absolute; left: -3000px">HUGHES</p>',
    'above the page': '<p id="banner" style="position: absolute; top: -3000px">HUGHES</p>',
    'with its text moved off the page':
      '<p id="banner" style="text-indent: -3000px; white-space: nowrap">HUGHES</p>',
    'for screen readers alone':
      '<p id="banner" style="position: absolute; width: 1px; height: 1px; overflow: hidden">HUGHES</p>',
    'too narrow to be read': '<p id="banner" style="width: 3px; height: 40px; overflow: hidden">HUGHES</p>',
    'too low to be read': '<p id="banner" style="width: 90px; height: 3px; overflow: hidden">HUGHES</p>',
    'folded away': '<div style="height: 0; overflow: hidden"><p id="banner">HUGHES</p></div>',
    'cut away': '<div style="height: 0; overflow: clip"><p id="banner">HUGHES</p></div>',
    'folded away further out':
      '<div style="height: 0; overflow: hidden"><div><div><p id="banner">HUGHES</p></div></div></div>',
    'without text': '<p id="banner"></p>',
  }))
    it(`does not count as seen: ${what}`, async () => {
      expect(await isSeenIn(body)).to.equal(false);
    });
});
