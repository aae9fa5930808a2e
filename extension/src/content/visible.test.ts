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
