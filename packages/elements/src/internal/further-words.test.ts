import { expect } from '@open-wc/testing';
import { furtherWords } from './further-words.ts';

describe('a further action of an answer', () => {
  it('says that nobody is told of it by these words', () => {
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
