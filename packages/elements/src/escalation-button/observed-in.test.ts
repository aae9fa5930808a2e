import { expect } from '@open-wc/testing';
import { signedNews2 } from '../frailty-scorer/drafts.fixtures.ts';
import type { SignedHere } from '../internal/signed-here.ts';
import { recentlySigned } from './observed-in.ts';

const TAKEN_AT = '2026-11-21T13:30:00Z';
const VALUES = { rr: 25, spo2: 97, scale: '1', oxygen: false, sbp: 120, pulse: 112, acvpu: 'A', temp: 37 };

describe('the last observations of whom a worry is about (session SPEC X13)', () => {
  const agnes = { kind: 'resident', resident: 'agnes' } as const;
  const of = (resident: string, assessedAt: string | null = TAKEN_AT): SignedHere => ({
    resident,
    intent: 'a',
    assessment: signedNews2(VALUES, { resident, assessedAt }),
  });
  const foundAt = (now: string, ...all: readonly SignedHere[]) =>
    recentlySigned(all, agnes, now)?.assessment ?? null;

  it('say how somebody is for an hour after they were taken', () => {
    const taken = of('agnes');
    expect(foundAt(TAKEN_AT, taken)).to.equal('a');
    expect(foundAt('2026-11-21T14:30:00Z', taken)).to.equal('a');
    expect(foundAt('2026-11-21T14:30:01Z', taken)).to.equal(null);
  });

  it('say nothing before they were taken, or where the hour is not known', () => {
    expect(foundAt('2026-11-21T13:29:59Z', of('agnes'))).to.equal(null);
    expect(foundAt(TAKEN_AT, of('agnes', null))).to.equal(null);
  });

  it('are never those of another resident, nor of another form, nor of somebody on no list', () => {
    expect(foundAt(TAKEN_AT, of('bert'))).to.equal(null);
    const { assessment, ...signed } = of('agnes');
    const scores = assessment.scores.map((score) => ({ ...score, instrument: 'cfs' }));
    expect(foundAt(TAKEN_AT, { ...signed, assessment: { ...assessment, scores } })).to.equal(null);
    const unlisted = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: null } } as const;
    expect(recentlySigned([of('agnes')], unlisted, TAKEN_AT)).to.equal(null);
  });

  it('are the last that were signed', () => {
    const [older, newer] = [of('agnes'), { ...of('agnes'), intent: 'b' }];
    expect(foundAt(TAKEN_AT, older, newer, of('bert'))).to.equal('b');
  });
});
