import { toAsk } from '@ehch/clinical/form';
import type { ItemKey } from '@ehch/clinical/form';
import type { FormSession } from '@ehch/clinical/session';
import { expect } from '@open-wc/testing';
import { NEW_PROBLEMS, SAID } from '../../../clinical/src/assessment/cga/known-resident.fixtures.ts';
import { controlIn, findControl } from '../../test/controls.ts';
import type { Control } from '../../test/controls.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { bringInFront } from '../../test/in-front.ts';
import { shownText } from '../../test/draw-summary.ts';
import { press, radio, textIn } from '../../test/scorer-with-port.ts';
import { itemAt } from '../form/go-to-item.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { states } from './frailty-scorer.fixtures.ts';

/** What the sample resident's record does not say, beside what is said of the resident whom the record knows. */
const MORE: typeof SAID = {
  ...SAID,
  'seen-with': ['staff'],
  'bmi/heightM': '1.62',
  'bmi/kg': '48.2',
  'weight-3m': '52',
};

/** A person at a scorer, who counts every press. A field that is filled in is one. */
class Person {
  readonly presses: string[] = [];
  readonly #scorer: FrailtyScorer;

  constructor(scorer: FrailtyScorer) {
    this.#scorer = scorer;
  }

  get session(): FormSession {
    const { front } = (this.#scorer as unknown as { controller: { front: FormSession | null } }).controller;
    if (front === null) throw new Error('No form is open.');
    return front;
  }

  async press(control: Control): Promise<void> {
    controlIn(this.#scorer.renderRoot, control).click();
    this.presses.push(JSON.stringify(control).slice(0, 60));
    await settled(this.#scorer);
  }

  async pressWhereThere(control: Control): Promise<boolean> {
    const is = findControl(this.#scorer.renderRoot, control) !== null;
    if (is) await this.press(control);
    return is;
  }

  /** Every offer that is shown, as a whole where a group has several. */
  async takeOffers(): Promise<void> {
    while (
      (await this.pressWhereThere({ kind: 'use-all' })) ||
      (await this.pressWhereThere('.offers [data-press=use]'))
    );
  }

  /** Whatever is to ask in the section in front, as far as it is open. */
  async answerAll(): Promise<void> {
    const section = this.session.screen.section ?? undefined;
    const { state } = this.session;
    for (const key of state === null ? [] : toAsk(state, section)) {
      const item = itemAt(this.#scorer.renderRoot, key);
      const now = this.session.state;
      if (item === undefined || now === null || !toAsk(now, section).includes(key)) continue;
      await this.#answer(item, key);
    }
  }

  async #answer(item: HTMLElement, key: ItemKey): Promise<void> {
    const said = MORE[key.replace(/\[.*$/, '')];
    const words = said === undefined ? [] : [said].flat().map(String);
    const options = [...item.querySelectorAll<HTMLInputElement>('.options:not(.reasons) input')];
    const wanted =
      words.length === 0 ? options.slice(0, 1) : options.filter(({ value }) => words.includes(value));
    for (const option of wanted) {
      option.click();
      this.presses.push(key);
    }
    if (wanted.length === 0) await this.#type(item, key, words[0] ?? null);
    await settled(this.#scorer);
  }

  async #type(item: HTMLElement, key: ItemKey, words: string | null): Promise<void> {
    const fields = [...item.querySelectorAll<HTMLInputElement>('input, textarea')];
    // A review is still to come, and what was found is not.
    const day = key === 'next-review' ? ['20', '02', '2027'] : ['20', '11', '2026'];
    const texts = fields.length === 3 ? day : [words ?? (fields[0]?.inputMode ? '50' : 'Ms Example')];
    for (const [n, text] of texts.entries()) {
      const field = fields[n];
      if (field === undefined) throw new Error(`No field at ${key}`);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }
    this.presses.push(key);
    await settled(this.#scorer);
  }
}

async function until(person: Person, isDone: () => boolean, step: () => Promise<void>): Promise<void> {
  for (let n = 0; n < 12 && !isDone(); n += 1) await step();
  if (!isDone()) throw new Error(`It does not come to an end: ${person.presses.slice(-5).join(', ')}`);
}

describe('the CGA that starts from the record', () => {
  before(bringInFront);

  it('takes the sample resident from record to signed with at most 100 presses', async function () {
    this.timeout(120_000);
    const scorer = await drawScorer(document.body, states.cga);
    const person = new Person(scorer);
    const left = () => {
      const { state, screen } = person.session;
      return state === null ? [] : toAsk(state, screen.section ?? state.form.items[0]?.id);
    };
    for (const { id } of person.session.form.items) {
      if (person.presses.length > 0) await person.press({ kind: 'show-section', key: id });
      if (id === 'plan') await decide(person);
      await until(
        person,
        () => left().length === 0,
        async () => {
          await person.takeOffers();
          await person.answerAll();
        },
      );
    }
    await person.press('[data-press=finish]');
    expect(person.session.phase.state).to.equal('finished');
    const count = person.presses.length;
    expect(count, `${count}: ${person.presses.join(', ')}`).to.be.at.most(100);
  });
});

/** Two become problems; of the others it is said why not. */
async function decide(person: Person): Promise<void> {
  for (const rule of NEW_PROBLEMS)
    await person.pressWhereThere({ kind: 'decide-problem', how: 'accept', rule });
}

describe('the groups of the CGA', () => {
  before(bringInFront);

  const head = (scorer: FrailtyScorer, key: string) => {
    const item = itemAt(scorer.renderRoot, key);
    if (item === undefined) throw new Error(`No group ${key}`);
    return shownText(item);
  };

  it('are one line each with what is left, and closed again with their answers in words', async () => {
    const scorer = await drawScorer(document.body, states['cga-from-record']);
    expect(head(scorer, 'skin-wounds')).to.equal('Skin, wounds 2 to ask');
    expect(head(scorer, 'illness')).to.match(/^Illnesses, breathing, heart 4 to ask · 7 offered/);
    await press(scorer, { kind: 'open-group', key: 'skin-wounds', open: true });
    radio(scorer, 'skin-tool', 'none').click();
    await settled(scorer);
    const fold = controlIn(scorer.renderRoot, { kind: 'open-group', key: 'skin-wounds' });
    fold.focus();
    await press(scorer, { kind: 'open-group', key: 'skin-wounds', open: false });
    expect(head(scorer, 'skin-wounds')).to.match(/^Skin, wounds 1 to ask.*None/);
    expect(scorer.shadowRoot?.activeElement === fold).to.equal(true);
    expect(fold.ariaExpanded).to.equal('false');
  });

  it('take over what is shown of them by one press, and nothing before it', async () => {
    const scorer = await drawScorer(document.body, states['cga-from-record']);
    const given = () => Object.keys(new Person(scorer).session.state?.draft.answers ?? {});
    const before = scorer.renderRoot.querySelectorAll('[data-key=illness] .offer').length;
    expect([before > 1, given()]).to.deep.equal([true, []]);
    await press(scorer, { kind: 'use-all', group: 'illness' });
    expect(scorer.renderRoot.querySelectorAll('[data-key=illness] .offer').length).to.equal(0);
    expect(given()).to.include('conditions');
  });

  it('say once why nothing of them was assessed, and what was answered stays', async () => {
    const scorer = await drawScorer(document.body, states['cga-from-record']);
    await press(scorer, { kind: 'open-group', key: 'skin-wounds', open: true });
    radio(scorer, 'skin-tool', 'none').click();
    await settled(scorer);
    await press(scorer, { kind: 'open-not-assessed-group', group: 'skin-wounds' });
    await press(scorer, { kind: 'not-assessed-group', group: 'skin-wounds', state: 'refused' });
    const answers = new Person(scorer).session.state?.draft.answers ?? {};
    expect([answers['skin']?.state, answers['skin-tool']?.state]).to.deep.equal(['refused', 'given']);
  });

  it('say on their line how much was not assessed, and one press takes it back', async () => {
    const scorer = await drawScorer(document.body, states['cga-from-record']);
    const line = () =>
      shownText(
        scorer.renderRoot.querySelector('[data-key=skin-wounds] .fold') ??
          expect.fail('the group has no line'),
      );
    await press(scorer, { kind: 'open-group', key: 'skin-wounds', open: true });
    radio(scorer, 'skin-tool', 'none').click();
    await settled(scorer);
    const before = line();
    await press(scorer, { kind: 'open-not-assessed-group', group: 'skin-wounds' });
    await press(scorer, { kind: 'not-assessed-group', group: 'skin-wounds', state: 'refused' });
    expect(line()).to.match(/\d+ not assessed/);
    await press(scorer, { kind: 'ask-again', group: 'skin-wounds' });
    expect(line()).to.equal(before);
    expect(Object.keys(new Person(scorer).session.state?.draft.answers ?? {})).to.deep.equal(['skin-tool']);
  });

  it('are led to by "Next unanswered", and the list of sections stays in sight with its counts', async () => {
    const scorer = await drawScorer(document.body, states['cga-from-record']);
    expect(textIn(scorer, '.title')).to.match(/0 of (\d+) known, \1 to ask/);
    expect(textIn(scorer, '.tabs')).to.match(/Physical \d+ Function \d+/);
    const { state } = new Person(scorer).session;
    const [first, second] = state === null ? [] : toAsk(state, 'physical');
    await press(scorer, '[data-press=go-to-next]');
    expect(focusedKey(scorer)).to.equal(first);
    await press(scorer, '[data-press=go-to-next]');
    expect(focusedKey(scorer)).to.equal(second);
    const { position } = getComputedStyle(scorer.renderRoot.querySelector('.tabs') ?? scorer);
    expect(position).to.equal(innerHeight >= 640 ? 'sticky' : 'static');
  });
});

function focusedKey(scorer: FrailtyScorer): string | undefined {
  return scorer.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
}

describe('the height of the physical part', () => {
  for (const [width, height] of [
    [1280, 2000],
    [400, 4000],
  ] as const)
    it(`is at most ${height} px at ${width} px, from the record on`, async () => {
      const box = document.createElement('div');
      box.style.width = `${width}px`;
      document.body.append(box);
      for (const state of [states['cga-from-record'], states['cga-partly']]) {
        const scorer = await drawScorer(box, state);
        const panel = scorer.renderRoot.querySelector<HTMLElement>('#panel');
        expect(panel?.offsetHeight ?? Infinity).to.be.at.most(height);
        expect(textIn(scorer, '#panel')).to.contain('Pain, sleep, sight, hearing');
      }
      box.remove();
    });
});
