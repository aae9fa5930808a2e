import type { Draft } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, radio, sign, textIn } from '../../test/scorer-with-port.ts';
import { NURSE, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';

async function type(scorer: FrailtyScorer, selector: string, value: string): Promise<void> {
  const field = scorer.renderRoot.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`No field at ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(scorer);
}

const NAME = '[data-press=name-author]';
const ROLE = 'label:last-child > [data-press=name-author]';

describe('before a form is signed', () => {
  it('what was said in different ways is settled by a person, one by one, with nothing chosen for them', async () => {
    const { actions, intents } = port();
    const { draft } = states['cga-disputed'];
    const { scorer, answers } = await openScorer('cga', actions, { draft: draft ?? null });
    const disputes = textIn(scorer, '#disputes');
    expect(disputes).to.contain('Answered in different ways (3 to settle)');
    expect(disputes).to.match(
      /Swallowing No difficulty Ben Okafor, nurse Use this.*Difficulty Grace Mensah, nurse/,
    );
    expect(disputes).to.match(/Pain, as they say taken back by one of them/);
    await press(scorer, '[data-press=finish]');
    expect(intents).to.deep.equal([]);
    expect(textIn(scorer, '#stops')).to.contain('Answered in different ways is to be settled');
    await press(scorer, { kind: 'settle', dispute: 0, said: 1 });
    const answer = answers[0]?.answer;
    expect([answers[0]?.key, answer?.by?.name]).to.deep.equal(['swallow', 'Grace Mensah']);
    await press(scorer, { kind: 'settle', dispute: 0, said: 1 });
    await press(scorer, '[data-press=settle]');
    expect(scorer.renderRoot.querySelectorAll('#disputes').length).to.equal(0);
    await sign(scorer);
    const what = intents[0]?.what;
    const finished = what?.kind === 'finish-assessment' ? what.assessment.draft : null;
    expect(finished?.assessedAt).to.equal('2026-11-20T09:00:00Z');
  });

  it('somebody says who is answering, where the page does not, and it goes into answers and signature', async () => {
    const { actions, intents } = port();
    const { scorer, answers } = await openScorer('4at', actions, { author: null });
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    await press(scorer, '[data-press=finish]');
    expect(intents).to.deep.equal([]);
    expect(textIn(scorer, '#stops')).to.contain('Who is answering is not said');
    await press(scorer, '[data-press=move-focus]');
    expect(scorer.shadowRoot?.activeElement?.matches(NAME)).to.equal(true);
    await type(scorer, NAME, 'Ben Okafor');
    await type(scorer, ROLE, 'senior carer');
    radio(scorer, '4at/amt4', '0').click();
    await settled(scorer);
    expect(answers.map(({ answer }) => answer?.by?.name ?? null)).to.deep.equal([null, 'Ben Okafor']);
    await sign(scorer);
    expect(textIn(scorer, '.finish')).to.contain('Signed 21-Nov-2026 14:20 by Ben Okafor, senior carer.');
  });

  it('a name that was typed at one form is not asked less of the next', async () => {
    const { scorer } = await openScorer('4at', port().actions, { author: null });
    await type(scorer, NAME, 'Ben Okafor');
    const { view } = states['news2-empty'];
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    expect(scorer.renderRoot.querySelector<HTMLInputElement>(NAME)?.value).to.equal('');
  });

  it('an instrument that is none of ours is said to have no score here', async () => {
    const scorer = await drawScorer(document.body, states['unknown-instrument']);
    expect(textIn(scorer, '.headline')).to.equal('Mood in eight questions: cannot be scored here');
    expect(textIn(scorer, '.form')).to.contain('cannot score');
  });
});

describe('a re-assessment', () => {
  it('says what changed since the last one, and shows only that when asked', async () => {
    const scorer = await drawScorer(document.body, states['cga-partly']);
    expect(textIn(scorer)).to.match(
      /Since 03-Mar-2026.*: Clinical Frailty Scale: not comparable, a version is not stated · 3 changed/,
    );
    await press(scorer, '[data-press=show-only-changed]');
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
    const only = textIn(scorer, '[aria-labelledby=changes]');
    expect(only).to.match(/Transfers Without help → With one person/);
    expect(only).not.to.contain('Swallowing');
    expect(textIn(scorer, '[data-press=show-only-changed]')).to.equal('Show all questions');
    await press(scorer, { kind: 'go-to', key: 'transfers' });
    expect(scorer.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key']).to.equal(
      'transfers',
    );
  });
});

describe('the hint of a dementia', () => {
  it('stands beside the level as words, where the place may be led to one, and answers nothing', async () => {
    const scorer = await drawScorer(document.body, states['cga-cfs-hint']);
    expect(textIn(scorer, '.form')).to.contain(
      'A hint, no answer: with a dementia of this degree the level is often 7.',
    );
    expect(scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="cfs/level"] input')?.value).to.equal(
      '',
    );
    expect(textIn(scorer, '.bar')).not.to.contain('7 of 9');
  });

  it('is not given without the permission, nor for somebody under 65', async () => {
    const { place: _, ...without } = states['cga-cfs-hint'];
    const { view: young } = states['cfs-warning'];
    for (const state of [without, { ...states['cga-cfs-hint'], ...(young && { view: young }) }]) {
      expect(textIn(await drawScorer(document.body, state), '.form')).not.to.contain('A hint');
    }
  });
});

describe('what comes from elsewhere while a form is answered', () => {
  const open = () => openScorer('4at', port().actions, { draft: draftOf(formNamed('4at'), {}) });
  const theirs = (draft: Draft): Draft => ({
    ...draft,
    changedAt: '2026-11-21T14:31:00Z',
    answers: draftOf(formNamed('4at'), { '4at/alertness': 'abnormal', '4at/amt4': '2' }).answers,
  });

  it('is said, takes no answer away, and is put together with it by a press', async () => {
    const { scorer } = await open();
    const given = scorer.draft;
    if (given === null) throw new Error('fixture');
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    scorer.draft = theirs(given);
    await settled(scorer);
    expect(textIn(scorer)).to.contain('This form was changed elsewhere. What is on screen stays as it is.');
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
    expect(radio(scorer, '4at/alertness', 'abnormal').checked).to.equal(false);
    await press(scorer, '[data-press=merge]');
    expect(radio(scorer, '4at/alertness', 'abnormal').checked).to.equal(true);
    expect(textIn(scorer, '#disputes')).to.contain('1 to settle');
    expect(scorer.renderRoot.querySelectorAll('[data-key="4at/amt4"] :checked').length).to.equal(0);
  });

  it('is nothing where the page only hands back what was answered here', async () => {
    const { scorer, answers } = await open();
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    radio(scorer, '4at/alertness', 'normal').click();
    await settled(scorer);
    for (const { draft } of answers) {
      scorer.draft = JSON.parse(JSON.stringify(draft)) as Draft;
      await settled(scorer);
      expect(textIn(scorer)).not.to.contain('changed elsewhere');
      expect(radio(scorer, '4at/alertness', 'normal').checked).to.equal(true);
    }
  });

  it('of another resident is no draft of this form, whatever it holds', async () => {
    const { scorer } = await open();
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    scorer.draft = { ...theirs(draftOf(formNamed('4at'), {})), resident: 'resident-9' };
    await settled(scorer);
    expect(textIn(scorer)).not.to.contain('changed elsewhere');
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('of the record is said once, beside the new offer', async () => {
    const { scorer } = await openScorer('cfs', port().actions);
    await type(scorer, '[data-key="cfs/level"] input', '5');
    const { view } = states['name-unknown'];
    if (view === undefined) throw new Error('fixture');
    scorer.view = { ...view, resident: 'resident-1' };
    await settled(scorer);
    expect(textIn(scorer)).to.contain('The record has changed since this form was opened.');
    await press(scorer, '[data-press=note-changes]');
    expect(textIn(scorer)).not.to.contain('The record has changed');
  });

  it('of a newer last assessment waits for a press', async () => {
    const { previous } = states['cga-partly'];
    if (previous === undefined) throw new Error('fixture');
    const { scorer } = await openScorer('cga', port().actions, { previous, author: NURSE });
    await press(scorer, { kind: 'show-section', key: 'physical' });
    await press(scorer, { kind: 'open-group', key: 'comfort' });
    radio(scorer, 'sleep', 'good').click();
    await settled(scorer);
    const seen = { ...previous.draft, assessedAt: '2026-09-01T10:00:00Z' };
    scorer.previous = { ...previous, draft: seen, finishedAt: '2026-09-01T23:40:00Z' };
    await settled(scorer);
    expect(textIn(scorer)).to.match(/Since 03-Mar-2026/);
    // By the clock on the wall: at 23:40 by the world's clock it was past midnight here, in summer.
    expect(textIn(scorer)).to.contain('There is another last assessment, finished 02-Sep-2026.');
    await press(scorer, '[data-press=adopt-previous]');
    expect(textIn(scorer)).to.match(/Since 01-Sep-2026/);
    expect(radio(scorer, 'sleep', 'good').checked).to.equal(true);
  });
});
