import { expect } from '@open-wc/testing';
import { areasAround } from './areas.ts';
import { closePages, inShadow, nodesOf, openPage } from './saved-page.fixtures.ts';
import { isTopmost } from './topmost.ts';
import { wholeOf } from './words.ts';

const liesOnTop = (banner: Element) => isTopmost(banner, areasAround(banner), wholeOf(banner));

/** Whether the banner of this page lies under nothing, in a frame that has room. */
async function isOnTopIn(body: string, act: (page: Document) => void = () => {}): Promise<boolean> {
  const page = await openPage(`<!doctype html><body style="margin: 0">${body}`);
  page.defaultView?.frameElement?.setAttribute('style', 'width: 900px; height: 600px');
  const banner = page.getElementById('banner');
  if (!banner) throw new Error('The page has no banner.');
  act(page);
  return liesOnTop(banner);
}
const OVER = 'position: fixed; inset: 0; background: white';

describe('what lies on top of a banner', () => {
  before(() => window.scrollTo(0, 0));
  afterEach(closePages);

  for (const [what, body] of Object.entries({
    nothing: '<p id="banner">HUGHES</p>',
    'a part of it': '<p id="banner"><b>HUGHES</b></p>',
    'something beside it': `<p id="banner">HUGHES</p><div style="position: fixed; ${OVER}; top: 300px">`,
    'something under it': `<div style="${OVER}"></div><p id="banner" style="position: relative">HUGHES</p>`,
    'something it belongs to, where it takes no pointer itself':
      '<div><p id="banner" style="pointer-events: none">HUGHES</p></div>',
    'something under it that takes the pointer in its place':
      '<a style="position: absolute; inset: 0">Open</a><p id="banner" style="position: relative; pointer-events: none">HUGHES</p>',
    'a page that takes no pointer while it waits':
      '<div style="pointer-events: none"><p id="banner">HUGHES</p></div>',
    'a part that takes no pointer': '<span id="banner"><b style="pointer-events: none">HUGHES</b></span>',
    'a part of the page that is inert': '<main inert><p id="banner">HUGHES</p></main>',
    'something beside it over the words that are cut off':
      '<div style="display: flex"><p id="banner" style="margin: 0; width: 60px; overflow: hidden; white-space: nowrap">HUGHES, Margaret Elizabeth</p><p style="margin: 0">9 March 1938, of Fernhill</p></div>',
    'its next lines cut off':
      '<p id="banner" style="margin: 0; width: 60px; line-height: 20px; height: 20px; overflow: hidden">HUGHES Margaret Elizabeth</p><p style="margin: 0; line-height: 20px">9 March 1938<br>Fernhill<br>Room 4</p>',
    'something that lies over its empty end':
      '<p id="banner" style="width: 800px">HUGHES</p><i style="position: fixed; top: 0; right: 0; width: 300px; height: 80px">',
  }))
    it(`is the banner itself, with ${what}`, async () => {
      expect(await isOnTopIn(body)).to.equal(true);
    });

  for (const [what, body] of Object.entries({
    'a box over the page': `<p id="banner">HUGHES</p><div style="${OVER}"></div>`,
    'a clear box over the page': `<p id="banner">HUGHES</p><div style="position: fixed; inset: 0"></div>`,
    'a dialog, while the page under it takes no pointer': `<style>body { pointer-events: none }</style><p id="banner">HUGHES</p><div style="${OVER}; pointer-events: auto">`,
    'a box over the number alone, beside its label':
      '<p id="banner"><b>NHS No.</b> <i>999 000 0018</i></p><div style="position: fixed; inset: 0 0 0 70px">',
    'a box over the second of its lines':
      '<p id="banner" style="margin: 0; line-height: 40px">HUGHES<br>Margaret</p><div style="position: fixed; inset: 45px 0 0">',
    'what the box around it draws over it':
      '<style>div { position: relative } div::after { content: ""; position: absolute; inset: 0; background: white }</style><div><p id="banner">HUGHES</p></div>',
    'what a component draws over it': `<x-pane><p id="banner">HUGHES</p></x-pane>
      ${inShadow(`<slot></slot><p style="${OVER}">ASHWORTH</p>`)}`,
    'the back of its card':
      '<div style="transform: rotateY(180deg); transform-style: preserve-3d"><p id="banner" style="backface-visibility: hidden">HUGHES</p></div>',
    'what is left where it is cut away':
      '<p id="banner" style="position: absolute; clip: rect(0, 0, 0, 0)">HUGHES</p>',
    'what is left where its box paints nothing outside itself':
      '<div style="contain: paint; height: 0"><p id="banner">HUGHES</p></div>',
    'a dialog after the part of the page that takes no pointer': `<main style="pointer-events: none"><p id="banner">HUGHES</p></main><div style="${OVER}"></div>`,
    'a dialog after the part of the page that is inert': `<main inert><p id="banner">HUGHES</p></main><div style="${OVER}"></div>`,
    'a box over it, where it stands outside the box that scrolls and holds it': `<div style="margin-top: 90px; height: 40px; overflow: auto"><p id="banner" style="position: fixed; top: 0">HUGHES</p></div><div style="${OVER}"></div>`,
    'another banner over it':
      '<p id="banner">HUGHES</p><p style="position: absolute; top: 0; background: white">ASHWORTH</p>',
  }))
    it(`is ${what}`, async () => {
      expect(await isOnTopIn(body)).to.equal(false);
    });

  it('is a modal dialog, and the banner again once it closes', async () => {
    const body = '<p id="banner">HUGHES</p><dialog><p>ASHWORTH</p></dialog>';
    const open = (page: Document) => page.querySelector('dialog')?.showModal();
    expect(await isOnTopIn(body, open)).to.equal(false);
    const close = (page: Document) => {
      open(page);
      page.querySelector('dialog')?.close();
    };
    expect(await isOnTopIn(body, close)).to.equal(true);
  });

  it('is nothing for words that the user scrolled away, in the page or in a box of it', async () => {
    const below = '<p id="banner">HUGHES</p><div style="height: 3000px"></div>';
    expect(await isOnTopIn(below, (page) => page.defaultView?.scrollTo(0, 500))).to.equal(true);
    const box = `<div style="height: 90px; overflow: auto"><p id="banner">HUGHES</p><div style="height: 900px"></div></div>
      <p style="position: absolute; top: 90px">Below</p>`;
    expect(await isOnTopIn(box, (page) => page.querySelector('div')?.scrollTo(0, 400))).to.equal(true);
  });

  for (const [what, style, isOnTop] of [
    ['the frame of another patient', OVER, false],
    ['a dialog in its middle', 'position: fixed; inset: 30%; max-width: 40%; max-height: 40%', true],
  ] as const)
    it(`is ${isOnTop ? 'the banner itself' : 'what lies over its frame'}, when the banner is scrolled away under ${what}`, async () => {
      const outer = await openPage('<!doctype html><body style="margin: 0"><iframe></iframe>');
      const frame = outer.querySelector('iframe');
      const inner = frame?.contentDocument;
      if (!frame || !inner) throw new Error('The page has no frame.');
      frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
      inner.body.append(
        ...nodesOf('<p id="banner">HUGHES</p><i style="display: block; height: 9000px"></i>'),
      );
      inner.defaultView?.scrollTo(0, 5000);
      const banner = inner.getElementById('banner');
      expect(banner && liesOnTop(banner)).to.equal(true);
      outer.body.append(...nodesOf(`<iframe style="width: 100%; height: 100%; ${style}"></iframe>`));
      expect(banner && liesOnTop(banner)).to.equal(isOnTop);
    });

  for (const style of ['transform: scale(0.4); transform-origin: 0 0', 'zoom: 0.5', 'zoom: 2'])
    it(`is what lies over its place in a frame that is drawn with "${style}"`, async () => {
      let banner: Element | null = null;
      const isOnTop = await isOnTopIn('<p id="banner" style="margin: 100px 0 0 150px">HUGHES</p>', (page) => {
        banner = page.getElementById('banner');
        const place = `position: fixed; left: 0; top: 0; border: 4px solid; width: 372px; height: 272px;`;
        page.defaultView?.frameElement?.setAttribute('style', place + style);
      });
      expect(isOnTop).to.equal(true);
      const frame = document.querySelector('iframe');
      const over = document.createElement('div');
      const { width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {};
      const isOnTopUnder = (left: number, top: number) => {
        over.style.cssText = `position: fixed; z-index: 9; width: ${width / 5}px; height: ${height / 5}px`;
        over.style.left = `${left * width}px`;
        over.style.top = `${top * height}px`;
        document.body.append(over);
        const isStillOnTop = banner && liesOnTop(banner);
        over.remove();
        return isStillOnTop;
      };
      expect(isOnTopUnder(0.4, 0.3), 'over its place').to.equal(false);
      for (let left = 0; left < 0.2; left += 0.1)
        for (let top = 0; top < 1; top += 0.1) expect(isOnTopUnder(left, top)).to.equal(true);
    });

  it('is what lies over the frame in the page around it', async () => {
    const over = document.createElement('div');
    over.style.cssText = `${OVER}; z-index: 9`;
    expect(await isOnTopIn('<p id="banner">HUGHES</p>')).to.equal(true);
    const banner = document.querySelector('iframe')?.contentDocument?.getElementById('banner');
    document.body.append(over);
    expect(banner && liesOnTop(banner)).to.equal(false);
    over.remove();
    expect(banner && liesOnTop(banner)).to.equal(true);
  });
});
