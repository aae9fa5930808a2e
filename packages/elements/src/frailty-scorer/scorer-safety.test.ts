import { instruments } from '@ehch/clinical';
import type { CareActions, CareIntent, Draft, Receipt } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { drawProvider, shownText } from '../../test/draw-summary.ts';
import type { EhchAnswerEvent, EhchAssessmentFinishedEvent } from './events.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { NOW, NURSE, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';
import { IMPORTED } from './imported-form.fixtures.ts';

const { view } = states['news2-empty'];
const COMPLETE = states['news2-complete'];

function text(scorer: FrailtyScorer, selector = '.base'): string {
  const part = scorer.renderRoot.querySelector(selector);
  if (part === null) throw new Error(`Nothing is drawn at ${selector}`);
  return shownText(part);
}

async function press(scorer: FrailtyScorer, selector: string, times = 1): Promise<void> {
  const control = scorer.renderRoot.querySelector<HTMLElement>(selector);
  if (control === null) throw new Error(`Nothing to press at ${selector}`);
  for (let n = 0; n < times; n += 1) control.click();
  await settled(scorer);
}

function radio(scorer: FrailtyScorer, key: string, value: string): HTMLInputElement {
  const found = scorer.renderRoot.querySelector<HTMLInputElement>(
    `[data-key="${key}"] input[value="${value}"]`,
  );
  if (found === null) throw new Error(`No option ${value} at ${key}`);
  return found;
}

/** A port whose every answer the test gives. */
function port(part: Partial<CareActions> = {}) {
  const intents: CareIntent[] = [];
  const saved: Draft[] = [];
  const actions: CareActions = {
    saveDraft: (draft) => {
      saved.push(draft);
      return Promise.resolve({ where: 'memory' });
    },
    loadDraft: () => Promise.resolve(null),
    enqueue: (intent) => {
      intents.push(intent);
      return Promise.resolve({ state: 'held-in-memory' });
    },
    watchReceipt: () => undefined,
    ...part,
  };
  return { actions, intents, saved };
}

async function open(assessment: string, actions: CareActions, part: Partial<FrailtyScorer> = {}) {
  const provider = drawProvider({ actions });
  const scorer = document.createElement('ehch-frailty-scorer');
  Object.assign(scorer, { view, assessment, author: NURSE, ...part });
  const finished: EhchAssessmentFinishedEvent[] = [];
  const answers: EhchAnswerEvent[] = [];
  scorer.addEventListener('ehch-assessment-finished', (event) => finished.push(event));
  scorer.addEventListener('ehch-answer', (event) => answers.push(event));
  provider.append(scorer);
  await settled(scorer);
  return { provider, scorer, finished, answers };
}

describe('a score', () => {
  it('has nothing chosen and no number before anybody answered, in any instrument', async () => {
    const { scorer } = await open('news2', port().actions);
    for (const { id } of instruments) {
      scorer.assessment = id;
      await settled(scorer);
      expect(scorer.renderRoot.querySelectorAll(':checked').length, id).to.equal(0);
      const typed = [
        ...scorer.renderRoot.querySelectorAll<HTMLInputElement>('.form :is(input:not([type]), textarea)'),
      ];
      expect(typed.filter(({ value }) => value !== '').length, id).to.equal(0);
      expect(text(scorer, '.headline'), id).to.match(/: not answered yet$/);
    }
  });

  it('says a single 3, the band that an incomplete set has reached, and that a worry is enough', async () => {
    expect(text(await drawScorer(document.body, states['news2-single-3']), '.headline')).to.equal(
      'NEWS2: 3 of 20 · low-medium · complete · one part alone scores 3',
    );
    const incomplete = await drawScorer(document.body, states['news2-incomplete']);
    expect(text(incomplete, '.headline')).to.contain(
      'so far at least 6 of 20 · 4 parts missing · already medium',
    );
    expect(text(incomplete)).to.contain('A worry is enough: no score lowers it.');
  });

  it('is not asked of the dying, in the chooser or by name, and says why', async () => {
    const named = await drawScorer(document.body, states['last-days']);
    expect(text(named)).to.contain('NEWS2 is not offered: a plan for the last days of life is recorded');
    expect(named.renderRoot.querySelector('input')).to.equal(null);
    const chooser = await drawScorer(document.body, states['last-days-chooser']);
    expect(chooser.renderRoot.querySelector('[data-key=news2]')).to.equal(null);
    expect(text(chooser)).to.contain('NEWS2 · not offered: a plan for the last days of life is recorded');
  });

  it('warns where the Clinical Frailty Scale is not valid, and never stops the entry', async () => {
    const scorer = await drawScorer(document.body, states['cfs-warning']);
    for (const words of ['not validated under 65', 'learning disability', 'acutely unwell now']) {
      expect(text(scorer, '[aria-labelledby=parts]')).to.contain(words);
    }
    expect(text(scorer, '.headline')).to.contain('6 of 9 · moderate · complete');
  });

  it('says why it is what it is: inputs with dates and points, what is missing, rule, version and citation', async () => {
    const scorer = await drawScorer(document.body, states['news2-why']);
    const why = text(scorer, '.why');
    expect(why).to.contain('Breaths in a minute: 16 0 points · 21-Nov-2026');
    expect(why).to.contain('Temperature: not assessed: refused (asleep) no points');
    expect(why).to.contain('RCP 2017');
    expect(why).to.contain('ISBN 978-1-86016-682-2');
    await press(scorer, '.why [data-press=why]');
    expect(scorer.renderRoot.querySelector('.why')).to.equal(null);
  });

  it('is spoken once after a pause, and not when the form opens', async () => {
    const { scorer } = await open('4at', port().actions);
    const live = () => scorer.renderRoot.querySelector('[role=status].spoken')?.textContent;
    const said: (string | undefined)[] = [];
    const observer = new MutationObserver(() => said.push(live()));
    observer.observe(scorer.renderRoot, { subtree: true, characterData: true, childList: true });
    for (const [key, value] of [
      ['4at/alertness', 'normal'],
      ['4at/amt4', '1'],
      ['4at/months', '7plus'],
    ] as const) {
      radio(scorer, key, value).click();
      await settled(scorer);
    }
    expect(live()).to.equal('');
    await new Promise((resolve) => {
      setTimeout(resolve, 1300);
    });
    await settled(scorer);
    observer.disconnect();
    expect([...new Set(said.filter((words) => words !== ''))]).to.deep.equal([
      '4AT: so far at least 1 of 12 · 1 part missing · already possible cognitive impairment',
    ]);
  });
});

/** Of the right resident and form, and nothing else right. */
const BROKEN = '{"resident":"resident-1","form":{"id":"4at"},"answers":7}';

describe('a draft', () => {
  it('is handed to the port on every answer, and is there again when the form is opened again', async () => {
    const kept = new Map<string, Draft>();
    const { actions } = port({
      saveDraft: (draft) => {
        kept.set(draft.resident, draft);
        return Promise.resolve({ where: 'device', at: NOW });
      },
      loadDraft: (resident) => Promise.resolve(kept.get(resident) ?? null),
    });
    const first = await open('4at', actions);
    radio(first.scorer, '4at/amt4', '1').click();
    await settled(first.scorer);
    expect(text(first.scorer, '.figures')).to.contain('Saved on this device 14:20');
    const second = await open('4at', actions);
    expect(radio(second.scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('that cannot be read opens no form over it before a person says so', async () => {
    const scorer = await drawScorer(document.body, states['load-failed']);
    expect(text(scorer)).to.contain(
      'Whether answers of this form were kept is not known: no answer in time.',
    );
    expect(scorer.renderRoot.querySelector('.form')).to.equal(null);
    await press(scorer, '[data-press=empty]');
    expect(scorer.renderRoot.querySelector('.form')).not.to.equal(null);
  });

  it('that arrives after the form was opened by another asking takes no answer away', async () => {
    const loads: ((draft: Draft | null) => void)[] = [];
    let fails = true;
    const { actions } = port({
      loadDraft: () => {
        if (fails) return Promise.reject(new Error('lost'));
        return new Promise((resolve) => loads.push(resolve));
      },
    });
    const { scorer } = await open('4at', actions);
    fails = false;
    await press(scorer, '[data-press=load]', 2);
    expect(loads.length).to.equal(2);
    loads[0]?.(null);
    await settled(scorer);
    radio(scorer, '4at/amt4', '1').click();
    loads[1]?.(draftOf(formNamed('4at'), { '4at/amt4': '2' }));
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('that was not kept is said to be so, beside a way to try again, also when its form has gone', async () => {
    let reachable = false;
    const { actions, saved } = port({
      saveDraft: (draft) => {
        saved.push(draft);
        return reachable ? Promise.resolve({ where: 'memory' }) : Promise.reject(new Error('lost'));
      },
    });
    const { scorer } = await open('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    expect(text(scorer, '.figures')).to.contain('Not kept: no reason was given');
    scorer.view = states['long-name'].view ?? null;
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    expect(text(scorer)).to.contain('Answers to a form that was open before are not kept yet.');
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(false);
    reachable = true;
    await press(scorer, '.card [data-press=keep]');
    expect(saved.at(-1)?.resident).to.equal('resident-1');
    expect(text(scorer)).not.to.contain('are not kept yet');
  });

  it('that was not kept is there again when its resident is', async () => {
    const { actions } = port({ saveDraft: () => Promise.reject(new Error('lost')) });
    const { scorer } = await open('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    Object.assign(scorer, { resident: 'resident-1', view });
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('of another resident is refused in words', async () => {
    const scorer = await drawScorer(document.body, states['draft-of-another']);
    expect(text(scorer)).to.contain('of another resident or form. Nothing of them is shown.');
    expect(scorer.renderRoot.querySelector('.form')).to.equal(null);
  });

  it('that breaks its contract opens nothing, and says so', async () => {
    const { actions } = port({ loadDraft: () => Promise.resolve(JSON.parse(BROKEN) as Draft) });
    const { scorer } = await open('4at', actions);
    expect(scorer.renderRoot.querySelector('.form')).to.equal(null);
    expect(text(scorer)).to.match(/Could not show this form|is not known/);
  });

  it('belongs to the provider under which it was given', async () => {
    const one = port();
    const other = port();
    const { scorer } = await open('4at', one.actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    drawProvider({ actions: other.actions }).append(scorer);
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(false);
    expect(other.saved).to.deep.equal([]);
  });

  it('stays when the component is moved on the page', async () => {
    const { actions } = port();
    const { scorer, provider } = await open('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    const inner = document.createElement('div');
    provider.append(inner);
    inner.append(scorer);
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('is not touched by a view that arrives later', async () => {
    const { scorer } = await open('cfs', port().actions);
    const level = () => scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="cfs/level"] input');
    const field = level();
    if (field === null) throw new Error('no field');
    field.value = '5';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(scorer);
    scorer.view = states['cfs-warning'].view ?? null;
    await settled(scorer);
    expect(level()?.value).to.equal('5');
    // What the record now says of the age is taken up by the score all the same.
    expect(text(scorer, '[aria-labelledby=parts]')).to.contain('not validated under 65');
  });

  it('holds a suggestion only after a press, with the date that the record gives', async () => {
    const { scorer, answers } = await open('cfs', port().actions);
    expect(text(scorer, '[data-key="cfs/level"]')).to.contain('02-Jun-2026');
    expect(answers).to.deep.equal([]);
    await press(scorer, '[data-key="cfs/level"] [data-do=use]');
    const [event] = answers;
    const from = event?.answer?.state === 'given' ? event.answer.from : null;
    expect(from).to.deep.include({ kind: 'accepted', recordedOn: '2026-06-02' });
    expect(event?.score?.total).to.equal(7);
  });
});

describe('finishing', () => {
  const { draft } = COMPLETE;

  it('makes one intent of two presses, one event, and a form that nothing changes any more', async () => {
    const { actions, intents } = port();
    const { scorer, finished } = await open('news2', actions, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]', 2);
    expect(intents.length).to.equal(1);
    expect(finished.length).to.equal(1);
    const assessment = finished[0]?.assessment;
    expect(assessment).to.equal(
      intents[0]?.what.kind === 'finish-assessment' ? intents[0].what.assessment : null,
    );
    expect(Object.isFrozen(assessment?.draft.answers['news2/rr'])).to.equal(true);
    expect(assessment?.by).to.deep.equal(NURSE);
    expect(text(scorer, '.finish')).to.contain('NOT SENT: lost if this browser closes');
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
    const { scorer, finished } = await open('news2', asked, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]');
    expect(text(scorer, '[role=alert]')).to.contain(
      'Not finished: no reason was given. Everything is still here.',
    );
    await press(scorer, '[data-press=finish]');
    expect(text(scorer, '[role=alert]')).to.contain('Not finished: The office is closed.');
    expect(finished).to.deep.equal([]);
    radio(scorer, 'news2/acvpu', 'V').click();
    await settled(scorer);
    await press(scorer, '[data-press=finish]');
    expect(intents[0]?.id).to.equal(intents[1]?.id);
    expect(intents[2]?.id).not.to.equal(intents[1]?.id);
    expect(finished.length).to.equal(1);
    expect(text(scorer, '.finish')).to.contain('Sent 14:20. Nobody has seen it yet.');
  });

  it('follows what becomes of it', async () => {
    let tell: ((receipt: Receipt) => void) | undefined;
    const { actions } = port({ watchReceipt: (_, onReceipt) => (tell = onReceipt) });
    const { scorer } = await open('news2', actions, { draft: draft ?? null });
    await press(scorer, '[data-press=finish]');
    tell?.({ state: 'seen', at: NOW, by: 'Dr P. Adeyemi' });
    await settled(scorer);
    expect(text(scorer, '.finish')).to.contain('Seen by Dr P. Adeyemi 14:20');
  });

  it('leaves an incomplete score incomplete', async () => {
    const { actions } = port();
    const { scorer, finished } = await open('news2', actions, {
      draft: states['news2-incomplete'].draft ?? null,
    });
    await press(scorer, '[data-press=finish]');
    const [score] = finished[0]?.assessment.scores ?? [];
    expect([score?.status, score?.total]).to.deep.equal(['incomplete', null]);
  });

  it('waits for what the form asks for, says it with links, and moves the focus there', async () => {
    const scorer = await drawScorer(document.body, states.imported);
    const stops = text(scorer, '#stops');
    expect(stops).to.contain('Sleep in the last week is asked for by this form');
    expect(scorer.shadowRoot?.activeElement?.id).to.equal('stops');
    await press(scorer, '[data-press=go][data-key=sleep]');
    expect(scorer.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key']).to.equal(
      'sleep',
    );
  });

  it('takes as the moment of being seen only one that has passed', async () => {
    const { scorer, finished } = await open('news2', port().actions, { draft: draft ?? null });
    const set = async (...values: string[]) => {
      const fields = [...scorer.renderRoot.querySelectorAll<HTMLInputElement>('[data-seen]')];
      for (const [index, field] of fields.entries()) field.value = values[index] ?? '';
      fields[0]?.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(scorer);
    };
    await set('22', '11', '2026', '09:00');
    expect(text(scorer, '#seen')).to.equal('Give a date and time that has passed.');
    await set('20', '11', '2026', '09:05');
    expect(text(scorer, '#seen')).to.equal('');
    await press(scorer, '[data-press=finish]');
    expect(finished[0]?.assessment.draft.assessedAt).to.equal('2026-11-20T09:05:00Z');
  });

  it('lets a new one start from it, whose answers are offers with the date of the last', async () => {
    const said = { type: 'text', value: 'slept in the chair' } as const;
    const whole = draftOf(IMPORTED, { sleep: 'poor', appetite: 'less', words: said });
    const { scorer, answers } = await open('', port().actions, { form: IMPORTED, draft: whole });
    await press(scorer, '[data-press=finish]');
    await press(scorer, '[data-press=again]');
    expect(scorer.renderRoot.querySelectorAll(':checked').length).to.equal(0);
    expect(text(scorer, '[data-key=appetite]')).to.match(/less than usual.*21-Nov-2026/);
    expect(answers).to.deep.equal([]);
  });
});

describe('a candidate problem', () => {
  it('goes on the list only by a press, and is dismissed only with a reason', async () => {
    const { scorer, answers } = await open('cga', port().actions, {
      draft: states['cga-plan'].draft ?? null,
    });
    await press(scorer, '[data-press=section][data-key=plan]');
    expect(text(scorer, '[aria-labelledby=problems]')).to.contain('Weight loss');
    expect(answers).to.deep.equal([]);
    await press(scorer, '[data-press=accept]');
    expect(answers.length).to.equal(1);
    const answer = answers[0]?.answer;
    expect(answer?.state === 'given' ? answer.values[0]?.value : null).to.equal('Weight loss');
    await press(scorer, '[data-press=dismiss]');
    await press(scorer, '[data-press=decide]');
    expect(text(scorer, '[aria-labelledby=problems]')).not.to.contain('Not a problem:');
    const field = scorer.renderRoot.querySelector<HTMLInputElement>('[data-words]');
    if (field !== null) field.value = 'seen by the speech therapist';
    await press(scorer, '[data-press=decide]');
    expect(text(scorer, '[aria-labelledby=problems]')).to.contain(
      'Not a problem: seen by the speech therapist',
    );
  });
});

describe('whose form it is', () => {
  it('is said in the order of the patient banner, or that it is not known here', async () => {
    expect(text(await drawScorer(document.body, COMPLETE), '.banner')).to.equal(
      'ASHWORTH, Margaret Anne (Mrs) Born 14-Jul-1941 NHS No. 999 000 0018',
    );
    const unknown = await drawScorer(document.body, states['no-record']);
    expect(text(unknown, '.banner')).to.contain('Make sure who this is before you answer.');
  });

  it('decides that nothing is answered of somebody who died, or of whom the data are not', async () => {
    const died = await drawScorer(document.body, states.died);
    expect(text(died)).to.contain('This person has died.');
    expect(died.renderRoot.querySelector('.form input')).to.equal(null);
    const mismatch = await drawScorer(document.body, states.mismatch);
    expect(text(mismatch)).to.equal(
      'Could not show: the data are about another resident. Nothing of them is shown.',
    );
  });
});
