import type { AgreedLimits } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { SECTIONS, known, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { viewCodes } from './state-codes.ts';

const AT = '2026-11-21T14:05:00Z';

describe('the codes of what is on screen, for whoever is asked for help', () => {
  it('say of each section how it stands, and carry no value of the record', () => {
    const codes = viewCodes(
      viewOf(SECTIONS, {
        allergies: recorded(SECTIONS.allergies, {
          freshness: 'stale',
          refresh: { state: 'failed', error: { code: 'timeout' }, at: AT },
        }),
        events: known({ kind: 'not-recorded' }, { refresh: { state: 'running' } }),
        problems: { state: 'failed', error: { code: 'unreachable' }, at: AT },
        weight: { state: 'withheld', why: 'role' },
        plan: { state: 'loading' },
      }),
    );
    for (const code of [
      'identity=known/recorded/current/idle',
      'allergies=known/recorded/stale/failed',
      'events=known/not-recorded/current/running',
      'problems=failed/unreachable',
      'weight=withheld',
      'plan=loading',
    ])
      expect(codes).to.include(code);
    expect(codes.join(' ')).not.to.match(/penicillin|ashworth/i);
  });

  it('write no word that a source has made up', () => {
    const codes = viewCodes(
      viewOf(SECTIONS, { plan: { state: 'failed', error: { code: 'Mrs Ashworth' as never }, at: AT } }),
    );
    expect(codes).to.include('plan=failed/other');
  });

  it('know the states of a record that has none, or whose records disagree', () => {
    const codes = viewCodes(
      viewOf(SECTIONS, {
        allergies: known({ kind: 'recorded-as-none', statements: [] }),
        limits: known<AgreedLimits>({ kind: 'disagree', common: null, sides: [] }),
      }),
    );
    expect(codes).to.include('allergies=known/recorded-as-none/current/idle');
    expect(codes).to.include('limits=known/disagree/current/idle');
  });
});
