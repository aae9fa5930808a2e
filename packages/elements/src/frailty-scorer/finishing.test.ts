import type { CareActions, Receipt } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, radio, sign, textIn } from '../../test/scorer-with-port.ts';
import { NOW, NURSE, draftOf, states } from './frailty-scorer.fixtures.ts';
import { IMPORTED } from './imported-form.fixtures.ts';

describe('finishing', () => {
  const { draft } = states['news2-complete'];

  it('makes one intent of two presses, one event, and a form that nothing changes any more', async () => {
    const { actions, intents } = port();
    const { scorer, finished } = await openScorer('news2', actions, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]', 2);
    expect(intents.length).to.equal(1);
    expect(finished.length).to.equal(1);
    const assessment = finished[0]?.assessment;
    expect(assessment).to.equal(
      intents[0]?.what.kind === 'finish-assessment' ? intents[0].what.assessment : null,
    );
    expect(Object.isFrozen(assessment?.draft.answers['news2/rr'])).to.equal(true);
    expect(assessment?.by).to.deep.equal(NURSE);
    expect(textIn(scorer, '.finish')).to.contain('NOT SENT: lost if this browser closes');
    expect(scorer.renderRoot.querySelectorAll('.form input').length).to.equal(0);
  });

  it('keeps everything when it fails, and repeats the same wish under the same id', async () => {
    const receipts: (Receipt | Error)[] = [
      new Error('lost'),
      { state: 'refused', at: NOW, why: 'The office is closed' },
      { state: 'sent', at: NOW },
    ];
    const { actions, intents } = port();
    const asked: CareActions = {
      ...actions,
      enqueue: (intent) => {
        intents.push(intent);
        const next = receipts.shift();
        return next instanceof Error || next === undefined ? Promise.reject(next) : Promise.resolve(next);
      },
    };
    const { scorer, finished } = await openScorer('news2', asked, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer, '[role=alert]')).to.contain(
      'Not finished: no reason was given. Everything is still here.',
    );
    await press(scorer, '[data-press=finish]');
    expect(textIn(scorer, '[role=alert]')).to.contain('Not finished: The office is closed.');
    expect(finished).to.deep.equal([]);
    radio(scorer, 'news2/acvpu', 'V').click();
    await settled(scorer);
    await press(scorer, '[data-press=finish]');
    expect(intents[0]?.id).to.equal(intents[1]?.id);
    expect(intents[2]?.id).not.to.equal(intents[1]?.id);
    expect(finished.length).to.equal(1);
    expect(textIn(scorer, '.finish')).to.contain('Sent 14:20. Nobody has seen it yet.');
  });

  it('follows what becomes of it', async () => {
    let tell: ((receipt: Receipt) => void) | undefined;
    const { actions } = port({ watchReceipt: (_, onReceipt) => (tell = onReceipt) });
    const { scorer } = await openScorer('news2', actions, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]');
    tell?.({ state: 'seen', at: NOW, by: 'Dr P. Adeyemi' });
    await settled(scorer);
    expect(textIn(scorer, '.finish')).to.contain('Seen by Dr P. Adeyemi 14:20');
    tell?.({ state: 'given-up', at: NOW, by: 'Ana Lima', why: 'Written twice' });
    await settled(scorer);
    expect(textIn(scorer, '.finish')).to.contain('Given up by Ana Lima 14:20, not sent: Written twice');
  });

  it('leaves an incomplete score incomplete', async () => {
    const { actions } = port();
    const { scorer, finished } = await openScorer('news2', actions, {
      draft: states['news2-incomplete'].draft ?? null,
    });
    await sign(scorer);
    const [score] = finished[0]?.assessment.scores ?? [];
    expect([score?.status, score?.total]).to.deep.equal(['incomplete', null]);
  });

  it('waits for what the form asks for, says it with links, and moves the focus there', async () => {
    const scorer = await drawScorer(document.body, states.imported);
    const stops = textIn(scorer, '#stops');
    expect(stops).to.contain('Sleep in the last week is asked for by this form');
    expect(scorer.shadowRoot?.activeElement?.id).to.equal('stops');
    await press(scorer, { kind: 'go-to', key: 'sleep' });
    expect(scorer.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key']).to.equal(
      'sleep',
    );
  });

  it('takes as the moment of being seen only one that has passed', async () => {
    const { scorer, finished } = await openScorer('news2', port().actions, { draft: draft ?? null });
    const set = async (...values: string[]) => {
      for (const [index, value] of values.entries()) {
        const field = scorer.renderRoot.querySelectorAll<HTMLInputElement>('[data-press=type-seen]')[index];
        if (field === undefined) throw new Error('The field has gone.');
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await settled(scorer);
      }
    };
    await set('22', '11', '2026', '09:00');
    expect(textIn(scorer, '#seen')).to.equal('Give a date and time that has passed.');
    await set('20', '11', '2026', '09:05');
    expect(textIn(scorer, '#seen')).to.equal('');
    await press(scorer, '[data-press=finish]');
    expect(finished[0]?.assessment.draft.assessedAt).to.equal('2026-11-20T09:05:00Z');
  });

  it('of an assessment, counts what is required, or may be left out, as nothing to finish without', async () => {
    const text = (id: string, more = {}) => ({ id, type: 'text', text: id, ...more }) as const;
    const [must, may] = [{ required: true }, { optional: true }];
    const items = [text('a', must), text('b'), text('c'), text('d'), text('e', may), text('f', may)];
    const form = { id: 'short', title: 'Short', version: '1', items, problemRules: [], deficits: null };
    const { actions } = port();
    const { scorer } = await openScorer('', actions, { form });
    expect(textIn(scorer, '.finish')).to.contain('a is asked for by this form');
    expect(textIn(scorer, '.finish')).to.contain('3 questions not answered. You can finish without them.');
    const draft = draftOf(form, { a: { type: 'text', value: 'yes' } });
    const { scorer: begun } = await openScorer('', actions, { form, draft });
    await press(begun, '[data-press=finish]');
    expect(textIn(begun, '.finish')).to.contain('Only 1 of 4 questions answered. Sign it all the same?');
    expect(textIn(begun, '.finish')).to.contain('3 questions not answered. You can finish without them.');
  });

  it('lets a new one start from it, whose answers are offers with the date of the last', async () => {
    const said = { type: 'text', value: 'slept in the chair' } as const;
    const whole = draftOf(IMPORTED, { sleep: 'poor', appetite: 'less', words: said });
    const { scorer, answers } = await openScorer('', port().actions, { form: IMPORTED, draft: whole });
    await press(scorer, '[data-press=finish]');
    await press(scorer, '[data-press=start-from-finished]');
    expect(scorer.renderRoot.querySelectorAll(':checked').length).to.equal(0);
    expect(textIn(scorer, '[data-key=appetite]')).to.match(/less than usual.*21-Nov-2026/);
    expect(answers).to.deep.equal([]);
  });
});

describe('the facts for the plan', () => {
  it('say nothing about the date of what is not recorded', async () => {
    const { view } = states['cga-plan'];
    if (view === undefined) throw new Error('fixture');
    const events = { ...view.sections.events, content: { kind: 'not-recorded' } };
    const sections = { ...view.sections, events } as typeof view.sections;
    const { scorer } = await openScorer('cga', port().actions, { view: { ...view, sections } });
    await press(scorer, { kind: 'show-section', key: 'plan' });
    const facts = textIn(scorer, '.facts');
    expect(facts).to.contain('Stays in hospital: nothing recorded');
    expect(facts).not.to.contain('date not recorded');
  });
});

describe('a candidate problem', () => {
  it('goes on the list only by a press, and is dismissed only with a reason', async () => {
    const { scorer, answers } = await openScorer('cga', port().actions, {
      draft: states['cga-plan'].draft ?? null,
    });
    await press(scorer, { kind: 'show-section', key: 'plan' });
    expect(textIn(scorer, '[aria-labelledby=problems]')).to.contain('Weight loss');
    expect(answers).to.deep.equal([]);
    await press(scorer, { kind: 'decide-problem', how: 'accept' });
    expect(answers.length).to.equal(1);
    const answer = answers[0]?.answer;
    expect(answer?.state === 'given' ? answer.values[0]?.value : null).to.equal('Weight loss');
    await press(scorer, { kind: 'word-problem', how: 'dismiss' });
    await press(scorer, { kind: 'decide-problem', how: 'dismiss' });
    expect(textIn(scorer, '[aria-labelledby=problems]')).not.to.contain('Not a problem:');
    const field = scorer.renderRoot.querySelector<HTMLInputElement>('input[data-press=word-problem]');
    if (field === null) throw new Error('no field for the reason');
    field.value = 'seen by the speech therapist';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(scorer);
    await press(scorer, { kind: 'decide-problem', how: 'dismiss' });
    expect(textIn(scorer, '[aria-labelledby=problems]')).to.contain(
      'Not a problem: seen by the speech therapist',
    );
  });
});

describe('whose form it is', () => {
  it('is said in the order of the patient banner, or that it is not known here', async () => {
    expect(textIn(await drawScorer(document.body, states['news2-complete']), '.banner')).to.equal(
      'ASHWORTH, Margaret Anne (Mrs) Born 14-Jul-1941 NHS No. 999 000 0018 Room 12 ' +
        '▲ Another ASHFORTH, Margaret (Miss) lives here: room 7, born 11-Feb-1940',
    );
    const unknown = await drawScorer(document.body, states['no-record']);
    expect(textIn(unknown, '.banner')).to.contain('Make sure who this is before you go on.');
  });

  it('decides that nothing is answered of somebody who died, or of whom the data are not', async () => {
    const died = await drawScorer(document.body, states.died);
    expect(textIn(died)).to.contain('This person has died.');
    expect(died.renderRoot.querySelectorAll('.form input').length).to.equal(0);
    const mismatch = await drawScorer(document.body, states.mismatch);
    expect(textIn(mismatch)).to.equal(
      'Could not show: the data are about another resident. Nothing of them is shown.',
    );
  });
});
