import { expect } from '@open-wc/testing';
import {
  answerWith,
  AT,
  CARER,
  GP,
  INBOX_PLACE,
  RAISE,
  threadWith,
  type ThreadStep,
} from '../escalations/escalations.fixtures.ts';
import type { ReceiptAround } from './receipt-around.ts';
import { pressedSinceWords, receiptFromRecord } from './receipt-from-record.ts';

const threadOf = (...steps: readonly ThreadStep[]) => threadWith([[CARER, '13:30', RAISE], ...steps]);
const told = (...steps: readonly ThreadStep[]) =>
  receiptFromRecord({
    now: AT,
    place: INBOX_PLACE,
    inbox: null,
    thread: threadOf(...steps),
    open: null,
    ringing: { now: { kind: '999' } },
  } satisfies ReceiptAround);

describe('what the practice did with a worry', () => {
  it('is an answer with its outcome, its words and what else is done', () => {
    const further = [{ what: 'Blood tests', owner: 'Nurse Webb' }];
    const words = told([GP, '13:40', answerWith({ words: 'Small sips.', further })]);
    expect(words?.tone).to.equal('answered');
    expect(words?.line).to.match(/^Answered by Dr P\. Adeyemi 13:40: .+\.$/);
    expect(words?.more).to.deep.equal([
      'Small sips.',
      'Blood tests: Nurse Webb (text only: nobody is told by this)',
    ]);
    expect(told([GP, '13:40', answerWith()])?.more).to.deep.equal([]);
  });

  it('is no answer any more once its promise has passed, nor while somebody still has to ring', () => {
    const promised = (promisedBy: string) =>
      told([GP, '13:40', answerWith({ outcome: 'visit', promisedBy })]);
    expect(promised('2026-11-21T17:00:00Z')).to.deep.include({ tone: 'answered' });
    expect(promised('2026-11-21T17:00:00Z')?.line).to.contain(', promised by 17:00.');
    expect(promised('2026-11-21T14:00:00Z')).to.deep.include({ tone: 'long' });
    expect(promised('2026-11-21T14:00:00Z')?.line).to.contain('The promise for 14:00 has passed.');
    expect(told([GP, '13:40', answerWith({ outcome: 'urgent-service' })])?.tone).to.equal('told-to-ring');
  });

  it('is a question, that somebody is on it, or that somebody has seen it: each without an answer', () => {
    const seen: ThreadStep = [GP, '13:40', { kind: 'see' }];
    expect(told(seen)).to.deep.equal({
      line: 'Seen by Dr P. Adeyemi 13:40. No answer yet.',
      tone: 'sent',
      more: [],
    });
    expect(told(seen, [GP, '13:45', { kind: 'ask', words: 'Fever?' }])).to.deep.equal({
      line: 'Dr P. Adeyemi asks: Fever?',
      tone: 'sent',
      more: ['This is no answer yet. Reply below.'],
    });
    const taken: ThreadStep = [GP, '13:45', { kind: 'take' }];
    expect(told(taken)).to.deep.equal({
      line: 'Dr P. Adeyemi is on it since 13:45. No answer yet.',
      tone: 'sent',
      more: [],
    });
    expect(told(taken, [CARER, '14:10', { kind: 'worse', words: '' }])?.more).to.include(
      'The last “worse” nobody has seen yet.',
    );
  });

  it('says nothing while the port knows better: before anybody has done anything, and in time', () => {
    expect(told()).to.equal(null);
    const late = threadWith([[CARER, '12:00', RAISE]]);
    const around = {
      now: AT,
      place: INBOX_PLACE,
      inbox: null,
      open: null,
      ringing: { now: { kind: '999' } },
    } as const;
    expect(receiptFromRecord({ ...around, thread: late })).to.deep.equal({
      line: 'Asked 12:00. Nobody has seen it yet.',
      tone: 'long',
      more: ['Nobody has seen it for 140 minutes. Do not wait for it: ring.'],
    });
    expect(receiptFromRecord({ ...around, thread: null })).to.equal(null);
  });
});

describe('what the home has pressed since', () => {
  it('is read by whoever comes next, and is nobody’s history of a matter about another resident', () => {
    const since = (...steps: readonly ThreadStep[]) => pressedSinceWords(threadOf(...steps), AT).join(' ');
    const call: ThreadStep = [
      CARER,
      '13:45',
      { kind: 'call', to: '999', isAnswered: true, words: 'On its way' },
    ];
    const gone: ThreadStep = [
      CARER,
      '13:50',
      { kind: 'went-to-hospital', where: 'Hollin Hospital', words: 'By car' },
    ];
    expect(since(call, gone)).to.match(/999.*13:45.*On its way.*13:50.*Hollin Hospital.*By car/);
    expect(since([GP, '13:40', { kind: 'see' }])).to.equal('');
    expect(since(call, [CARER, '13:55', { kind: 'withdraw', why: 'wrong-resident', words: '' }])).to.equal(
      '',
    );
  });
});
