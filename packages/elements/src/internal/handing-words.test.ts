import { expect } from '@open-wc/testing';
import type { Receipt } from '@ehch/clinical';
import { furtherWords } from './further-words.ts';
import { handingWords } from './handing-words.ts';
import { mergedWords } from './merged-words.ts';
import { outcomeOf } from './outcome-of.ts';

const NOW = '2026-11-21T14:20:00Z';
const AT = '2026-11-21T14:05:00Z';
const BESIDE = { sent: 'Nobody has seen it yet.', notSent: 'Nobody else knows.' };

function told(receipt: Receipt, beside: { sent: string; notSent?: string } = BESIDE): string {
  return handingWords({ state: 'told', receipt }, NOW, beside);
}

describe('what has become of a press', () => {
  it('is never called sent before a server has it', () => {
    const notSent: readonly (readonly [Receipt, string])[] = [
      [{ state: 'held-in-memory' }, 'NOT SENT: lost if this browser closes. Nobody else knows.'],
      [
        { state: 'held-in-memory', server: 'none' },
        'NOT SENT: there is no server. Lost if this browser closes.',
      ],
      [{ state: 'saved-on-device', at: AT }, 'saved on this PC 14:05. NOT SENT YET. Nobody else knows.'],
      [
        { state: 'saved-on-device', at: AT, server: 'none' },
        'kept on this PC 14:05. NOT SENT: there is no server, so nobody else sees it.',
      ],
      [
        { state: 'unknown', since: AT, isBeingSent: true },
        'BEING SENT. It is not known yet whether it has arrived.',
      ],
      [
        { state: 'unknown', since: AT },
        'NOT KNOWN whether it arrived. It is being checked, and never sent twice.',
      ],
      [{ state: 'refused', at: AT, why: 'You may not.' }, 'NOT SENT. Refused: You may not.'],
      [
        { state: 'given-up', at: AT, by: 'Ana Lima', why: 'On paper' },
        'NOT SENT. Given up by Ana Lima 14:05: On paper',
      ],
    ];
    for (const [receipt, words] of notSent) expect(told(receipt), receipt.state).to.equal(words);
    expect(told({ state: 'saved-on-device', at: AT }, { sent: 'x' })).to.equal(
      'saved on this PC 14:05. NOT SENT YET.',
    );
    expect(handingWords({ state: 'on-its-way' }, NOW, BESIDE)).to.equal(
      'NOT SENT YET. It is being handed over.',
    );
  });

  it('is not known where the port has said nothing, and not sent where it refused to take it', () => {
    expect(handingWords({ state: 'not-known', why: 'silent' }, NOW, BESIDE)).to.match(
      /^NOT KNOWN .*“Try again”/,
    );
    expect(handingWords({ state: 'not-known', why: 'failed' }, NOW, BESIDE)).to.match(
      /^NOT SENT\. It could not/,
    );
  });

  it('is sent with its hour, and deleted where somebody has deleted it since', () => {
    expect(told({ state: 'sent', at: AT })).to.equal('sent 14:05. Nobody has seen it yet.');
    expect(told({ state: 'seen', at: AT, by: 'Dr Marsh' })).to.equal('sent 14:05. Nobody has seen it yet.');
    expect(told({ state: 'sent', at: AT, isDeleted: true })).to.match(/^DELETED on the server since 14:05\./);
    expect(told({ state: 'sent', at: '2026-11-20T14:05:00Z' })).to.contain('sent 20-Nov-2026 14:05.');
  });

  it('is not known of a port that says more than this version knows', () => {
    expect(told({ state: 'of-tomorrow' } as unknown as Receipt)).to.equal('NOT KNOWN whether it was sent.');
  });
});

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

  it('stands of a further action that nobody is told of it by these words', () => {
    const further = [
      { what: 'Blood tests', owner: 'Nurse Webb' },
      { what: 'Weigh', owner: null },
    ];
    expect(furtherWords(further)).to.deep.equal([
      'Blood tests: Nurse Webb (text only: nobody is told by this)',
      'Weigh: nobody named (text only: nobody is told by this)',
    ]);
  });
});

describe('the outcome of an answer', () => {
  it('is in the words of the place', () => {
    const place = { outcomeWords: { visit: 'We come' } };
    const [known] = [outcomeOf(null, 'worry', 'visit')];
    expect(known.isPromise).to.equal(true);
    expect(outcomeOf(place as never, 'worry', 'visit').id).to.equal('visit');
  });

  it('of a version to come is shown as its own name, and promises nothing', () => {
    expect(outcomeOf(null, 'worry', 'video-call')).to.deep.equal({
      id: 'video-call',
      words: 'video-call',
      isPromise: false,
    });
  });
});
