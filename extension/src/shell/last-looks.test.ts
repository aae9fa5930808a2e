import { expect } from '@open-wc/testing';
import { lastLooks } from './last-looks.ts';

describe('the last look at a resident', () => {
  it('was in the context before, when the panel shows the resident again', () => {
    const looks = lastLooks();
    expect(looks.before('c1', 'r1', '2026-11-21T09:00:00Z')).to.equal(null);
    expect(looks.before('c2', 'r2', '2026-11-21T09:05:00Z')).to.equal(null);
    expect(looks.before('c3', 'r1', '2026-11-21T09:10:00Z')).to.equal('2026-11-21T09:00:00Z');
  });

  it('stays the same for the whole context, however often the view is drawn', () => {
    const looks = lastLooks();
    looks.before('c1', 'r1', '2026-11-21T09:00:00Z');
    expect(looks.before('c1', 'r1', '2026-11-21T09:30:00Z')).to.equal(null);
    looks.before('c2', 'r1', '2026-11-21T10:00:00Z');
    expect(looks.before('c2', 'r1', '2026-11-21T10:30:00Z')).to.equal('2026-11-21T09:00:00Z');
  });
});
