import { expect } from '@open-wc/testing';
import { instruments } from '@ehch/clinical/instruments';
import { recentlySigned } from '../escalation-button/observed-in.ts';
import { EhchAssessmentFinishedEvent, EhchAssessmentUndoneEvent } from '../frailty-scorer/events.ts';
import { withoutUndone, withSigned } from './signed-here.ts';
import type { SignedHere } from './signed-here.ts';

type Finished = EhchAssessmentFinishedEvent['assessment'];

const TAKEN_AT = '2026-11-21T13:30:00Z';
const VALUES: Readonly<Record<string, unknown>> = {
  rr: 25,
  spo2: 97,
  scale: '1',
  oxygen: false,
  sbp: 120,
  pulse: 112,
  acvpu: 'A',
  temp: 37,
};

function assessmentOf(
  resident: string,
  instrument = 'news2',
  assessedAt: string | null = TAKEN_AT,
): Finished {
  const score = instruments.find(({ id }) => id === 'news2')?.score({ ...VALUES, assessedAt });
  return { draft: { resident }, scores: [{ ...score, instrument }] } as unknown as Finished;
}

const signed = (resident: string, intent: string, instrument?: string) =>
  new EhchAssessmentFinishedEvent(assessmentOf(resident, instrument), intent);
const intentsOf = (all: readonly SignedHere[]) => all.map(({ intent }) => intent);

describe('observations that were signed on this page', () => {
  it('count for the matters beside them, each once and with whom it is about', () => {
    const first = withSigned([], signed('agnes', 'a'));
    expect(first).to.deep.equal([{ resident: 'agnes', intent: 'a', assessment: assessmentOf('agnes') }]);
    const both = withSigned(first, signed('bert', 'b'));
    expect(intentsOf(both)).to.deep.equal(['a', 'b']);
    expect(intentsOf(withSigned(both, signed('agnes', 'a'))), 'told twice').to.deep.equal(['b', 'a']);
  });

  it('are none of another form, and none of an event that a page made itself', () => {
    expect(withSigned([], signed('agnes', 'a', 'cfs'))).to.deep.equal([]);
    expect(withSigned([], new Event(EhchAssessmentFinishedEvent.type))).to.deep.equal([]);
    for (const part of [{ assessment: assessmentOf('agnes') }, { intent: 'a' }])
      expect(withSigned([], Object.assign(new Event('ehch-assessment-finished'), part))).to.deep.equal([]);
  });

  it('stand no longer once they were taken back', () => {
    const both = withSigned(withSigned([], signed('agnes', 'a')), signed('agnes', 'b'));
    const undone = new EhchAssessmentUndoneEvent('agnes', 'a');
    expect(intentsOf(withoutUndone(both, undone))).to.deep.equal(['b']);
  });
});

describe('the last observations of whom a worry is about (session SPEC X13)', () => {
  const agnes = { kind: 'resident', resident: 'agnes' } as const;
  const of = (assessment: Finished): SignedHere => ({
    resident: assessment.draft.resident,
    intent: 'a',
    assessment,
  });
  const foundAt = (now: string, ...all: readonly SignedHere[]) =>
    recentlySigned(all, agnes, now)?.assessment ?? null;

  it('say how somebody is for an hour after they were taken', () => {
    const taken = of(assessmentOf('agnes'));
    expect(foundAt(TAKEN_AT, taken)).to.equal('a');
    expect(foundAt('2026-11-21T14:30:00Z', taken)).to.equal('a');
    expect(foundAt('2026-11-21T14:30:01Z', taken)).to.equal(null);
  });

  it('say nothing before they were taken, or where the hour is not known', () => {
    expect(foundAt('2026-11-21T13:29:59Z', of(assessmentOf('agnes')))).to.equal(null);
    expect(foundAt(TAKEN_AT, of(assessmentOf('agnes', 'news2', null)))).to.equal(null);
  });

  it('are never those of another resident, nor of another form, nor of somebody on no list', () => {
    expect(foundAt(TAKEN_AT, of(assessmentOf('bert')))).to.equal(null);
    expect(foundAt(TAKEN_AT, of(assessmentOf('agnes', 'cfs')))).to.equal(null);
    const unlisted = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: null } } as const;
    expect(recentlySigned([of(assessmentOf('agnes'))], unlisted, TAKEN_AT)).to.equal(null);
  });

  it('are the last that were signed', () => {
    const [older, newer] = [of(assessmentOf('agnes')), { ...of(assessmentOf('agnes')), intent: 'b' }];
    expect(foundAt(TAKEN_AT, older, newer, of(assessmentOf('bert')))).to.equal('b');
  });
});
