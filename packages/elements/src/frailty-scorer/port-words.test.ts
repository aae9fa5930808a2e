import { expect } from '@open-wc/testing';
import { keepingWords, notSentWords, receiptWords } from './port-words.ts';

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

  it('call nothing sent that the server does not have, on screen and on paper', () => {
    const at = '2026-11-21T02:59:00Z';
    const NOT_SENT = /^NOT SENT when this was made/;
    const told = [
      [{ state: 'held-in-memory' }, 'NOT SENT: lost if this browser closes', NOT_SENT],
      [
        { state: 'held-in-memory', server: 'none' },
        'LOST if this browser closes. Nothing leaves this PC.',
        NOT_SENT,
      ],
      [{ state: 'saved-on-device', at }, 'Saved on this device 02:59, not sent', NOT_SENT],
      [
        { state: 'saved-on-device', at, server: 'none' },
        'Saved on this PC 02:59. Nothing leaves this PC.',
        NOT_SENT,
      ],
      [{ state: 'refused', at, why: 'You may not.' }, 'Refused: You may not.', NOT_SENT],
      [
        { state: 'given-up', at, by: 'Ana Lima', why: 'On paper' },
        'Given up by Ana Lima 02:59, not sent: On paper',
        NOT_SENT,
      ],
      [
        { state: 'unknown', since: at },
        'Being sent, or being checked: whether it arrived is not known yet. Do not write it again.',
        /^When this was made, it was not known/,
      ],
    ] as const;
    for (const [receipt, words, paper] of told) {
      expect(receiptWords(receipt, NOW)).to.equal(words);
      expect(notSentWords(receipt)).to.match(paper);
    }
    for (const receipt of [null, { state: 'sent', at }, { state: 'seen', at, by: 'Dr Marsh' }] as const)
      expect(notSentWords(receipt)).to.equal(null);
    expect(receiptWords(null, NOW)).to.contain('Whether it was kept is not known here.');
  });

  it('say who has seen and answered it, and what was promised', () => {
    const at = '2026-11-21T02:59:00Z';
    expect(receiptWords({ state: 'seen', at, by: 'Dr Marsh' }, NOW)).to.equal('Seen by Dr Marsh 02:59');
    const answered = (promisedBy: string | null) =>
      receiptWords({ state: 'answered', at, by: 'Dr Marsh', promisedBy } as never, NOW);
    expect(answered(null)).to.equal('Answered by Dr Marsh 02:59');
    expect(answered('2026-11-21T04:00:00Z')).to.equal('Answered by Dr Marsh 02:59, promised by 04:00');
  });

  it('say how kept the answers are, and nothing before there are any', () => {
    const of = (state: string, more: object = {}) => keepingWords({ state, ...more } as never, NOW);
    expect(of('nowhere')).to.equal('Nothing is kept: lost when this form or page closes');
    expect(of('nothing-yet')).to.equal('');
    expect(of('saving')).to.equal('Saving');
    expect(of('kept', { kept: { where: 'memory' } })).to.equal('Kept only while this page is open');
    expect(of('overtaken')).to.equal('Not kept: this form was changed elsewhere');
  });
});
