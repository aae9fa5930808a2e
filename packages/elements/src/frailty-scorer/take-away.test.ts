import { expect } from '@open-wc/testing';
import { controlIn } from '../../test/controls.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/draw-summary.ts';
import type { FrailtyScorer } from './index.ts';
import { NOW, NURSE, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';
import type { ScorerState } from './frailty-scorer.fixtures.ts';

/** What the press on "print" puts on paper: the document of the frame, as it is when it goes to the printer. */
async function printed(state: ScorerState): Promise<Document> {
  return printedOf(await drawScorer(document.body, state));
}

async function printedOf(scorer: FrailtyScorer): Promise<Document> {
  const root = scorer.shadowRoot;
  if (root === null) throw new Error('Nothing is drawn.');
  const frame = new Promise<HTMLIFrameElement>((resolve) => {
    new MutationObserver(() => {
      const found = root.querySelector('iframe');
      if (found !== null) resolve(found);
    }).observe(root, { childList: true });
  });
  root.querySelector<HTMLElement>('[data-press=print]')?.click();
  const { contentDocument } = await frame;
  if (contentDocument === null) throw new Error('There is no page to print.');
  return contentDocument;
}

describe('a form on paper', () => {
  it('is alone on the page: whose, version, every answer or that there is none, and that it is not signed', async () => {
    const words = document.createElement('p');
    words.textContent = 'of the host';
    document.body.append(words);
    const page = await printed(states['news2-incomplete']);
    words.remove();
    const text = shownText(page.body);
    expect(text).to.contain('ASHWORTH, Margaret Anne (Mrs) Born 14-Jul-1941 NHS No. 999 000 0018');
    expect(text).to.contain('NEWS2, RCP 2017');
    expect(text).to.match(/Breaths in a minute ?22/);
    expect(text).to.match(/Pulse, beats a minute ?not answered/);
    expect(text).to.contain('NOT SIGNED.');
    expect(text).not.to.contain('of the host');
    expect(page.querySelectorAll('input, textarea').length).to.equal(0);
    expect(page.adoptedStyleSheets.length).to.be.greaterThan(0);
  });

  it('names a score of which nothing is known but why it was not taken, and no score that nobody began', async () => {
    const refused = { state: 'refused', reason: 'asleep', at: NOW, by: NURSE } as const;
    const scoreLineOf = async (answers: Parameters<typeof draftOf>[1]) => {
      const draft = draftOf(formNamed('news2'), answers);
      return /NEWS2: [^(]+/.exec(
        shownText((await printed({ ...states['news2-incomplete'], draft })).body),
      )?.[0];
    };
    expect(await scoreLineOf({ 'news2/temp': refused })).to.contain('0 of');
    expect(await scoreLineOf({})).to.equal(undefined);
  });

  it('names nobody in its title, which becomes the name of a file', async () => {
    expect((await printed(states['news2-complete'])).title).to.equal('NEWS2');
  });

  it('says who signed it and when, once it is finished', async () => {
    expect(shownText((await printed(states['not-sent'])).body)).to.contain(
      'Signed 21-Nov-2026 14:20 by Grace Mensah, registered nurse.',
    );
  });

  it('carries, once a score is signed, the agreed limits with their dates and whom to ring, and nothing to press', async () => {
    const page = await printed(states['news2-after']);
    const text = shownText(page.body);
    expect(text).to.match(/Signed .+Agreed limits of treatment|Agreed limits of treatment.+Signed /);
    expect(text).to.match(/Not for CPR This is about CPR only.+\d\d-[A-Z][a-z]{2}-20\d\d/);
    expect(text).to.match(/Ring now: .+999/);
    const before = await printed(states['news2-complete']);
    expect(shownText(before.body)).not.to.contain('Agreed limits of treatment');
  });

  it('is gone from the page with its form', async () => {
    const scorer = await drawScorer(document.body, states['news2-complete']);
    const root = scorer.shadowRoot;
    if (root === null) throw new Error('Nothing is drawn.');
    // A browser that does not print says nothing when it is done.
    root.append(document.createElement('iframe'));
    scorer.assessment = '4at';
    await settled(scorer);
    expect(root.querySelectorAll('iframe').length).to.equal(0);
  });

  it('has every section, whichever is in front', async () => {
    const text = shownText((await printed(states['cga-partly'])).body);
    for (const title of ['About me', 'Physical', 'Plan']) expect(text).to.contain(title);
  });
});

describe('what is kept back', () => {
  it('is in no print, of the form or of the page, and in no copy', async () => {
    const state = { ...states['cga-disputed'], press: [] };
    const page = shownText((await printed(state)).body);
    expect(page).to.match(/Safeguarding concern: not printed, whatever the answer/);
    expect(page).not.to.match(/Safeguarding concern ?Yes/);
    const scorer = await drawScorer(document.body, {
      ...state,
      press: [{ kind: 'show-section', key: 'social' }],
    });
    const item = scorer.renderRoot.querySelector('[data-key=safeguarding]');
    expect(item?.parentElement?.className).to.equal('kept-back');
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    controlIn(scorer.renderRoot, { kind: 'copy', length: 'full' }).click();
    await settled(scorer);
    const text = scorer.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.value;
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(text).to.contain('Not copied, whatever the answer: Safeguarding concern.');
    expect(text).not.to.match(/Safeguarding concern: Yes/);
  });
});

describe('a form as text', () => {
  it('stands selected in a field, in words, where the clipboard cannot be reached', async () => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    const scorer = await drawScorer(document.body, states['news2-single-3']);
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=copy]')?.click();
    await settled(scorer);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const field = scorer.renderRoot.querySelector<HTMLTextAreaElement>('.copy');
    expect(field?.value).to.match(
      /^ASHWORTH, Margaret Anne \(Mrs\), born 14-Jul-1941\nNEWS2 3 \(low-medium\)/,
    );
    expect(field?.value).not.to.contain('999 000');
    expect([field?.selectionStart, field?.selectionEnd]).to.deep.equal([0, field?.value.length]);
    expect(shownText(scorer.renderRoot)).to.contain('The clipboard could not be reached.');
  });
});

describe('the copy of the CGA', () => {
  async function copyOf(length: 'short' | 'full'): Promise<readonly string[]> {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    const scorer = await drawScorer(document.body, states['cga-partly']);
    controlIn(scorer.renderRoot, { kind: 'copy', length }).click();
    await settled(scorer);
    Reflect.deleteProperty(navigator, 'clipboard');
    return scorer.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.value.split('\n') ?? [];
  }

  it('is short or full, as the button says, and both name whom it is about', async () => {
    const [short, full] = [await copyOf('short'), await copyOf('full')];
    expect(short.length).to.be.within(5, 20);
    expect(full.length).to.be.greaterThan(short.length);
    for (const lines of [short, full])
      expect(lines[0]).to.equal('ASHWORTH, Margaret Anne (Mrs), born 14-Jul-1941');
  });
});

describe('what was signed and entered in error', () => {
  it('asks who marks it where the page names nobody, and takes no mark without a name', async () => {
    const scorer = await drawScorer(document.body, states['news2-after']);
    scorer.author = null;
    await settled(scorer);
    controlIn(scorer.renderRoot, { kind: 'type-reason', reason: '' }).click();
    await settled(scorer);
    const type = async (field: string, text: string) => {
      const input = scorer.renderRoot.querySelector<HTMLInputElement>(`[data-press=${field}]`);
      if (input === null) throw new Error(`There is no field: ${field}`);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await settled(scorer);
    };
    await type('type-reason', 'Another resident');
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=enter-in-error]')?.click();
    await settled(scorer);
    expect(shownText(scorer.renderRoot)).not.to.contain('ENTERED IN ERROR');
    expect(scorer.shadowRoot?.activeElement?.getAttribute('data-press')).to.equal('type-marked-by');
    await type('type-marked-by', 'Ben Okafor');
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=enter-in-error]')?.click();
    await settled(scorer);
    expect(shownText(scorer.renderRoot)).to.match(/ENTERED IN ERROR.*Ben Okafor: Another resident/);
  });

  it('says so on screen, on paper and in a copy, and nothing follows from its score any more', async () => {
    const scorer = await drawScorer(document.body, states['news2-after']);
    expect(scorer.renderRoot.querySelectorAll('.after-score').length).to.be.at.least(1);
    // Another than the one who signed has no way to take the signature back.
    scorer.author = { name: 'Ben Okafor', role: 'senior carer' };
    await settled(scorer);
    expect(scorer.renderRoot.querySelectorAll('[data-press=withdraw]').length).to.equal(0);
    controlIn(scorer.renderRoot, { kind: 'type-reason', reason: '' }).click();
    await settled(scorer);
    const field = scorer.renderRoot.querySelector<HTMLInputElement>('[data-press=type-reason]');
    if (field === null) throw new Error('There is no field for the reason.');
    field.value = 'Another resident';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(scorer);
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=enter-in-error]')?.click();
    await settled(scorer);
    const words = /ENTERED IN ERROR, 21-Nov-2026 14:20( by |, )Ben Okafor, senior carer: Another resident/;
    expect(shownText(scorer.renderRoot)).to.match(words);
    expect(shownText(scorer.renderRoot)).not.to.contain('from this');
    expect(scorer.renderRoot.querySelectorAll('.after-score').length).to.equal(0);
    expect(shownText((await printedOf(scorer)).body)).to.match(words);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=copy]')?.click();
    await settled(scorer);
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(scorer.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.value).to.match(words);
  });
});
