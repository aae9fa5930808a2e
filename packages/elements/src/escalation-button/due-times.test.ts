import type { News2Entry, ResidentView } from '@ehch/clinical';
import type { Advice } from '@ehch/clinical/escalation';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { expect } from '@open-wc/testing';
import { RAISE, threadWith } from '../escalations/escalations.fixtures.ts';
import { SECTIONS, news2, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { dueAfter, dueAloud, dueWords, observedWith } from './observations-due.ts';

const NOW = '2026-11-21T14:20:00Z';
const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const rung = (repeatAfterMinutes: number | null) =>
  ({ kind: 'rung', rung: { repeatAfterMinutes } }) as unknown as Advice;

describe('when observations are taken again', () => {
  it('is counted from when they were taken, and said nowhere where the ladder names no minutes', () => {
    expect(dueAfter('2026-11-21T14:10:00Z', rung(60))).to.equal('2026-11-21T15:10:00.000Z');
    expect(dueAfter('2026-11-21T14:10:00Z', rung(null))).to.equal(null);
    expect(dueAfter('2026-11-21T14:10:00Z', { kind: 'nothing' } as unknown as Advice)).to.equal(null);
    for (const at of [undefined, 'this morning']) expect(dueAfter(at, rung(60))).to.equal(null);
  });

  it('has come from its minute on, and where it cannot be told', () => {
    expect(dueWords('2026-11-21T14:21:00Z', NOW)).to.equal('Take observations again at 14:21.');
    expect(dueWords(NOW, NOW)).to.equal('▲ Take observations again now: due at 14:20.');
    expect(dueWords('soon', NOW)).to.match(/^▲ Take observations again now/);
  });

  it('is said aloud once it has come, the first of several, and not before', () => {
    const [early, late, ahead] = ['2026-11-21T13:00:00Z', '2026-11-21T14:00:00Z', '2026-11-21T15:00:00Z'];
    expect(dueAloud([null, late, early, ahead], NOW)).to.equal(
      '▲ Take observations again now: due at 13:00.',
    );
    expect(dueAloud([early, late], NOW)).to.contain('13:00');
    expect(dueAloud([ahead, null], NOW)).to.equal('');
    expect(dueAloud([], NOW)).to.equal('');
  });
});

describe('the observations that a press names', () => {
  const [press] = threadWith([[CARER, '14:00', { ...RAISE, observations: 'signed-1' }]]).entries;
  const record = (...scores: readonly News2Entry[]): ResidentView =>
    viewOf(SECTIONS, { news2: recorded({ ...SECTIONS.news2, scores }) });
  const takenWith = (...times: readonly string[]) =>
    observedWith(press as ThreadEntry, record(...times.map((time) => news2(time, {}))))?.at ?? null;

  it('are the newest of the record, taken since an hour before the press, in whatever order they come', () => {
    const [older, newer] = ['2026-11-21T13:30:00Z', '2026-11-21T13:50:00Z'];
    expect(takenWith(newer, older)).to.equal(newer);
    expect(takenWith(older, newer)).to.equal(newer);
    expect(takenWith('2026-11-21T13:00:00Z')).to.equal('2026-11-21T13:00:00Z');
    expect(takenWith('2026-11-21T12:59:59Z')).to.equal(null);
    expect(takenWith()).to.equal(null);
  });

  it('are none of which the record gives the day alone', () => {
    const { score, ...entry } = news2('2026-11-21T13:50:00Z', {});
    const { assessedAt: _, ...bare } = score;
    const ofDay = { ...entry, on: '2026-11-21', score: bare } as News2Entry;
    expect(observedWith(press as ThreadEntry, record(ofDay))).to.equal(null);
  });
});
