import { expect } from '@open-wc/testing';
import type { Receipt } from '@ehch/clinical';
import { howFarSent } from './how-far-sent.ts';

const NOW = '2026-11-21T14:20:00Z';
const AT = '2026-11-21T14:05:00Z';
const BESIDE = { sent: 'Nobody has seen it yet.', notSent: 'Nobody else knows.' };

function told(receipt: Receipt, beside: { sent: string; notSent?: string } = BESIDE): string {
  return howFarSent({ state: 'told', receipt }, NOW, beside);
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
    expect(howFarSent({ state: 'on-its-way' }, NOW, BESIDE)).to.equal(
      'NOT SENT YET. It is being handed over.',
    );
  });

  it('is not known where the port has said nothing, and not sent where it refused to take it', () => {
    expect(howFarSent({ state: 'not-known', why: 'silent' }, NOW, BESIDE)).to.match(
      /^NOT KNOWN .*“Try again”/,
    );
    expect(howFarSent({ state: 'not-known', why: 'failed' }, NOW, BESIDE)).to.match(
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
    const later = JSON.parse('{"state":"of-tomorrow"}') as Receipt;
    expect(told(later)).to.equal('NOT KNOWN whether it was sent.');
  });
});
