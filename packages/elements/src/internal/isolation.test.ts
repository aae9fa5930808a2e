import { expect } from '@open-wc/testing';
import { draw, shownText } from '../../test/draw-summary.ts';
import { drawScorer } from '../../test/draw-scorer.ts';
import type { StrictReport } from '../../test/strict-page/report.ts';
import { states as scorerStates } from '../frailty-scorer/frailty-scorer.fixtures.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';
import { define } from './define.ts';

/** What changes how a word reads. */
const READING = [
  'color',
  'direction',
  'display',
  'float',
  'font-family',
  'font-feature-settings',
  'font-size',
  'font-style',
  'font-variant-caps',
  'font-weight',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin-left',
  'opacity',
  'padding-left',
  'text-align',
  'text-decoration-line',
  'text-indent',
  'text-shadow',
  'text-transform',
  'unicode-bidi',
  'visibility',
  'white-space-collapse',
  'word-break',
  'word-spacing',
  'writing-mode',
];

const HOSTILE = `
  html { font-size: 62.5%; }
  body { zoom: 0.67; font: italic 700 9px/3 fantasy; color: red; text-align: right; cursor: wait; }
  * { text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; font-family: fantasy !important;
      float: left; text-indent: 20px; list-style: square; white-space: pre; visibility: hidden; direction: rtl; }
  div, span, section, p { opacity: 0.4; padding: 9px; margin: 9px; text-shadow: 1px 1px red; }`;

function reading(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    return READING.map((name) => style.getPropertyValue(name)).join('|');
  });
}

describe('a component on a page', () => {
  it('reads the same under hostile style sheets of the host', async () => {
    // Narrow, as a host's zoom and padding change how wide it is, and a wide form stands otherwise by design.
    const box = document.createElement('div');
    box.style.width = '320px';
    document.body.append(box);
    const drawn = [await draw(box, states.typical), await drawScorer(box, scorerStates['cga-partly'])];
    for (const { renderRoot } of drawn) {
      const before = reading(renderRoot);
      expect(before.length).to.be.greaterThan(300);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(HOSTILE);
      document.adoptedStyleSheets = [sheet];
      const after = reading(renderRoot);
      document.adoptedStyleSheets = [];
      expect(before.filter((one, index) => one !== after[index])).to.deep.equal([]);
    }
    box.remove();
  });

  it('keeps a width that can be read where the host floats it or puts it into a row', async () => {
    for (const style of ['float: left', 'display: inline-block']) {
      const summary = await draw(document.body, states.typical);
      summary.setAttribute('style', style);
      expect(summary.offsetWidth, style).to.equal(240);
    }
    const row = document.createElement('div');
    row.style.display = 'flex';
    document.body.append(row);
    expect((await draw(row, states.typical)).offsetWidth).to.equal(240);
    row.style.width = '200px';
    expect((await draw(row, states.typical)).offsetWidth, 'no wider than the row').to.be.at.most(200);
    row.remove();
  });

  it('stays hidden where the host hides it, whatever its style sheet starts again from', async () => {
    const summary = await draw(document.body, states.typical);
    summary.hidden = true;
    const sheet = new CSSStyleSheet();
    for (const rule of ['* { all: revert }', '* { all: unset !important }', '* { display: grid }']) {
      sheet.replaceSync(rule);
      document.adoptedStyleSheets = [sheet];
      const { display } = getComputedStyle(summary);
      document.adoptedStyleSheets = [];
      expect(display, rule).to.equal('none');
    }
    summary.remove();
  });

  it('follows the tokens that the host sets', async () => {
    const summary = await draw(document.body, states.typical);
    summary.style.setProperty('--ehch-font-size', '30px');
    summary.style.setProperty('--ehch-color-text', 'rgb(1, 2, 3)');
    const base = summary.renderRoot.querySelector('.base');
    if (base === null) throw new Error('Nothing is drawn.');
    expect(getComputedStyle(base).fontSize).to.equal('30px');
    expect(getComputedStyle(base).color).to.equal('rgb(1, 2, 3)');
  });

  it('changes nothing of the host page, in style or in its document', async () => {
    const host = document.createElement('div');
    host.innerHTML =
      '<h1>A</h1><p>b <a href="#x">c</a></p><table><tr><td>d</td></tr></table><button>e</button>';
    document.body.append(host);
    const before = reading(host);
    const head = document.head.innerHTML;
    const summary = await draw(document.body, states.typical);
    expect(reading(host)).to.deep.equal(before);
    expect(document.head.innerHTML).to.equal(head);
    expect(document.adoptedStyleSheets.length).to.equal(0);
    expect(summary.innerHTML).to.equal('');
    host.remove();
  });

  it('leaves no listener on the document or window, and no timer, when it goes', async () => {
    const open: string[] = [];
    const restore = [window, document, document.body].map((target) => watchListeners(target, open));
    const timers = watchTimers();
    for (let round = 0; round < 5; round += 1) {
      const summary = await draw(document.body, states.typical);
      const scorer = await drawScorer(document.body, scorerStates['news2-why']);
      for (const one of [summary, scorer]) one.closest('ehch-provider')?.remove();
    }
    for (const undo of [...restore, timers.restore]) undo();
    expect(open).to.deep.equal([]);
    expect(timers.running.size).to.equal(0);
  });

  it('can be loaded twice, and beside another version', async () => {
    for (const again of ['../resident-summary/index.ts?again', '../frailty-scorer/index.ts?again']) {
      await import(again);
    }
    define('ehch-resident-summary', class extends HTMLElement {});
    define('ehch-frailty-scorer', class extends HTMLElement {});
    const scorer = await drawScorer(document.body, scorerStates['news2-complete']);
    expect(shownText(scorer.renderRoot)).to.contain('ASHWORTH');
    const summary = await draw(document.body, states.typical);
    expect(shownText(summary.renderRoot)).to.contain('ASHWORTH');
  });

  for (const [what, page, count] of [
    ['the summary', 'summary', Object.keys(states).length * 2],
    ['the scorer', 'scorer', Object.keys(scorerStates).length],
  ] as const) {
    it(`draws every state of ${what} under a strict policy with Trusted Types, and adds no global but those of Lit`, async () => {
      const report = await underStrictPolicy(page);
      expect(report.violations).to.deep.equal([]);
      expect(report.errors).to.deep.equal([]);
      expect(report.drawn).to.equal(count);
      expect(Object.keys(report.proofs)).not.to.deep.equal([]);
      for (const [proof, isProved] of Object.entries(report.proofs)) expect(isProved, proof).to.equal(true);
      expect(
        report.globals.filter(
          (name) =>
            !/^(lit\w+Versions|reactiveElementVersions|litIssuedWarnings|litPropertyMetadata)$/.test(name),
        ),
      ).to.deep.equal([]);
    });
  }
});

function underStrictPolicy(name: 'summary' | 'scorer'): Promise<StrictReport> {
  const frame = document.createElement('iframe');
  const page = new URL(`../../test/strict-page/${name}.ts`, import.meta.url).href;
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
  frame.srcdoc = `<!doctype html><html lang="en-GB"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="${page}"></script></head><body></body></html>`;
  return new Promise((resolve) => {
    const receive = ({ data, source }: MessageEvent<StrictReport>) => {
      if (source !== frame.contentWindow) return;
      window.removeEventListener('message', receive);
      frame.remove();
      resolve(data);
    };
    window.addEventListener('message', receive);
    document.body.append(frame);
  });
}

function watchListeners(target: EventTarget, open: string[]): () => void {
  const { addEventListener: add, removeEventListener: remove } = target;
  target.addEventListener = (...words: Parameters<typeof add>) => {
    open.push(words[0]);
    add.apply(target, words);
  };
  target.removeEventListener = (...words: Parameters<typeof remove>) => {
    const at = open.indexOf(words[0]);
    if (at >= 0) open.splice(at, 1);
    remove.apply(target, words);
  };
  return () => {
    target.addEventListener = add;
    target.removeEventListener = remove;
  };
}

function watchTimers(): { running: Set<unknown>; restore: () => void } {
  const { setInterval: start, clearInterval: stop } = window;
  const running = new Set<unknown>();
  Object.assign(window, {
    setInterval: (handler: () => void, time: number) => {
      const id = start(handler, time);
      running.add(id);
      return id;
    },
    clearInterval: (id: number) => {
      running.delete(id);
      stop(id);
    },
  });
  return { running, restore: () => Object.assign(window, { setInterval: start, clearInterval: stop }) };
}
