import { expect } from '@open-wc/testing';
import { known, rec, recorded, SECTIONS } from '../resident-summary/typical-resident.fixtures.ts';
import { limitsInShort } from './limits-in-short.ts';

const { limits } = SECTIONS;
const NOTHING = {
  wishes: [],
  cpr: [],
  documents: [],
  decisions: [],
  decisionMakers: [],
  lastDays: null,
} as const;
const GAP = { gaps: [{ why: 'failed', what: 'flags' }] } as const;
const REFUSAL = {
  ...rec('2026-06-02', 'GP record'),
  kind: 'refusal-of-treatment',
  text: 'No intravenous antibiotics',
} as const;

describe('agreed limits in short', () => {
  it('never say that nothing is recorded where not all could be read', () => {
    const lost = limitsInShort(known({ kind: 'not-recorded' }, GAP), true);
    expect(lost).to.equal('not all of the record could be read. Look for the signed form.');
    expect(limitsInShort(known({ kind: 'not-recorded' }), true)).to.contain('nothing recorded here');
    expect(limitsInShort(known({ kind: 'recorded', value: limits }, GAP), true)).to.match(
      /Not for CPR.*Not all of the record could be read\. Look for the signed form\.$/,
    );
  });

  it('say that more is agreed where the whole stands nowhere beside them', () => {
    const refusing = recorded({ ...NOTHING, cpr: limits.cpr, decisions: [REFUSAL] });
    expect(limitsInShort(refusing, false)).to.match(/Not for CPR.*More is agreed: read the whole of it/);
    expect(limitsInShort(refusing, true)).not.to.match(/More is agreed/);
    expect(limitsInShort(recorded({ ...NOTHING, decisions: [REFUSAL] }), false)).to.equal(
      'More is agreed: read the whole of it before you decide.',
    );
    expect(limitsInShort(recorded({ ...NOTHING, cpr: limits.cpr }), false)).not.to.match(/More is agreed/);
  });

  it('say where the form is that is in force, and what it is, and never where one is that was replaced', () => {
    const cpr = limits.cpr.map((one) => ({ ...one, originalAt: null }));
    const paper = (status: 'current' | 'superseded') => ({
      ...rec('2026-06-02', 'GP record'),
      title: 'Advance decision',
      status,
      originalAt: `${status}, office safe`,
      reviewBy: null,
    });
    const short = (...documents: ReturnType<typeof paper>[]) =>
      limitsInShort(recorded({ ...NOTHING, cpr, documents }), true);
    expect(short(paper('superseded'), paper('current'))).to.equal(
      'Not for CPR (CPR only). Form: current, office safe (Advance decision).',
    );
    expect(short(paper('superseded'))).to.equal('Not for CPR (CPR only).');
  });

  it('do not call a plan for the last days in force that is in doubt', () => {
    const plan = { ...rec('2027-11-19', 'Rowan Court'), text: 'Keep her here.' };
    expect(limitsInShort(recorded({ ...NOTHING, lastDays: plan }), true)).to.equal('Last days of life.');
    const ahead = recorded({ ...NOTHING, lastDays: { ...plan, cautions: ['future-dated'] as const } });
    expect(limitsInShort(ahead, true)).to.equal('A plan for the last days is recorded, and it is in doubt.');
  });

  it('do not call a decision in force that the server does not have', () => {
    const cpr = limits.cpr.map((one) => ({ ...one, cautions: ['not-sent'] as const }));
    expect(limitsInShort(recorded({ ...NOTHING, cpr }), true)).to.match(
      /^A decision about CPR was signed here and NOT SENT: it is not in force\./,
    );
    expect(limitsInShort(recorded({ ...NOTHING, cpr: [...limits.cpr, ...cpr] }), true)).to.match(
      /^Not for CPR/,
    );
  });
});
