import { expect } from '@open-wc/testing';
import type { ThreadAct } from '@ehch/clinical/thread';
import { AT, GP, INBOX_PLACE, RAISE, threadWith } from '../escalations/escalations.fixtures.ts';
import { questionWords, replacedWords } from './thread-asides.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const PHARMACIST = { name: 'Tom Webb', role: 'pharmacist', side: 'practice' } as const;
const TIMES = INBOX_PLACE.threads;
const RAISED = [CARER, '13:30', RAISE] as const;
const SEEN = [GP, '13:40', { kind: 'see' }] as const;
const ask = (words: string): ThreadAct => ({ kind: 'ask', words });
const answer = (words: string, outcome = 'advice'): ThreadAct => ({
  kind: 'answer',
  outcome,
  further: [],
  promisedBy: null,
  words,
});

describe('questions of the practice that nobody has replied to', () => {
  it('are each read by whoever has to reply: the last in the first line, every other below it, and none twice', () => {
    const one = threadWith([RAISED, SEEN, [GP, '13:50', ask('Is she eating?')]]);
    expect(questionWords(one, AT, TIMES)).to.deep.equal([]);
    const two = threadWith([
      RAISED,
      SEEN,
      [GP, '13:50', ask('Is she eating?')],
      [PHARMACIST, '14:00', ask('')],
      [GP, '14:10', ask('Any fever?')],
    ]);
    expect(questionWords(two, AT, TIMES)).to.deep.equal([
      '▲ Dr P. Adeyemi asked the home 13:50, and has no reply: Is she eating?',
      '▲ Tom Webb asked the home 14:00, and has no reply',
    ]);
  });

  it('are asked of nobody any more once the matter was withdrawn', () => {
    const withdrawn = threadWith([
      RAISED,
      SEEN,
      [GP, '13:50', ask('Is she eating?')],
      [CARER, '14:00', { kind: 'withdraw', why: 'wrong-resident', words: '' }],
    ]);
    expect(questionWords(withdrawn, AT, TIMES)).to.deep.equal([]);
  });
});

describe('an answer that another person’s answer replaced', () => {
  it('stays readable with its words, so that nobody waits for what it promised', () => {
    const thread = threadWith([
      RAISED,
      [GP, '13:50', answer('Small sips.')],
      [PHARMACIST, '14:00', answer('Stop the tablets.')],
    ]);
    expect(replacedWords(thread, AT, null)).to.have.length(1);
    expect(replacedWords(thread, AT, null)[0]).to.match(
      /^It replaced an answer by Dr P\. Adeyemi, 13:50: .+\. Small sips\.$/,
    );
  });

  it('is nothing that the same person wrote before, and nothing where nobody has answered', () => {
    const same = threadWith([
      RAISED,
      [GP, '13:50', answer('Small sips.')],
      [GP, '14:00', answer('Nothing.')],
    ]);
    expect(replacedWords(same, AT, null)).to.deep.equal([]);
    expect(replacedWords(threadWith([RAISED, SEEN]), AT, null)).to.deep.equal([]);
  });
});
