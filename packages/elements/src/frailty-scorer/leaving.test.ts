import type { CareActions, Receipt } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { settled } from '../../test/draw-scorer.ts';
import { keptDraft, openScorer, port, press, radio, sign, textIn } from '../../test/scorer-with-port.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { NOW, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';
import { IMPORTED } from './imported-form.fixtures.ts';

const { view } = states['news2-empty'];
const one = { resident: 'resident-1', view };
const other = { resident: 'resident-9', view: { ...view, resident: 'resident-9' } };

async function go(scorer: FrailtyScorer, to: object): Promise<void> {
  Object.assign(scorer, to);
  await settled(scorer);
}

/** Types without leaving the field. */
function type(scorer: FrailtyScorer, key: string, text: string): HTMLInputElement {
  const field = scorer.renderRoot.querySelector<HTMLInputElement>(
    `[data-key="${key}"] :is(.fields input:not([type=radio]), textarea)`,
  );
  if (field === null) throw new Error('no field');
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return field;
}

const respirations = (draft: Draft | undefined) => {
  const answer = draft?.answers['news2/rr'];
  return answer?.state === 'given' ? answer.values[0]?.value : null;
};

/** A port that remembers as it should. */
function remembering() {
  const kept = new Map<string, Draft>();
  return port({
    saveDraft: (draft) => {
      kept.set(draft.resident, draft);
      return Promise.resolve({ where: 'memory' });
    },
    loadDraft: (resident) => Promise.resolve(keptDraft(kept.get(resident))),
  });
}

describe('what is being typed', () => {
  it('is kept under its resident when the next one has died, when the form is locked, and when the page goes', async () => {
    const died = states.died.view;
    for (const leave of [
      (scorer: FrailtyScorer) => go(scorer, { resident: died?.resident, view: died }),
      (scorer: FrailtyScorer) => go(scorer, { readOnly: true }),
      async () => void window.dispatchEvent(new Event('pagehide')),
    ]) {
      const { actions, saved } = port();
      const { scorer } = await openScorer('news2', actions, { resident: 'resident-1' });
      type(scorer, 'news2/rr', '24');
      if (leave.length > 0 && died?.resident === 'resident-1') await go(scorer, {});
      await leave(scorer);
      await settled(scorer);
      expect(respirations(saved.at(-1))).to.equal(24);
      expect(saved.at(-1)?.resident).to.equal('resident-1');
    }
  });

  it('is not taken away by a draft that the page gives, nor by actions that arrive late', async () => {
    const { scorer } = await openScorer('news2', port().actions);
    const field = type(scorer, 'news2/rr', '24');
    await go(scorer, { draft: draftOf(formNamed('news2'), { 'news2/rr': 16 }) });
    expect([field.isConnected, field.value]).to.deep.equal([true, '24']);
    expect(textIn(scorer)).to.contain('This form was changed elsewhere.');
  });
});

/** Whether the browser asks before the page goes. */
function isAsked(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('before the page goes', () => {
  it('nobody is asked who has answered nothing, and everybody of whose answers something would be lost', async () => {
    const { scorer } = await openScorer('news2', port().actions);
    expect(isAsked()).to.equal(false);
    type(scorer, 'news2/rr', '24');
    expect(isAsked()).to.equal(true);
    await settled(scorer);
    await go(scorer, other);
    expect(isAsked(), 'of a form that is not in front any more').to.equal(true);
    scorer.remove();
    expect(isAsked()).to.equal(false);
  });

  it('nobody is asked whose answers are on the device, nor of a signature that was sent', async () => {
    const { scorer } = await openScorer('news2', {
      ...port().actions,
      saveDraft: () => Promise.resolve({ where: 'device', at: NOW, revision: '1' }),
      enqueue: () => Promise.resolve({ state: 'sent', at: NOW }),
    });
    type(scorer, 'news2/rr', '24').dispatchEvent(new Event('change', { bubbles: true }));
    await settled(scorer);
    expect(isAsked()).to.equal(false);
    await sign(scorer);
    expect(textIn(scorer)).to.contain('Nobody has seen it yet.');
    expect(isAsked()).to.equal(false);
  });

  it('is asked of whoever has signed what is held in memory alone', async () => {
    const draft = states['news2-complete'].draft ?? null;
    const { scorer } = await openScorer('news2', port().actions, { draft });
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer)).to.contain('NOT SENT');
    expect(isAsked()).to.equal(true);
  });
});

describe('a draft that the page gave', () => {
  it('takes the place of no later answers when its resident comes back', async () => {
    const draft = draftOf(formNamed('4at'), { '4at/alertness': '0' });
    const { scorer } = await openScorer('4at', remembering().actions, { draft });
    radio(scorer, '4at/amt4', '2').click();
    await settled(scorer);
    await go(scorer, other);
    await press(scorer, '[data-press=start-empty]');
    await go(scorer, one);
    expect(radio(scorer, '4at/amt4', '2').checked).to.equal(true);
  });

  it('is not open again once it was finished', async () => {
    const draft = states['news2-complete'].draft ?? null;
    const { actions, intents } = port();
    const { scorer } = await openScorer('news2', actions, { draft });
    await press(scorer, '[data-press=finish]');
    await go(scorer, { ...other, draft: null });
    await go(scorer, { ...one, draft });
    // It stands there as it was signed, with its undo.
    expect(scorer.renderRoot.querySelectorAll('[data-press=finish]').length).to.equal(0);
    expect(scorer.renderRoot.querySelectorAll('[data-press=withdraw]').length).to.equal(1);
    await press(scorer, '[data-press=start-from-finished]');
    expect(scorer.renderRoot.querySelectorAll('.form :checked').length).to.equal(0);
    await press(scorer, '[data-press=finish]');
    expect(
      intents.every(
        ({ what }, n) =>
          n === 0 || (what.kind === 'finish-assessment' && what.assessment.draft.id !== draft?.id),
      ),
    ).to.equal(true);
  });

  it('that was left unkept stays on screen when the page gives an older one', async () => {
    const { actions } = port({ saveDraft: () => Promise.reject(new Error('lost')) });
    const { scorer } = await openScorer('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    await go(scorer, other);
    await go(scorer, one);
    await go(scorer, { draft: draftOf(formNamed('4at'), { '4at/alertness': '0' }) });
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });
});

describe('a form that was left while it was being finished', () => {
  const draft = states['news2-complete'].draft ?? null;

  async function left() {
    let answer: ((receipt: Receipt) => void) | undefined;
    const { actions, intents } = port();
    const slow: CareActions = {
      ...actions,
      loadDraft: (resident) => Promise.resolve(resident === 'resident-1' ? keptDraft(draft) : null),
      enqueue: (intent) => {
        intents.push(intent);
        return new Promise((resolve) => (answer = resolve));
      },
    };
    const opened = await openScorer('news2', slow);
    await press(opened.scorer, '[data-press=finish]');
    await go(opened.scorer, other);
    return { ...opened, intents, answer: (receipt: Receipt) => answer?.(receipt) };
  }

  it('is not open a second time before it is known what became of it', async () => {
    const { scorer, intents, finished, answer } = await left();
    await go(scorer, one);
    expect(scorer.renderRoot.querySelector<HTMLButtonElement>('[data-press=finish]')?.disabled).to.equal(
      true,
    );
    answer({ state: 'held-in-memory' });
    await settled(scorer);
    expect([intents.length, finished.length]).to.deep.equal([1, 1]);
    expect(textIn(scorer, '.finish')).to.contain('Signed 21-Nov-2026');
  });

  it('and was refused says so wherever the reader is by then, and repeats the same wish', async () => {
    const { scorer, intents, answer } = await left();
    answer({ state: 'refused', at: NOW, why: 'The office is closed' });
    await settled(scorer);
    expect(textIn(scorer)).to.contain('A form that was open before is NOT FINISHED as far as is known.');
    await go(scorer, one);
    expect(textIn(scorer, '.finish')).to.contain('Not finished: The office is closed.');
    await press(scorer, '[data-press=finish]');
    expect(intents[0]?.id).to.equal(intents[1]?.id);
  });
});

describe('what is finished', () => {
  const draft = states['news2-complete'].draft ?? null;

  it('is no draft any more, although it could not be kept before', async () => {
    let reachable = false;
    const { actions, saved } = port({
      saveDraft: (one) => {
        saved.push(one);
        return reachable ? Promise.resolve({ where: 'memory' }) : Promise.reject(new Error('lost'));
      },
    });
    const { scorer } = await openScorer('news2', actions, { draft });
    radio(scorer, 'news2/acvpu', 'V').click();
    await settled(scorer);
    await press(scorer, '[data-press=finish]');
    expect(scorer.renderRoot.querySelectorAll('[data-press=save-all-again]').length).to.equal(0);
    reachable = true;
    const before = saved.length;
    await go(scorer, other);
    expect(textIn(scorer)).not.to.contain('not kept yet');
    expect(saved.length).to.equal(before);
  });

  it('is said to be finished although nothing is told of what becomes of it', async () => {
    const { actions } = port({
      watchReceipt: () => {
        throw new Error('lost');
      },
    });
    const { scorer, finished } = await openScorer('news2', actions, { draft });
    await press(scorer, '[data-press=finish]');
    expect(finished.length).to.equal(1);
    expect(textIn(scorer, '.finish')).not.to.contain('Not finished');
  });

  it('is signed by who signs it now, also after a try under another name', async () => {
    const { actions, intents } = port();
    let fails = true;
    const { scorer } = await openScorer(
      'news2',
      {
        ...actions,
        enqueue: (intent) => {
          intents.push(intent);
          return fails ? Promise.reject(new Error('lost')) : Promise.resolve({ state: 'held-in-memory' });
        },
      },
      { draft },
    );
    await press(scorer, '[data-press=finish]');
    fails = false;
    await go(scorer, { author: { name: 'Tom Reid', role: 'nurse' } });
    await press(scorer, '[data-press=finish]');
    const [, second] = intents.map(({ what }) =>
      what.kind === 'finish-assessment' ? what.assessment.by?.name : null,
    );
    expect(second).to.equal('Tom Reid');
    expect(textIn(scorer, '.finish')).to.contain('by Tom Reid');
  });

  it('has the totals that were there when it was signed', async () => {
    let say: ((values: readonly number[]) => void) | undefined;
    const form = {
      ...IMPORTED,
      items: [
        ...IMPORTED.items,
        {
          id: 'late',
          type: 'total',
          text: 'Late',
          expression: { op: 'foreign', language: 'text/fhirpath', text: 'x()', items: null },
        },
      ],
    } as typeof IMPORTED;
    const { scorer, finished } = await openScorer('', port().actions, {
      form,
      draft: draftOf(form, { sleep: 'poor', appetite: 'less', words: { type: 'text', value: 'x' } }),
      evaluator: { evaluate: () => new Promise((resolve) => (say = resolve)) },
    });
    // Whoever signs is told what will not be in it.
    expect(textIn(scorer, '.finish')).to.match(/Will stay without a score: .*Late/);
    await press(scorer, '[data-press=finish]');
    say?.([4]);
    await settled(scorer);
    expect(finished[0]?.assessment.totals['late']).to.equal(undefined);
    expect(textIn(scorer, '[data-key=late]')).to.contain('being worked out');
  });
});
