import { expect } from '@open-wc/testing';
import { areasAround } from './areas.ts';
import { closePages, inShadow, nodesOf, openPage } from './saved-page.fixtures.ts';
import { isVisible } from './visible.ts';
import { wholeOf } from './words.ts';

const isInSight = (banner: Element) => isVisible(banner, areasAround(banner), wholeOf(banner));

const PAGE = '<!doctype html><p id="banner">HUGHES, Margaret</p>';

/** Whether the banner of a page counts as seen, when the frame that holds the page is set like this. */
async function isSeen(frameStyle: string): Promise<boolean> {
  const page = await openPage(PAGE);
  const frame = page.defaultView?.frameElement;
  const banner = page.getElementById('banner');
  if (!frame || !banner) throw new Error('The page has no banner in a frame.');
  frame.setAttribute('style', `width: 900px; height: 600px; ${frameStyle}`);
  return isInSight(banner);
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
async function isSeenIn(body: string, doctype = '<!doctype html>'): Promise<boolean> {
  const page = await openPage(`${doctype}<body style="margin: 0">${body}`);
  page.defaultView?.frameElement?.setAttribute('style', 'width: 900px; height: 600px');
  const banner = page.getElementById('banner');
  if (!banner) throw new Error('The page has no banner.');
  return isInSight(banner);
}

describe('what stands on a page', () => {
  afterEach(closePages);

  for (const [what, body] of Object.entries({
    'on the page': '<p id="banner">HUGHES</p>',
    'further down than the window is high': '<p id="banner" style="margin-top: 3000px">HUGHES</p>',
    'scrolled away to the right': '<p id="banner" style="margin-left: 3000px; width: 100px">HUGHES</p>',
    'further down on a page that scrolls down alone':
      '<style>body { overflow-x: hidden }</style><p id="banner" style="margin-top: 3000px">HUGHES</p>',
    'further down in a body that scrolls by itself':
      '<style>html { overflow: hidden } body { overflow: auto; height: 400px }</style><p id="banner" style="margin-top: 3000px">HUGHES</p>',
    'scrolled away in a box that runs from the right': `<div dir="rtl" style="width: 90px; overflow: auto"><p id="banner" style="margin-right: 3000px; width: 80px">HUGHES</p></div>`,
    'in a box that scrolls':
      '<div style="height: 40px; overflow: auto"><p id="banner" style="margin-top: 400px">HUGHES</p></div>',
    'on a page that does not scroll':
      '<style>body { overflow: hidden; height: 0 }</style><p id="banner">HUGHES</p>',
    'scrolled far up in a box that scrolls down alone': `<div style="height: 40px; overflow: hidden auto"><p id="banner">HUGHES</p><div style="height: 9000px"></div></div>
      <script>document.querySelector('div').scrollTo(0, 5000)</script>`,
    'scrolled far up in a box of a box that scrolls': `<div style="height: 40px; overflow: hidden"><div style="height: 40px; overflow: auto"><p id="banner">HUGHES</p><i style="display: block; height: 9000px"></i></div></div>
      <script>document.querySelector('div div').scrollTo(0, 5000)</script>`,
    'fixed above the box that scrolls and holds it':
      '<div style="margin-top: 90px; height: 40px; overflow: auto"><p id="banner" style="position: fixed; top: 0">HUGHES</p></div>',
    'in a box that scrolls and stands in its own place':
      '<div style="position: absolute; inset: 90px 0 0; overflow: auto"><p id="banner" style="margin-top: 3000px">HUGHES</p></div>',
    'partly in a box that cuts':
      '<div style="height: 40px; overflow: hidden"><p id="banner" style="margin: 30px 0; height: 90px">HUGHES</p></div>',
    'scrolled far up in a box that is drawn larger': `<div style="zoom: 2; height: 90px; overflow: auto"><p id="banner">HUGHES</p><i style="display: block; height: 900px"></i></div>
      <script>document.querySelector('div').scrollTo(0, 700)</script>`,
    'further down in a box that is drawn larger':
      '<div style="transform: scale(2); height: 90px; overflow: auto"><p id="banner" style="margin-top: 900px">HUGHES</p></div>',
    'to the left on a page whose body runs from the right':
      '<div dir="rtl"><script>document.body.dir = "rtl"</script><p id="banner" style="margin-right: 3000px; width: 80px">HUGHES</p></div>',
    'outside the folded box that holds it, in a place of its own':
      '<div style="height: 0; overflow: hidden"><p id="banner" style="position: absolute; top: 90px">HUGHES</p></div>',
    'in an open dialog of a folded box':
      '<div style="height: 0; overflow: hidden"><dialog open style="position: fixed"><p id="banner">HUGHES</p></dialog></div>',
    'in something that has no box to cut':
      '<div style="display: contents; overflow: hidden"><p id="banner">HUGHES</p></div>',
    'in a part of the page that is drawn only when it is scrolled to':
      '<div style="height: 5000px"></div><div style="content-visibility: auto"><p id="banner">HUGHES</p></div><div style="height: 900px"></div>',
    'scrolled far up in the shadow of a component': `<x-pane><p id="banner">HUGHES</p><i style="display: block; height: 9000px"></i></x-pane>
      ${inShadow('<div style="height: 90px; overflow: auto"><slot></slot></div>')}
      <script>document.querySelector('x-pane').shadowRoot.firstChild.scrollTo(0, 5000)</script>`,
    'with a part that is shown': '<p id="banner">HUGHES <b>Margaret</b></p>',
    'with an icon that is not shown': '<p id="banner">HUGHES <i hidden></i></p>',
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
    'moved out to the right of a page that does not scroll':
      '<style>body { overflow: hidden }</style><p id="banner" style="transform: translateX(100vw)">HUGHES</p>',
    'moved out below a page that does not scroll':
      '<style>html { overflow: clip }</style><p id="banner" style="position: fixed; top: 100vh">HUGHES</p>',
    'moved out to the right of a page that scrolls down alone':
      '<style>body { overflow-x: hidden }</style><p id="banner" style="transform: translateX(100vw)">HUGHES</p>',
    'left of a box that scrolls, where no scrolling leads':
      '<div style="margin-left: 500px; overflow: auto"><p id="banner" style="margin-left: -400px; width: 90px">HUGHES</p></div>',
    'in a box that scrolls and is folded away':
      '<div style="height: 0; overflow: hidden"><div style="height: 40px; overflow: auto"><p id="banner">HUGHES</p></div></div>',
    'in a body that is folded away':
      '<style>html, body { overflow: hidden; height: 0 }</style><p id="banner">HUGHES</p>',
    'fixed below the window of a long page':
      '<p id="banner" style="position: fixed; top: 100vh">HUGHES</p><i style="display: block; height: 9000px"></i>',
    'in a folded box that it takes its place from':
      '<div style="position: relative; height: 0; overflow: hidden"><p id="banner" style="position: absolute">HUGHES</p></div>',
    'fixed in a folded box that is moved':
      '<div style="transform: translateX(0); height: 0; overflow: hidden"><p id="banner" style="position: fixed; top: 0">HUGHES</p></div>',
    'folded away in the shadow of a component': `<x-pane><p id="banner">HUGHES</p></x-pane>
      ${inShadow('<div style="height: 0; overflow: hidden"><slot></slot></div>')}`,
    'left out of the shadow of a component': `<x-pane><p id="banner">HUGHES</p></x-pane>${inShadow('<p>ASHWORTH</p>')}`,
    'without text': '<p id="banner"></p>',
  }))
    it(`does not count as seen: ${what}`, async () => {
      expect(await isSeenIn(body)).to.equal(false);
    });
});

describe('what stands on a page without a doctype', () => {
  afterEach(closePages);
  const LONG = '<i style="display: block; width: 9000px; height: 9000px"></i>';

  for (const [what, body] of Object.entries({
    'scrolled far up': `<p id="banner">HUGHES</p>${LONG}<script>scrollTo(0, 5000)</script>`,
    'scrolled far to the left': `<p id="banner">HUGHES</p>${LONG}<script>scrollTo(5000, 0)</script>`,
    'further down': `${LONG}<p id="banner">HUGHES</p>`,
  }))
    it(`counts as seen: ${what}`, async () => {
      expect(await isSeenIn(body, '')).to.equal(true);
    });

  it('does not count as seen: fixed below the window', async () => {
    const body = `<p id="banner" style="position: fixed; top: 100vh">HUGHES</p>${LONG}`;
    expect(await isSeenIn(body, '')).to.equal(false);
  });
});

describe('a page in a frame of a frame', () => {
  afterEach(closePages);

  it('is seen only where every frame around it is', async () => {
    const outer = await openPage('<!doctype html><iframe></iframe>');
    const inner = outer.querySelector('iframe')?.contentDocument;
    const banner = inner?.createElement('p');
    if (!inner || !banner) throw new Error('The page has no frame.');
    banner.textContent = 'HUGHES, Margaret';
    inner.body.append(banner);
    expect(isInSight(banner)).to.equal(true);
    for (const style of ['visibility: hidden', 'opacity: 0']) {
      outer.defaultView?.frameElement?.setAttribute('style', style);
      expect(isInSight(banner)).to.equal(false);
    }
  });

  for (const [what, style, isSeen] of [
    ['stands in a pane that is open', '', true],
    ['stands further down in a pane that scrolls', 'margin-top: 900px', true],
    ['is moved up a little', 'margin-top: -10px', true],
    ['is moved up until its first words are cut away', 'margin-top: -80px', false],
    ['is slid out by its own width', 'margin-left: 500px', false],
    ['is drawn too small to be read', 'transform: scale(0.05)', false],
  ] as const)
    it(`${isSeen ? 'is' : 'is not'} seen where its frame ${what}`, async () => {
      const pane = `width: 500px; height: 200px; overflow: hidden ${/900/.test(style) ? 'auto' : 'hidden'}`;
      const outer = await openPage(`<!doctype html><div style="${pane}"><iframe></iframe></div>`);
      const frame = outer.querySelector('iframe');
      const inner = frame?.contentDocument;
      if (!frame || !inner) throw new Error('The page has no frame.');
      frame.style.cssText = `width: 500px; height: 300px; border: 0; ${style}`;
      inner.body.append(...nodesOf('<p id="banner">HUGHES, Margaret</p>'));
      const banner = inner.getElementById('banner');
      expect(banner && isInSight(banner)).to.equal(isSeen);
    });
});
