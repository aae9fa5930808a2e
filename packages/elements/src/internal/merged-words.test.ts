import { expect } from '@open-wc/testing';
import { mergedWords } from './merged-words.ts';

const NOW = '2026-11-21T14:20:00Z';
const AT = '2026-11-21T14:05:00Z';

describe('beside what was sent', () => {
  it('stands that somebody else had changed the same record, with as much as is known', () => {
    const words = (merged?: { fields: readonly string[]; at: string | null }) =>
      mergedWords({ state: 'sent', at: AT, ...(merged && { merged }) }, NOW);
    expect(words()).to.deep.equal([]);
    const both = 'Both stand: read it again.';
    expect(words({ fields: ['Activity', 'Note'], at: AT })).to.deep.equal([
      `Somebody else had changed the same record 14:05 (Activity, Note). ${both}`,
    ]);
    expect(words({ fields: [], at: null })).to.deep.equal([
      `Somebody else had changed the same record. ${both}`,
    ]);
  });
});
