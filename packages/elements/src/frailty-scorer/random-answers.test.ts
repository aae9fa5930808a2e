import { openForm } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { CareActions } from '@ehch/clinical';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { a11yTree, everyNode, spokenText, squeeze } from '../../test/a11y-tree.ts';
import { settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/draw-summary.ts';
import { bringInFront } from '../../test/in-front.ts';
import type { EhchAnswerEvent } from './events.ts';
import { NOW, NURSE, formNamed } from './frailty-scorer.fixtures.ts';
import { assessments } from './assessments/index.ts';
import { headline } from './score-bar.ts';
import './index.ts';

const STEPS = 240;
const ASK_TREE_EVERY = 12;
const TEXTS = ['', '3', '16', '97', '36.6', '124', '500', '58,2', 'abc'];

/** One scorer of one resident, with all that was heard of it. */
class Seat {
  readonly scorer = document.createElement('ehch-frailty-scorer');
  readonly events: EhchAnswerEvent[] = [];
  readonly form: FormDefinition;

  constructor(resident: string, assessment: string, place: HTMLElement) {
    this.form = formNamed(assessment);
    Object.assign(this.scorer, { resident, assessment, author: NURSE });
    this.scorer.addEventListener('ehch-answer', (event) => this.events.push(event));
    place.append(this.scorer);
  }

  get draft(): Draft | null {
    return this.events.at(-1)?.draft ?? null;
  }

  all(selector: string): HTMLInputElement[] {
    return [...this.scorer.renderRoot.querySelectorAll<HTMLInputElement>(selector)];
  }

  /** Presses or types at any control of the form. */
  async act(at: number, text: number): Promise<void> {
    const controls = this.all('.form :is(input, textarea, button)');
    const control = controls[at % controls.length];
    if (control === undefined) throw new Error('Nothing can be pressed.');
    control.focus();
    if (control.matches('button, [type=radio], [type=checkbox]')) control.click();
    else {
      control.value = TEXTS[text % TEXTS.length] ?? '';
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await settled(this.scorer);
  }

  /** Screen, properties, events and kept draft say the same, worked out from the draft alone. */
  check(kept: Draft | undefined): void {
    const { draft, scorer, form } = this;
    if (draft === null) return;
    expect(draft.resident).to.equal(scorer.resident);
    expect(kept, 'kept').to.deep.equal(draft);
    const given = Object.entries(draft.answers).flatMap(([key, answer]) =>
      answer.state === 'given' ? answer.values.map((value) => ({ key, value })) : [],
    );
    const chosen = given.filter(({ value }) => value.type === 'option' || value.type === 'boolean');
    expect(this.#checked(), 'radios').to.deep.equal(
      chosen.map(({ key, value }) => `${key} ${value.value}`).sort(),
    );
    const texts = given.filter(({ value }) => value.type === 'number' || value.type === 'text');
    const typed = this.all('.item').flatMap((item) => {
      const key = item.dataset['key'] ?? '';
      const field = item.querySelector<HTMLInputElement>(':is(.fields input:not([type=radio]), textarea)');
      const standing = field === null || field.value === '' || field.getAttribute('aria-invalid') === 'true';
      return standing ? [] : [`${key} ${field.value}`];
    });
    expect(typed.sort(), 'texts').to.deep.equal(
      texts
        .map(
          ({ key, value }) =>
            `${key} ${value.type === 'number' ? (value.entered?.value ?? value.value) : value.value}`,
        )
        .sort(),
    );
    const state = openForm(form, draft, { instruments });
    expect(shownText(this.all('.headline')[0] ?? scorer), 'score').to.equal(
      headline(state, { scored: null }, assessments, 1),
    );
  }

  #checked(): string[] {
    return this.all('[data-press=choose] :checked')
      .map((one) => `${one.closest<HTMLElement>('[data-key]')?.dataset['key']} ${one.value}`)
      .sort();
  }
}

describe('three scorers of three residents', () => {
  before(bringInFront);

  it('stay apart under random hands: screen, tree, properties, events and kept drafts say the same', async function () {
    this.timeout(180_000);
    const kept = new Map<string, Draft>();
    const actions: CareActions = {
      saveDraft: (draft) => {
        kept.set(`${draft.resident} ${draft.form.id}`, JSON.parse(JSON.stringify(draft)) as Draft);
        return Promise.resolve({ where: 'memory' });
      },
      loadDraft: () => Promise.resolve(null),
      enqueue: () => Promise.resolve({ state: 'held-in-memory' }),
      watchReceipt: () => undefined,
    };
    const provider = document.createElement('ehch-provider');
    Object.assign(provider, { actions, clock: () => NOW });
    document.body.append(provider);
    const seats = [
      new Seat('resident-1', '4at', provider),
      new Seat('resident-2', '4at', provider),
      new Seat('resident-3', 'news2', provider),
    ];
    await Promise.all(seats.map(({ scorer }) => settled(scorer)));
    const [steps = []] = fc.sample(
      fc.array(fc.tuple(fc.nat(2), fc.nat(), fc.nat()), { minLength: STEPS, maxLength: STEPS }),
      { seed: 20261121, numRuns: 1 },
    );
    for (const [n, [who, at, text]] of steps.entries()) {
      const seat = seats[who];
      if (seat === undefined) throw new Error('fixture');
      const before = seats.map(({ events }) => events.length);
      await seat.act(at, text);
      for (const [index, { events }] of seats.entries()) {
        const more = events.length - (before[index] ?? 0);
        expect(more, 'events').to.be.at.most(index === who ? 1 : 0);
      }
      for (const one of seats) one.check(kept.get(`${one.scorer.resident} ${one.form.id}`));
      if (n % ASK_TREE_EVERY === 0) await checkTree(seats);
    }
    const events = seats.flatMap((seat) => seat.events);
    expect(events.length).to.be.greaterThan(60);
    for (const { draft, key, answer, score } of events) {
      expect(Object.isFrozen(draft) && Object.isFrozen(draft.answers)).to.equal(true);
      if (key === null) throw new Error('These presses are at one question each.');
      expect(answer).to.equal(draft.answers[key] ?? null);
      expect(score?.instrument).to.equal(key.split('/')[0]);
      expect(score?.version).to.equal(instruments.find(({ id }) => id === score?.instrument)?.version);
    }
    provider.remove();
  });
});

async function checkTree(seats: readonly Seat[]): Promise<void> {
  const tree = await a11yTree();
  const spoken = spokenText(tree);
  for (const seat of seats)
    expect(spoken).to.contain(squeeze(shownText(seat.all('.headline')[0] ?? seat.scorer)));
  const told = everyNode(tree) as readonly (ReturnType<typeof everyNode>[number] & {
    readonly checked?: boolean;
  })[];
  const radios = seats.flatMap((seat) => seat.all('[type=radio]'));
  expect(told.filter(({ role }) => role === 'radio').map(({ checked }) => checked === true)).to.deep.equal(
    radios.map(({ checked }) => checked),
  );
}
