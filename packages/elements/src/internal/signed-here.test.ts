import { expect } from '@open-wc/testing';
import { signedNews2 } from '../frailty-scorer/drafts.fixtures.ts';
import { EhchAssessmentFinishedEvent, EhchAssessmentUndoneEvent } from '../frailty-scorer/events.ts';
import { withoutUndone, withSigned } from './signed-here.ts';
import type { SignedHere } from './signed-here.ts';

const VALUES = { rr: 25, spo2: 97, oxygen: false, pulse: 112, acvpu: 'A' };
const assessmentOf = (resident: string) => signedNews2(VALUES, { resident });
const signed = (resident: string, intent: string) =>
  new EhchAssessmentFinishedEvent(assessmentOf(resident), intent);
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
    const { scores, ...frailty } = assessmentOf('agnes');
    const other = { ...frailty, scores: scores.map((score) => ({ ...score, instrument: 'cfs' })) };
    expect(withSigned([], new EhchAssessmentFinishedEvent(other, 'a'))).to.deep.equal([]);
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
