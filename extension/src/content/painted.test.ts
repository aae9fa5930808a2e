import { expect } from '@open-wc/testing';
import { isPaintedPlainly } from './painted.ts';
import { closePages, inShadow, openPage } from './saved-page.fixtures.ts';
import { wholeOf } from './words.ts';

const isPlain = (banner: Element) => isPaintedPlainly(banner, wholeOf(banner));

async function isPaintedIn(body: string): Promise<boolean> {
  const page = await openPage(`<!doctype html><body style="margin: 0">${body}`);
  const banner = page.getElementById('banner');
  if (!banner) throw new Error('The page has no banner.');
  return isPlain(banner);
}

describe('how the letters of a banner are painted', () => {
  afterEach(closePages);

  for (const [what, body] of Object.entries({
    plainly: '<p id="banner">999 000 0018</p>',
    'with a part in bold': '<p id="banner">999 <b>000</b> 0018</p>',
    'half transparent': '<p id="banner" style="opacity: 0.5">999 000 0018</p>',
    'in a grey of their own':
      '<p id="banner" style="color: rgb(90 90 90 / 0.8); filter: grayscale(1)">999</p>',
    'in a box that floats':
      '<p id="banner" style="float: left; position: absolute; order: 2">999 000 0018</p>',
    'with an icon at its end': '<p id="banner">HUGHES <i style="float: right; opacity: 0"></i></p>',
    'in a language that runs from the right': '<p id="banner" dir="rtl">ليلى</p>',
    'in columns':
      '<p id="banner" style="display: grid; grid: auto / auto auto auto"><b>999</b> <b>000</b></p>',
    'on lines that break anywhere': '<p id="banner" style="width: 9px">14 July <b>1941</b> (85y)</p>',
    'beside a part on two lines':
      '<p id="banner" style="display: flex"><b style="width: 9px">14 07</b><b>1941</b></p>',
    'with a raised part': '<p id="banner">14<sup>0</sup> <b>1941</b></p>',
  }))
    it(`count as painted: ${what}`, async () => {
      expect(await isPaintedIn(body)).to.equal(true);
    });

  for (const [what, body] of Object.entries({
    'in no colour': '<p id="banner" style="color: transparent">999 000 0018</p>',
    'in a colour of nearly no strength': '<p id="banner" style="color: rgb(0 0 0 / 0.01)">999</p>',
    'in another colour model without strength': '<p id="banner" style="color: color(srgb 0 0 0 / 0)">999</p>',
    'with a fill of no colour': '<p id="banner" style="-webkit-text-fill-color: transparent">999</p>',
    'nearly transparent': '<p id="banner" style="opacity: 0.01">999 000 0018</p>',
    'nearly transparent step by step':
      '<div style="opacity: 0.3"><p id="banner" style="opacity: 0.3">999</p></div>',
    'with a part in no colour': '<p id="banner">999 <b style="color: transparent">000</b> 0018</p>',
    'with a filter that wipes them out': '<div style="filter: opacity(0)"><p id="banner">999</p></div>',
    'as dots, as in a screen for passers-by':
      '<p id="banner" style="-webkit-text-security: disc">999 000 0018</p>',
    'in a colour that is fading to nothing': '<p id="banner" style="color: rgb(0 0 0 / 0.0000001)">999</p>',
    'with a part in letters of no size': '<p id="banner">999 <b style="font-size: 0">000</b> 0018</p>',
    'wiped out in the shadow of a component': `<x-pane><p id="banner">999</p></x-pane>
      ${inShadow('<div style="filter: blur(9px)"><slot></slot></div>')}`,
    blurred: '<p id="banner" style="filter: blur(9px)">999</p>',
    'cut off': '<p id="banner" style="clip-path: inset(50%)">999</p>',
    'behind a mask': '<p id="banner" style="mask-image: linear-gradient(transparent, transparent)">999</p>',
    'written backwards':
      '<p id="banner" style="unicode-bidi: bidi-override; direction: rtl">999 000 0018</p>',
    'with a part written backwards': '<p id="banner">999 <bdo dir="rtl">000 0018</bdo></p>',
    'in the order of the style':
      '<p id="banner" style="display: flex"><b>999</b><b style="order: -1">000</b></p>',
    'from the end': '<p id="banner" style="display: flex; flex-direction: row-reverse"><b>9</b><b>0</b></p>',
    'in groups that run from the right': '<p id="banner" dir="rtl">999 000 0018</p>',
    'in groups that run from the right, in an input':
      '<input id="banner" dir="rtl" readonly value="999 000 0018">',
    'in the order of a grid': `<p id="banner" style="display: grid; grid: auto / auto auto">
      <b style="grid-column: 2">999</b><b style="grid-column: 1; grid-row: 1">000</b></p>`,
    'with a part that is pushed to the front':
      '<p id="banner">999 <b style="position: relative; left: -5em">000</b> 0018</p>',
    'on lines that run upwards': `<p id="banner" style="display: flex; flex-wrap: wrap-reverse; width: 40px">
      <b>999</b><b>000</b></p>`,
    'struck out': '<p id="banner"><del>999 000 0018</del></p>',
    'struck out with all around them': '<s><b id="banner">999 000 0018</b></s>',
    'with a part that floats away': '<p id="banner">999 <b style="float: left">000</b> 0018</p>',
    'with a part in another place': '<p id="banner">999 <b style="position: absolute; left: 0">000</b></p>',
  }))
    it(`do not count as painted: ${what}`, async () => {
      expect(await isPaintedIn(body)).to.equal(false);
    });

  for (const style of ['opacity: 0.01', 'filter: blur(9px)', 'clip-path: inset(50%)'])
    it(`do not count as painted in a frame with "${style}", however deep they stand in it`, async () => {
      const outer = await openPage('<!doctype html><iframe></iframe>');
      const inner = outer.querySelector('iframe')?.contentDocument;
      const banner = inner?.createElement('p');
      if (!inner || !banner) throw new Error('The page has no frame.');
      banner.textContent = '999 000 0018';
      inner.body.append(banner);
      expect(isPlain(banner)).to.equal(true);
      outer.defaultView?.frameElement?.setAttribute('style', style);
      expect(isPlain(banner)).to.equal(false);
    });
});
