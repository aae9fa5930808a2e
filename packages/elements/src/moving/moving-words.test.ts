import { EhchError } from '@ehch/clinical';
import type { EhchErrorCode, HeldHere } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import {
  contentWords,
  eraseTrouble,
  eraseWords,
  exportTrouble,
  importTrouble,
  twiceFault,
} from './moving-words.ts';

const failed = (code: EhchErrorCode) => new EhchError(code, 'Not for eyes.');
const held = (part: Partial<HeldHere>): HeldHere => ({
  isOnlyCopy: false,
  residents: 3,
  work: 12,
  drafts: 0,
  unsent: 0,
  ...part,
});

describe('what a file of a home holds', () => {
  it('is counted so that two PCs can be compared, one as one', () => {
    expect(contentWords({ residents: 1, work: 1, drafts: 1, waiting: 1, rows: 1 })).to.equal(
      '1 resident, 1 piece of work, 1 unfinished draft, 1 entry of the audit or not sent; 1 sealed row in all.',
    );
    expect(contentWords({ residents: 3, work: 12, drafts: 0, waiting: 40, rows: 86 })).to.equal(
      '3 residents, 12 pieces of work, 0 unfinished drafts, 40 entries of the audit or not sent; 86 sealed rows in all.',
    );
  });
});

describe('what an erasing takes away', () => {
  it('counts all of the only copy, with what was not sent', () => {
    const words = eraseWords(held({ isOnlyCopy: true, unsent: 2, drafts: 1 }));
    expect(words[0]).to.equal(
      '3 residents, 14 pieces of work and 1 unfinished draft lie on this PC, and nowhere else.',
    );
    expect(words[1]).to.contain('nobody can bring them back');
  });

  it('names beside a server only what nobody else has', () => {
    expect(eraseWords(held({}))).to.deep.equal([
      'Everything that was signed here is on the server. The copies on this PC are erased.',
    ]);
    expect(eraseWords(held({ unsent: 1 }))[0]).to.match(
      /^Nowhere else: 1 piece of work NOT SENT\. Once erased/,
    );
    expect(eraseWords(held({ drafts: 2 }))[0]).to.match(/^Nowhere else: 2 unfinished drafts\. Once erased/);
    expect(eraseWords(held({ unsent: 2, drafts: 1 }))[0]).to.match(
      /^Nowhere else: 2 pieces of work NOT SENT and 1 unfinished draft\./,
    );
  });
});

describe('what failed', () => {
  it('is said with what is true now, and never in the words of an error', () => {
    const nothingTaken = [
      'forbidden',
      'malformed',
      'bad-argument',
      'unsupported',
      'newer-release',
      'busy',
      'not-kept',
      'timeout',
    ] as const;
    expect(new Set(nothingTaken.map((code) => importTrouble(failed(code)))).size).to.equal(
      nothingTaken.length,
    );
    for (const code of nothingTaken) expect(importTrouble(failed(code)), code).not.to.match(/^Not taken in:/);
    expect(importTrouble(failed('timeout'))).to.contain('is not known');
    expect(exportTrouble(failed('locked'))).to.equal(
      'The records are locked. Unlock them, then make the file.',
    );
    expect(exportTrouble(failed('bad-argument'))).to.contain('at least 14 characters');
    expect(exportTrouble(failed('unsupported'))).to.contain('nothing to move');
    expect(eraseTrouble(failed('busy'))).to.contain('nothing was erased');
    expect(eraseTrouble(failed('locked'))).to.contain('Unlock them first');
    expect(eraseTrouble(failed('timeout'))).to.contain('is not known');
  });

  it('says of an error that nobody has foreseen that nothing came of it', () => {
    for (const error of [
      failed('unreachable'),
      new Error('Not for eyes.'),
      null,
      'x',
      { code: 'toString' },
    ]) {
      expect(importTrouble(error))
        .to.match(/^Not taken in: .+\.$/)
        .and.not.to.contain('Not for eyes');
      expect(exportTrouble(error)).to.match(/^No file was made: .+\.$/);
      expect(eraseTrouble(error)).to.match(/^Not erased: .+\.$/);
    }
  });
});

describe('a passphrase that is typed twice', () => {
  it('is strong enough first, and the same both times', () => {
    expect(twiceFault('a', 'a', false)).to.equal('Choose at least 14 characters, or four words.');
    expect(twiceFault('a', 'b', true)).to.equal('The two are not the same. Type both again.');
    expect(twiceFault('a', 'a', true)).to.equal(null);
  });
});
