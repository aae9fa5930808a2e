import type { ThreadAct, ThreadEntry } from '@ehch/clinical/thread';
import { expect } from '@open-wc/testing';
import { AT, GP, INBOX_PLACE, RAISE, threadWith } from './escalations.fixtures.ts';
import { askedByWords, cautionWords, linkedWords, raisedWords, standingWords } from './matter-words.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const PHARMACIST = { name: 'Tom Webb', role: 'pharmacist', side: 'practice' } as const;
const TIMES = INBOX_PLACE.threads;
type Step = Parameters<typeof threadWith>[0][number];

const raised: Step = [CARER, '13:30', RAISE];
const answer = (outcome: string, promisedBy: string | null = null): ThreadAct => ({
  kind: 'answer',
  outcome,
  further: [],
  promisedBy,
  words: '',
});
const lineOf = (...steps: readonly Step[]) => {
  const { line, tone } = standingWords(threadWith([raised, ...steps]), AT, TIMES);
  return `${tone}: ${line}`;
};
const cautionsOf = (...steps: readonly Step[]) =>
  cautionWords(threadWith([raised, ...steps]), AT, INBOX_PLACE).join(' ');

describe('how a matter stands, in its first line', () => {
  it('says who has done what, and calls it answered only where a person has answered', () => {
    expect(lineOf()).to.match(/^waiting: Nobody has seen it\. Asked 13:30, 50min ago\.$/);
    expect(lineOf([GP, '13:40', { kind: 'see' }])).to.equal(
      'waiting: Seen by Dr P. Adeyemi 13:40. Nobody is on it.',
    );
    expect(lineOf([GP, '13:40', { kind: 'take' }])).to.match(
      /^on-it: Someone is on it since 13:40: Dr P\. Adeyemi\./,
    );
    expect(lineOf([GP, '13:40', { kind: 'see' }], [GP, '13:45', { kind: 'ask', words: 'Fever?' }])).to.equal(
      'waiting: Dr P. Adeyemi asked the home 13:45. No reply yet, and no answer.',
    );
    expect(lineOf([GP, '13:40', answer('visit', '2026-11-21T17:00:00Z')])).to.equal(
      'answered: Answered by Dr P. Adeyemi 13:40, promised by 17:00.',
    );
    expect(lineOf([GP, '13:40', answer('visit', '2026-11-21T14:00:00Z')])).to.equal(
      'urgent: The promise for 14:00 has passed. Dr P. Adeyemi gave it.',
    );
    expect(lineOf([GP, '13:40', answer('advice')])).to.equal('answered: Answered by Dr P. Adeyemi 13:40.');
    expect(lineOf([GP, '13:40', answer('urgent-service')])).to.match(
      /^urgent: Answered by Dr P\. Adeyemi 13:40\. Nobody has said since that 999 or 111 was rung\.$/,
    );
  });

  it('says of a withdrawal why, and of another resident not to act on it', () => {
    const withdrawn = (why: 'wrong-resident' | 'mistake' | 'not-needed', words = '') =>
      lineOf([CARER, '13:40', { kind: 'withdraw', why, words }]);
    expect(withdrawn('wrong-resident')).to.equal(
      'ended: WITHDRAWN by Sam Okafor 13:40: it was about ANOTHER RESIDENT. Do not act on it here.',
    );
    expect(withdrawn('mistake', 'Pressed twice')).to.match(/it was a mistake \(Pressed twice\)\.$/);
    expect(withdrawn('not-needed')).to.match(/it is no longer needed\.$/);
  });

  it('says that whoever took it has not seen what was added since', () => {
    const worse: Step = [CARER, '14:10', { kind: 'worse', words: '' }];
    expect(lineOf([GP, '14:00', { kind: 'take' }], worse)).to.match(
      /They have not seen what was added since\./,
    );
  });
});

describe('what a reader must know before going by a row', () => {
  it('says when a press arrived late, by both clocks, and how many others did', () => {
    const late = (clockOffsetMs: number | null): Partial<ThreadEntry> => ({
      receivedAt: '2026-11-21T14:10:00Z',
      clockOffsetMs,
    });
    const worse = (offset: number | null): Step => [
      CARER,
      '13:31',
      { kind: 'worse', words: '' },
      late(offset),
    ];
    expect(cautionsOf(worse(0))).to.match(
      /▲ Arrived late: “.+” pressed 21-Nov-2026 13:31 by the clock of whoever pressed, which was right, arrived 21-Nov-2026 14:10/,
    );
    expect(cautionsOf(worse(-90 * 60_000))).to.contain('which was 1hr 30min fast');
    expect(cautionsOf(worse(5 * 60_000))).to.contain('which was 5min slow');
    expect(cautionsOf(worse(null))).to.contain('by the clock of whoever pressed, arrived');
    expect(cautionsOf(worse(0))).not.to.contain('more of its presses');
    const twice = cautionsOf(worse(0), [CARER, '13:32', { kind: 'better', words: '' }, late(0)]);
    expect(twice).to.contain('▲ 1 more of its presses arrived late: the history says when.');
    expect(twice.match(/Arrived late/g)).to.have.length(1);
  });

  it('says that it got worse or better since, and whether somebody still waits', () => {
    const turn = (kind: 'worse' | 'better', words = ''): Step => [CARER, '13:50', { kind, words }];
    expect(cautionsOf(turn('worse', 'Grey now'))).to.match(/▲ WORSE 13:50.*Grey now/);
    expect(cautionsOf(turn('better'))).to.contain('Better now, 13:50, and still waiting');
    expect(cautionsOf([GP, '13:40', answer('advice')], turn('better'))).not.to.contain('still waiting');
    expect(cautionsOf()).to.equal('');
  });

  it('says whom of the relatives who asked somebody still has to tell', () => {
    const askedBy = { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } as const;
    const asked: Step = [CARER, '13:30', { ...RAISE, askedBy }];
    const told: Step = [CARER, '13:55', { kind: 'told', answer: 'worry-1-1', whom: 'Ann Hart' }];
    const words = (...steps: readonly Step[]) =>
      cautionWords(threadWith([asked, ...steps]), AT, INBOX_PLACE).join(' ');
    expect(words()).not.to.contain('has to be told');
    expect(words([GP, '13:40', answer('advice')])).to.contain(
      'Ann Hart asked, and still has to be told the answer.',
    );
    expect(words([GP, '13:40', answer('advice')], told)).not.to.contain('has to be told');
  });

  it('says what an answer replaced, and nothing of its own writer’s', () => {
    const first: Step = [GP, '13:40', answer('advice')];
    expect(cautionsOf(first, [PHARMACIST, '13:50', answer('advice')])).to.contain(
      'It replaced an answer by Dr P. Adeyemi, 13:40',
    );
    expect(cautionsOf(first, [GP, '13:50', answer('advice')])).not.to.contain('It replaced');
  });
});

describe('what was raised', () => {
  it('is told in people’s words, the signs and since when, as much as there is', () => {
    const { raised: told } = threadWith([raised]);
    expect(raisedWords(told)[0]).to.equal('“Not herself since breakfast.”');
    expect(raisedWords(told)).to.have.length(3);
    expect(raisedWords({ ...told, words: '', signs: [], since: '' })).to.deep.equal([]);
  });

  it('says who asked for it, where that is not whoever pressed', () => {
    expect(askedByWords({ kind: 'presser' })).to.equal(null);
    expect(askedByWords({ kind: 'resident' })).to.equal('asked by: the resident');
    expect(askedByWords({ kind: 'relative', name: 'Ann', relation: 'daughter' })).to.equal(
      'asked by: Ann, daughter',
    );
    expect(askedByWords({ kind: 'relative', name: 'Ann', relation: null })).to.equal('asked by: Ann');
  });

  it('says about whom, where a person has linked it since', () => {
    const thread = threadWith([raised]);
    expect(linkedWords(thread)).to.equal(null);
    const person = { name: 'Joan Bell', born: null, room: null };
    expect(linkedWords({ ...thread, linkedFrom: [{ kind: 'unlisted', person }] })).to.contain(
      'Raised about “Joan Bell”, not on the list',
    );
    const other = { ...thread, linkedFrom: [{ kind: 'resident', resident: 'r2' }] } as const;
    expect(linkedWords(other)).to.contain('Raised about another resident');
    expect(cautionWords(other, AT, INBOX_PLACE).join(' ')).to.contain(
      '▲ It was linked to another resident before.',
    );
  });
});
