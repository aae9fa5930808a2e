import { expect } from '@open-wc/testing';
import type { OpenMatter, Section } from '@ehch/clinical';
import { AT, INBOX_PLACE } from '../escalations/escalations.fixtures.ts';
import { recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { hasPassed, longUnseen, oldWords } from './receipt-around.ts';
import type { ReceiptAround } from './receipt-around.ts';

function around(now: string, open: Section<readonly OpenMatter[]> | null = null): ReceiptAround {
  return {
    now,
    place: INBOX_PLACE,
    inbox: null,
    thread: null,
    open,
    ringing: { now: { kind: '999' } },
  };
}

describe('what nobody has seen', () => {
  it('asks to ring from the minute that the place allows, and says how long it has waited', () => {
    const since = '2026-11-21T14:00:00Z';
    const at = (now: string) => longUnseen(since, 'within-hours', around(now));
    expect(at('2026-11-21T14:29:59Z')).to.deep.equal([]);
    expect(at('2026-11-21T14:30:00Z')).to.deep.equal([
      'Nobody has seen it for 30 minutes. Do not wait for it: ring.',
    ]);
    expect(at('2026-11-21T15:05:30Z')[0]).to.contain('for 65 minutes');
    expect(longUnseen(since, 'now', around('2026-11-21T14:06:00Z'))).to.have.length(1);
    expect(longUnseen(since, 'same-day', around('2026-11-21T15:59:00Z'))).to.deep.equal([]);
  });

  it('has not waited before anything was sent', () => {
    expect(longUnseen(null, 'now', around(AT))).to.deep.equal([]);
  });
});

describe('a promise of a time', () => {
  it('has passed after its moment, and where the moment cannot be read', () => {
    expect(hasPassed('2026-11-21T14:20:00Z', '2026-11-21T14:20:00Z')).to.equal(false);
    expect(hasPassed('2026-11-21T14:20:00Z', '2026-11-21T14:20:01Z')).to.equal(true);
    expect(hasPassed('this afternoon', AT)).to.equal(true);
    expect(hasPassed(null, AT)).to.equal(false);
  });
});

describe('a record that could not be read again', () => {
  it('says since when, and one that is current says nothing', () => {
    const asOf = '2026-11-21T13:00:00Z';
    const words = ['As of 13:00: the record could not be read again since.'];
    const of = (part: object) =>
      oldWords(around(AT, { ...recorded<readonly OpenMatter[]>([]), asOf, ...part }));
    const failed = { state: 'failed', error: { code: 'timeout' }, at: AT } as const;
    expect(of({ freshness: 'current', refresh: { state: 'idle' } })).to.deep.equal([]);
    expect(of({ freshness: 'stale', refresh: { state: 'idle' } })).to.deep.equal(words);
    expect(of({ freshness: 'current', refresh: failed })).to.deep.equal(words);
    expect(oldWords(around(AT))).to.deep.equal([]);
    expect(oldWords(around(AT, failed))).to.deep.equal([]);
  });
});
