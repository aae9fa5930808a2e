import { aTimeout, expect } from '@open-wc/testing';
import type { OpenMatter, ResidentView } from '@ehch/clinical';
import { instruments } from '@ehch/clinical/instruments';
import type { Thread, ThreadEntry } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, said, settled } from '../../test/draw-escalation.ts';
import { rec, recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';
import { states, typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
/** NEWS2 3 in all: the rung of the same day, whose observations are repeated after 60 minutes. */
const VALUES = {
  rr: 21,
  spo2: 95,
  scale: '1',
  oxygen: false,
  sbp: 120,
  pulse: 80,
  acvpu: 'A',
  temp: 37,
} as const;
const scored = (at: string) => {
  const score = instruments.find(({ id }) => id === 'news2')?.score({ ...VALUES, assessedAt: at });
  if (score === undefined) throw new Error('No score.');
  return score;
};

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
  const scores = taken.map((on) => ({
    ...rec(on, 'Rowan Court'),
    score: scored(on),
    importedTotal: null,
    disagrees: false,
  }));
  const news2 = recorded({ scores, usual: null, observations: [] });
  const open = recorded([{ ...rec(SENT.at, 'Rowan Court'), ...matter, thread }]);
  return { ...typical, sections: { ...typical.sections, open, news2 } };
}

describe('ehch-escalation-button, when observations are due again', () => {
  it('says so once the time has come, on screen and aloud', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const assessment = { draft: { resident: 'resident-1' }, scores: [scored('2026-11-21T14:10:00Z')] };
    element.renderRoot
      .querySelector('.base')
      ?.dispatchEvent(new EhchAssessmentFinishedEvent(assessment as never, 'signed-1'));
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
    const by = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
    const went: ThreadEntry = {
      id: 'gone',
      thread: 'worry-1',
      about: { kind: 'resident', resident: 'resident-1' },
      by,
      pressedAt: SENT.at,
      clockOffsetMs: 0,
      receivedAt: SENT.at,
      after: null,
      act: { kind: 'went-to-hospital', where: null, words: '' },
    };
    const inHospital = { entry: went.id, by, at: SENT.at };
    const gone = await withThread({ inHospital }, ['2026-11-21T14:10:00Z'], [went]);
    const none = await withThread({ entries: [] }, ['2026-11-21T14:10:00Z']);
    const observed = await withThread({}, ['2026-11-21T14:10:00Z']);
    const limits = states['last-days']?.view?.sections.limits ?? observed.sections.limits;
    const lastDays = { ...observed, sections: { ...observed.sections, limits } };
    for (const view of [gone, none, lastDays])
      expect(said(await drawEscalation(document.body, { view }))).to.not.match(/Take observations again/);
  });
});
