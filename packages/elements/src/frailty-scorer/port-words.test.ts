import { expect } from '@open-wc/testing';
import { keepingWords, receiptWords } from './port-words.ts';

const NOW = '2026-11-21T03:00:00Z';

describe('the words of a receipt', () => {
  it('name the day of what is not of today: "23:50" alone could be of any night', () => {
    const kept = (at: string) => keepingWords({ state: 'kept', kept: { where: 'device', at } }, NOW);
    expect(kept('2026-11-21T02:50:00Z')).to.equal('Saved on this device 02:50');
    expect(kept('2026-11-20T23:50:00Z')).to.equal('Saved on this device 20-Nov-2026 23:50');
    const saved = { state: 'saved-on-device', at: '2026-11-18T23:50:00Z' } as const;
    expect(receiptWords(saved, NOW)).to.equal('Saved on this device 18-Nov-2026 23:50, not sent');
    const sent = { state: 'sent', at: '2026-11-21T02:59:00Z' } as const;
    expect(receiptWords(sent, NOW)).to.equal('Sent 02:59. Nobody has seen it yet.');
  });

  it('say that somebody has deleted what had arrived, in place of "nobody has seen it"', () => {
    const deleted = { state: 'sent', at: '2026-11-21T02:59:00Z', isDeleted: true } as const;
    expect(receiptWords(deleted, NOW)).to.equal('Sent 02:59. Somebody has deleted it from the record since.');
  });

  it('say what somebody else had changed in the same record, where the two were put together', () => {
    const sent = { state: 'sent', at: '2026-11-21T02:59:00Z' } as const;
    const merged = { fields: ['Activity', 'Note'], at: '2026-11-21T02:42:00Z' };
    expect(receiptWords({ ...sent, merged }, NOW)).to.equal(
      'Sent 02:59. Nobody has seen it yet. Somebody else had changed the same record 02:42 (Activity, Note). Both stand: read it again.',
    );
    expect(receiptWords({ ...sent, merged: { fields: [], at: null } }, NOW)).to.contain(
      'Somebody else had changed the same record. Both stand',
    );
  });
});
