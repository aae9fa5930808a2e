import type { CareActions } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { settled } from '../../test/draw-scorer.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { openScorer, port, press, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

const { draft = null } = states['news2-complete'];
const DEADLINE_MS = 30_000;

/** A method of a port that answers when the test says so, if ever. */
function silent(method: keyof CareActions) {
  let answer: (value: unknown) => void = () => undefined;
  const { actions } = port();
  const asked = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  return {
    actions: { ...actions, [method]: asked },
    answers: (value: unknown) => answer(value),
  };
}

const changeAnswer = (scorer: HTMLElement & { renderRoot: ParentNode }) =>
  scorer.renderRoot.querySelector<HTMLElement>('[data-key="news2/oxygen"] input')?.click();

describe('a port of the page that does not answer', () => {
  it('S6: leaves nobody waiting to open a form, and opens it when the answer comes late', async () => {
    const timers = holdTimers(DEADLINE_MS);
    const { actions, answers } = silent('loadDraft');
    const { scorer } = await openScorer('news2', actions);
    expect(textIn(scorer)).to.contain('Looking for answers');
    timers.release();
    await settled(scorer);
    expect(textIn(scorer)).to.contain(
      'Whether answers of this form were kept is not known: no answer in time.',
    );
    answers({ draft });
    await settled(scorer);
    expect(textIn(scorer)).to.contain('Finish and sign');
  });

  it('S6: is not called "saving" for ever, nor "not kept" while that is not known', async () => {
    const { actions, answers } = silent('saveDraft');
    const { scorer } = await openScorer('news2', actions, { draft });
    const timers = holdTimers(DEADLINE_MS);
    changeAnswer(scorer);
    await settled(scorer);
    expect(textIn(scorer, '.bar')).to.contain('Saving');
    timers.release();
    await settled(scorer);
    expect(textIn(scorer, '.bar')).to.contain('Not known to be kept: no answer in time');
    answers({ where: 'memory' });
    await settled(scorer);
    expect(textIn(scorer, '.bar')).to.contain('Kept only while this page is open');
  });

  it('S6: is not finishing for ever, and a signature that arrives late counts once', async () => {
    const { actions, answers } = silent('enqueue');
    const { scorer, finished } = await openScorer('news2', actions, { draft });
    const timers = holdTimers(DEADLINE_MS);
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer)).to.contain('Finishing');
    timers.release();
    await settled(scorer);
    expect(textIn(scorer)).to.contain(
      'Not known to be finished: no answer in time. Everything is still here.',
    );
    answers({ state: 'held-in-memory' });
    await settled(scorer);
    expect(finished).to.have.length(1);
    expect(textIn(scorer)).to.contain('NOT SENT: lost if this browser closes');
  });

  it('S6: is not taken for one that knows of no unfinished form', async () => {
    const timers = holdTimers(DEADLINE_MS);
    const { actions, answers } = silent('listDrafts');
    const { scorer } = await openScorer('', actions);
    timers.release();
    await settled(scorer);
    expect(textIn(scorer)).to.contain('Whether a form was begun is not known: no answer in time.');
    answers([]);
    await settled(scorer);
    expect(textIn(scorer)).not.to.contain('Whether a form was begun');
  });

  it('answers in time, and the deadline says nothing any more', async () => {
    const timers = holdTimers(DEADLINE_MS);
    const { scorer, finished } = await openScorer('news2', port().actions, { draft });
    await press(scorer, '[data-press=finish]');
    timers.release();
    await settled(scorer);
    expect(finished).to.have.length(1);
    expect(textIn(scorer)).not.to.contain('no answer in time');
  });
});
