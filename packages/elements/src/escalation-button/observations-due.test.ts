import { aTimeout, expect } from '@open-wc/testing';
import type { News2Entry, OpenMatter, ResidentView } from '@ehch/clinical';
import type { Advice } from '@ehch/clinical/escalation';
import type { Thread, ThreadEntry } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, said, settled } from '../../test/draw-escalation.ts';
import { CARER, RAISE, threadWith } from '../escalations/escalations.fixtures.ts';
import { signedNews2 } from '../frailty-scorer/drafts.fixtures.ts';
import { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';
import { SECTIONS, news2, rec, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { ESCALATION_PLACE, states, typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';
import { dueAfter, dueAloud, dueWords, observedWith } from './observations-due.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
/** NEWS2 3 in a set that is well else: the rung of the same day, whose observations are repeated after 60 minutes. */
const THREE_IN_ALL = { rr: 21, spo2: 95 };
const VALUES = { ...THREE_IN_ALL, scale: '1', oxygen: false, sbp: 120, pulse: 80, acvpu: 'A', temp: 37 };

async function at(element: EscalationButton, clock: string): Promise<void> {
  const provider = element.closest('ehch-provider');
  if (provider === null) throw new Error('No provider.');
  provider.clock = () => clock;
  await provider.updateComplete;
  await settled(element);
}

const spoken = (element: EscalationButton) => element.renderRoot.querySelector('.spoken')?.textContent ?? '';

/** The record of this resident with a worry that was raised elsewhere, with observations behind it. */
async function withThread(
  part: Partial<Thread>,
  taken: readonly string[],
  since: readonly ThreadEntry[] = [],
): Promise<ResidentView> {
  const seen = await drawEscalation(document.body, states['seen'] ?? { view: null });
  const section = seen.view?.sections.open;
  const [matter] =
    section?.state === 'known' && section.content.kind === 'recorded'
      ? (section.content.value as OpenMatter[])
      : [];
  seen.closest('ehch-provider')?.remove();
  if (matter?.thread === undefined) throw new Error('No matter.');
  const entries = matter.thread.entries.map((entry) =>
    entry.act.kind === 'raise' ? { ...entry, act: { ...entry.act, observations: 'signed-1' } } : entry,
  );
  const thread: Thread = { ...matter.thread, entries: [...entries, ...since], ...part };
  const scores = taken.map((on) => news2(on, THREE_IN_ALL));
  const open = recorded([{ ...rec(SENT.at, 'Rowan Court'), ...matter, thread }]);
  const scored = recorded({ scores, usual: null, observations: [] });
  return { ...typical, sections: { ...typical.sections, open, news2: scored } };
}

describe('ehch-escalation-button, when observations are due again', () => {
  it('says so once the time has come, on screen and aloud', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const assessment = signedNews2(VALUES, { assessedAt: '2026-11-21T14:10:00Z' });
    element.renderRoot
      .querySelector('.base')
      ?.dispatchEvent(new EhchAssessmentFinishedEvent(assessment, 'signed-1'));
    await settled(element);
    expect(said(element)).to.match(/Take observations again at 15:10\./);
    expect(said(element)).to.not.match(/▲ Take observations/);
    await at(element, '2026-11-21T15:09:00Z');
    await aTimeout(1200);
    expect(spoken(element)).to.equal('');
    await at(element, '2026-11-21T15:11:00Z');
    expect(said(element)).to.match(/▲ Take observations again now: due at 15:10\./);
    await aTimeout(1200);
    expect(spoken(element)).to.equal('▲ Take observations again now: due at 15:10.');
  });

  it('says so of a worry that was raised elsewhere or before a reload, from what the record holds', async () => {
    const view = await withThread({}, ['2026-11-21T14:10:00Z']);
    const element = await drawEscalation(document.body, { view }, portSaying(SENT));
    expect(said(element)).to.match(/Take observations again at 15:10\./);
    await at(element, '2026-11-21T15:11:00Z');
    expect(said(element)).to.match(/▲ Take observations again now: due at 15:10\./);
    await aTimeout(1200);
    expect(spoken(element)).to.match(/Take observations again now: due at 15:10\./);
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    expect(spoken(element)).to.equal('');
    expect(said(element)).to.not.match(/Take observations/);
  });

  it('counts from the newest observations, and from the press where they have not arrived', async () => {
    const newer = await withThread({}, ['2026-11-21T14:10:00Z', '2026-11-21T14:19:00Z']);
    expect(said(await drawEscalation(document.body, { view: newer }))).to.match(
      /Take observations again at 15:19\./,
    );
    const waiting = await withThread({}, ['2026-11-21T09:05:00Z']);
    expect(said(await drawEscalation(document.body, { view: waiting }))).to.match(
      /Take observations again at 15:20\./,
    );
  });

  it('counts by the server’s time where the clock of whoever pressed was three hours fast', async () => {
    const raised = await withThread({}, []);
    const { open } = raised.sections;
    const [matter] =
      open.state === 'known' && open.content.kind === 'recorded' ? (open.content.value as OpenMatter[]) : [];
    const fast = {
      pressedAt: '2026-11-21T17:12:00Z',
      clockOffsetMs: -10_800_000,
      receivedAt: '2026-11-21T14:12:05Z',
    };
    const entries = matter?.thread?.entries.map((entry) => ({ ...entry, ...fast })) ?? [];
    for (const taken of [[], ['2026-11-21T17:10:00Z'], ['2026-11-21T09:05:00Z']]) {
      const view = await withThread({ entries }, taken);
      expect(said(await drawEscalation(document.body, { view })), taken.join('')).to.match(
        /Take observations again at 15:12\./,
      );
    }
  });

  it('asks for none in hospital, in the last days, and where nobody took any', async () => {
    const went: ThreadEntry = {
      id: 'gone',
      thread: 'worry-1',
      about: { kind: 'resident', resident: 'resident-1' },
      by: CARER,
      pressedAt: SENT.at,
      clockOffsetMs: 0,
      receivedAt: SENT.at,
      after: null,
      act: { kind: 'went-to-hospital', where: null, words: '' },
    };
    const inHospital = { entry: went.id, by: CARER, at: SENT.at };
    const gone = await withThread({ inHospital }, ['2026-11-21T14:10:00Z'], [went]);
    const none = await withThread({ entries: [] }, ['2026-11-21T14:10:00Z']);
    const observed = await withThread({}, ['2026-11-21T14:10:00Z']);
    const limits = states['last-days']?.view?.sections.limits ?? observed.sections.limits;
    const lastDays = { ...observed, sections: { ...observed.sections, limits } };
    for (const view of [gone, none, lastDays])
      expect(said(await drawEscalation(document.body, { view }))).to.not.match(/Take observations again/);
  });
});

describe('when observations are taken again', () => {
  const [rung] = ESCALATION_PLACE.ladder?.rungs ?? [];
  if (rung === undefined) throw new Error('No rung.');
  const repeated = (repeatAfterMinutes: number | null): Advice => ({
    kind: 'rung',
    rung: { ...rung, repeatAfterMinutes },
    reasons: [],
    instead: null,
  });

  it('is counted from when they were taken, and said nowhere where the ladder names no minutes', () => {
    expect(dueAfter('2026-11-21T14:10:00Z', repeated(60))).to.equal('2026-11-21T15:10:00.000Z');
    expect(dueAfter('2026-11-21T14:10:00Z', repeated(null))).to.equal(null);
    expect(dueAfter('2026-11-21T14:10:00Z', { kind: 'nothing-yet' })).to.equal(null);
    for (const at of [undefined, 'this morning']) expect(dueAfter(at, repeated(60))).to.equal(null);
  });

  it('has come from its minute on, and where it cannot be told', () => {
    expect(dueWords('2026-11-21T14:21:00Z', SENT.at)).to.equal('Take observations again at 14:21.');
    expect(dueWords(SENT.at, SENT.at)).to.equal('▲ Take observations again now: due at 14:20.');
    expect(dueWords('soon', SENT.at)).to.match(/^▲ Take observations again now/);
  });

  it('is said aloud once it has come, the first of several, and not before', () => {
    const [early, late, ahead] = ['2026-11-21T13:00:00Z', '2026-11-21T14:00:00Z', '2026-11-21T15:00:00Z'];
    expect(dueAloud([null, late, early, ahead], SENT.at)).to.equal(
      '▲ Take observations again now: due at 13:00.',
    );
    expect(dueAloud([early, late], SENT.at)).to.contain('13:00');
    expect(dueAloud([ahead, null], SENT.at)).to.equal('');
    expect(dueAloud([], SENT.at)).to.equal('');
  });
});

describe('the observations that a press names', () => {
  const [press] = threadWith([[CARER, '14:00', { ...RAISE, observations: 'signed-1' }]]).entries;
  if (press === undefined) throw new Error('No press.');
  const record = (...scores: readonly News2Entry[]): ResidentView =>
    viewOf(SECTIONS, { news2: recorded({ ...SECTIONS.news2, scores }) });
  const takenWith = (...times: readonly string[]) =>
    observedWith(press, record(...times.map((time) => news2(time))))?.at ?? null;

  it('are the newest of the record, taken since an hour before the press, in whatever order they come', () => {
    const [older, newer] = ['2026-11-21T13:30:00Z', '2026-11-21T13:50:00Z'];
    expect(takenWith(newer, older)).to.equal(newer);
    expect(takenWith(older, newer)).to.equal(newer);
    expect(takenWith('2026-11-21T13:00:00Z')).to.equal('2026-11-21T13:00:00Z');
    expect(takenWith('2026-11-21T12:59:59Z')).to.equal(null);
    expect(takenWith()).to.equal(null);
  });

  it('are none of which the record gives the day alone', () => {
    expect(takenWith('2026-11-21')).to.equal(null);
  });
});
