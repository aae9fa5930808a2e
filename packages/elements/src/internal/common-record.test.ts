import { expect } from '@open-wc/testing';
import type { Recorded } from '@ehch/clinical';
import { commonRecord, isSameAuthor, isSameDate } from './common-record.ts';

const GRACE = { name: 'Grace Mensah', role: 'registered nurse' };
const SAM = { name: 'Sam Okafor', role: 'carer' };

function said(label: string, by: Recorded['by'] = GRACE, on: Recorded['on'] = '2026-11-20'): Recorded {
  return { id: `${label}-${by?.name}-${on}`, on, source: { label }, by, cautions: [] };
}

describe('what the facts of a section share, said once at its head', () => {
  it('is what all of them say, so that no line has to say it again', () => {
    expect(commonRecord([said('GP record'), said('GP record')], true)).to.deep.equal({
      source: 'GP record',
      by: GRACE,
      on: '2026-11-20',
      ofAll: true,
    });
  });

  it('is nothing of one fact, which says its own', () => {
    expect(commonRecord([said('GP record')], true)).to.deep.equal({ ofAll: true });
    expect(commonRecord([], true)).to.deep.equal({ ofAll: true });
  });

  it('is an author or a day only of more than half, and says that some lines differ', () => {
    const half = [said('A'), said('A'), said('A', SAM, '2026-11-19'), said('A', null, null)];
    expect(commonRecord(half, true)).to.deep.equal({ source: 'A', ofAll: true });
    const most = [said('A'), said('A'), said('A'), said('A', SAM, '2026-11-19')];
    expect(commonRecord(most, true)).to.deep.equal({
      source: 'A',
      by: GRACE,
      on: '2026-11-20',
      ofAll: false,
    });
  });

  it('is the most frequent source, since a line of another names it', () => {
    const facts = ['B', 'A', 'A', 'C', 'D'].map((label, at) =>
      said(label, { name: `n${at}`, role: null }, null),
    );
    expect(commonRecord(facts, false)).to.deep.equal({ source: 'A', ofAll: false });
    expect(commonRecord([said('B', null), said('A', null)], false)).to.deep.equal({ ofAll: true });
  });

  it('is no day where each day means something else, and no author where most have none', () => {
    expect(commonRecord([said('A'), said('A')], false)).to.deep.equal({
      source: 'A',
      by: GRACE,
      ofAll: true,
    });
    expect(commonRecord([said('A', null), said('A', null)], false)).to.deep.equal({
      source: 'A',
      ofAll: true,
    });
  });

  it('says that most have no date', () => {
    const facts = [said('A', GRACE, null), said('A', GRACE, null)];
    expect(commonRecord(facts, true)).to.deep.equal({ source: 'A', by: GRACE, on: null, ofAll: true });
  });
});

describe('two facts of one author and one day', () => {
  it('are of one author only where name and role are written the same', () => {
    expect(isSameAuthor(GRACE, { ...GRACE })).to.equal(true);
    expect(isSameAuthor(GRACE, { ...GRACE, role: 'carer' })).to.equal(false);
    expect(isSameAuthor(GRACE, null)).to.equal(false);
    expect(isSameAuthor(undefined, null)).to.equal(true);
  });

  it('are of one day where a moment and its day are, and never where nothing is said of one', () => {
    expect(isSameDate('2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')).to.equal(true);
    expect(isSameDate('2026-11-20', '2026-11-21')).to.equal(false);
    expect(isSameDate(null, null)).to.equal(true);
    expect(isSameDate(undefined, null)).to.equal(false);
  });
});
