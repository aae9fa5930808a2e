import { expect } from '@open-wc/testing';
import type { OpenMatter, PlaceConfiguration, Receipt, Section } from '@ehch/clinical';
import { escalationStep, openEscalation, type EscalationSession } from '@ehch/clinical/session';
import { threadsOf, type Actor, type Thread, type ThreadAct, type ThreadEntry } from '@ehch/clinical/thread';
import { recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { ESCALATION_PLACE } from './escalation-button.fixtures.ts';
import { escalationReceipt } from './escalation-receipt.ts';
import type { ReceiptAround } from './receipt-around.ts';
import { ringName } from './ring-name.ts';

const ABOUT = { kind: 'resident', resident: 'mary' } as const;
const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
// A Friday on which the practice looks at its inbox from 08:00 to 18:30.
const PRESSED = '2026-11-20T09:00:00.000Z';
const PLACE: PlaceConfiguration = {
  ...ESCALATION_PLACE,
  threads: {
    holdMinutes: 30,
    seenWithinMinutes: { routine: 1440, 'same-day': 120, 'within-hours': 30, now: 5 },
    lateMinutes: 15,
  },
};
const NOTHING_OPEN: Section<readonly OpenMatter[]> = recorded<readonly OpenMatter[]>([]);

const RAISE: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: '',
  signs: ['worry'],
  since: '',
  observations: null,
  askedBy: { kind: 'presser' },
};

/** A session in which a worry was sent at 09:00, and what the port said of it. */
function sentWith(receipt: Receipt): EscalationSession {
  const step = escalationStep();
  let session = openEscalation(ABOUT);
  const stamp = { at: PRESSED, id: 'worry-1' };
  for (const action of [
    { kind: 'tick-worry', isTicked: true },
    { kind: 'raise', by: CARER, clockOffsetMs: null },
    { kind: 'enqueued', entry: 'worry-1', receipt },
  ] as const)
    session = step(session, { ...action, ...stamp }).session;
  return session;
}

/** The thread with these presses, one a minute after the raising at 09:00. */
function threadWith(...acts: readonly (readonly [Actor, ThreadAct, Partial<ThreadEntry>?])[]): Thread {
  const all = [[CARER, RAISE] as const, ...acts];
  const entries = all.map(([by, act, change], place): ThreadEntry => {
    const at = new Date(Date.parse(PRESSED) + place * 60_000).toISOString();
    const id = place === 0 ? 'worry-1' : `press-${place}`;
    const after = place === 0 ? null : place === 1 ? 'worry-1' : `press-${place - 1}`;
    const base = { id, thread: 'worry-1', about: ABOUT, by, pressedAt: at, clockOffsetMs: 0, receivedAt: at };
    return { ...base, after, act, ...change };
  });
  const [thread] = threadsOf(entries);
  if (thread === undefined) throw new Error('No thread.');
  return thread;
}

const SENT: Receipt = { state: 'sent', at: '2026-11-20T09:00:05Z' };

function told(now: string, change: Partial<ReceiptAround> = {}, receipt: Receipt = SENT) {
  const around: ReceiptAround = {
    now: `2026-11-${now}:00Z`,
    place: PLACE,
    inbox: PLACE.inboxes?.[0] ?? null,
    thread: null,
    open: NOTHING_OPEN,
    ringing: { now: { kind: '111' } },
    ...change,
  };
  const words = escalationReceipt(sentWith(receipt), around);
  return { tone: words?.tone, text: [words?.line, ...(words?.more ?? [])].join(' ') };
}

const answer = (promisedBy: string | null): ThreadAct => ({
  kind: 'answer',
  outcome: 'visit',
  further: [{ what: 'Bloods', owner: 'the home' }],
  promisedBy,
  words: 'I will come.',
});

describe('the receipt, at every moment', () => {
  it('what somebody deleted on the server is not sent: it says that nobody will see it there', () => {
    const { tone, text } = told('20T09:00', {}, { ...SENT, isDeleted: true });
    expect(tone).to.equal('not-sent');
    expect(text).to.contain('DELETED on the server since 09:00. Nobody will see it there: ring.');
  });

  it('says what is being sent, and that its arrival is not known', () => {
    const { text, tone } = told('20T09:00', {}, { state: 'unknown', since: PRESSED, isBeingSent: true });
    expect(text).to.equal('BEING SENT. It is not known yet whether it has arrived.');
    expect(tone).to.equal('not-sent');
  });

  it('promises no sending where there is no server, and does not wait for one', () => {
    for (const receipt of [
      { state: 'saved-on-device', at: PRESSED, server: 'none' },
      { state: 'held-in-memory', server: 'none' },
    ] as const) {
      const { text } = told('20T12:00', {}, receipt);
      expect(text).to.match(/NOT SENT: there is no server/);
      expect(text).to.not.match(/YET|more than a minute/);
    }
  });

  it('is a warning while somebody has to ring 999 or 111, and calm once the record has the call', () => {
    const ring = { ...answer(null), outcome: 'urgent-service' } as ThreadAct;
    const asked = threadWith([GP, ring]);
    expect(told('20T09:05', { thread: asked }).tone).to.equal('told-to-ring');
    // As the button “Add this call” names them.
    for (const to of [ringName({ kind: '999' }), ringName({ kind: '111' })]) {
      const rung = threadWith([GP, ring], [CARER, { kind: 'call', to, isAnswered: true, words: '' }]);
      expect(told('20T09:05', { thread: rung }).tone, to).to.equal('answered');
    }
  });

  it('says that 999 or 111 was not rung also after “worse”, sent or not, and what was promised with it', () => {
    const ring = { ...answer('2026-11-20T17:00:00.000Z'), outcome: 'urgent-service' } as ThreadAct;
    const asked = told('20T17:01', { thread: threadWith([GP, ring]) });
    expect(asked.tone).to.equal('told-to-ring');
    expect(asked.text).to.match(/: Ring 999 or 111, promised by 17:00\./);
    const worse: ThreadAct = { kind: 'worse', words: '' };
    const call: ThreadAct = { kind: 'call', to: '999', isAnswered: true, words: '' };
    const unrung = /Dr Asha Rao answered \d\d:\d\d: Ring 999 or 111\. Nobody has said since/;
    for (const now of ['20T09:05', '20T16:00']) {
      const after = told(now, { thread: threadWith([GP, ring], [CARER, worse]) });
      expect(after.tone).to.equal('told-to-ring');
      expect(after.text).to.match(unrung);
    }
    const rung = told('20T09:05', { thread: threadWith([GP, ring], [CARER, worse], [CARER, call]) });
    expect(rung.tone).to.equal('sent');
    expect(rung.text).to.not.match(unrung);
  });

  it('says an answer, and a promise from before a “worse”, in the words of the place', () => {
    const place = { ...PLACE, outcomeWords: { worry: { visit: 'A nurse of Hollin comes' } } };
    const steps = [GP, answer('2026-11-20T17:00:00.000Z')] as const;
    const answered = told('20T09:05', { place, thread: threadWith(steps) });
    expect(answered.text).to.match(
      /^Answered by Dr Asha Rao .*: A nurse of Hollin comes, promised by 17:00\./,
    );
    const worse = threadWith(steps, [CARER, { kind: 'worse', words: '' }]);
    expect(told('20T09:05', { place, thread: worse }).text).to.contain(
      'Promised by Dr Asha Rao before “worse”: A nurse of Hollin comes, by 17:00.',
    );
  });

  it('says of further actions that nobody is told by them', () => {
    const { text } = told('20T09:05', { thread: threadWith([GP, answer(null)]) });
    expect(text).to.contain('Bloods: the home (text only: nobody is told by this)');
    const bare = { ...answer(null), further: [] } as ThreadAct;
    expect(told('20T09:05', { thread: threadWith([GP, bare]) }).text).not.to.contain('text only');
  });

  it('forgets no promise for a “worse” that came after it', () => {
    const thread = threadWith(
      [GP, answer('2026-11-20T17:00:00.000Z')],
      [CARER, { kind: 'worse', words: '' }],
    );
    const before = told('20T09:05', { thread });
    expect(before.text).to.contain('Promised by Dr Asha Rao before “worse”: Somebody will visit, by 17:00.');
    const after = told('20T17:01', { thread });
    expect(after.text).to.contain('▲ The promise for 17:00 has passed. Dr Asha Rao gave it before “worse”.');
    expect(after.tone).to.equal('long');
  });

  it('says "nobody has seen it" only where somebody could look', () => {
    expect(told('20T09:05').text).to.match(/Nobody has seen it yet\./);
    const failed = { state: 'failed', error: { code: 'timeout' }, at: PRESSED } as const;
    expect(told('20T09:05', { open: failed }).text).to.match(/not known: the record could not be read/);
    expect(told('20T09:05', { open: { state: 'loading' } }).text).to.not.match(/Nobody has seen/);
    expect(told('20T09:05', { open: null }).text).to.match(/is not told here/);
  });

  it('says how old the record is by which nobody has seen it', () => {
    const open = {
      ...NOTHING_OPEN,
      freshness: 'stale',
      asOf: '2026-11-20T09:01:00Z',
    } as ReceiptAround['open'];
    expect(told('20T11:00', { open }).text).to.match(
      /As of 09:01: the record could not be read again since\./,
    );
    expect(told('20T09:10', { open, thread: threadWith([GP, { kind: 'see' }]) }).text).to.match(
      /As of 09:01/,
    );
  });

  it('asks to ring where nobody has seen it within the minutes of the place', () => {
    expect(told('20T10:59').tone).to.equal('sent');
    for (const thread of [null, threadWith()]) {
      const late = told('20T11:00', { thread });
      expect(late.tone).to.equal('long');
      expect(late.text).to.match(/Nobody has seen it for 120 minutes\. Do not wait for it: ring\./);
    }
  });

  it('gives each moment of another day its day', () => {
    expect(told('21T08:30').text).to.match(/Sent 20-Nov-2026 09:00\./);
    const thread = threadWith([GP, answer('2026-11-21T10:00:00Z')]);
    expect(told('20T09:05', { thread }).text).to.match(/promised by 21-Nov-2026 10:00\./);
    const long = told('21T10:01', { thread });
    expect(long.text).to.match(
      /Answered by Dr Asha Rao 20-Nov-2026 09:01: .* The promise for 10:00 has passed\./,
    );
    expect(long.tone).to.equal('long');
  });

  it('tells of an answer what it is, its words and what else is to be done', () => {
    const { text, tone } = told('20T09:05', { thread: threadWith([GP, answer(null)]) });
    expect(text).to.equal(
      'Answered by Dr Asha Rao 09:01: Somebody will visit. I will come. Bloods: the home (text only: nobody is told by this)',
    );
    expect(tone).to.equal('answered');
  });

  it('says of a port’s own answer that its promise has passed', () => {
    const receipt = {
      state: 'answered',
      at: PRESSED,
      by: 'Dr Rao',
      promisedBy: '2026-11-20T10:00:00Z',
    } as const;
    expect(told('20T09:30', {}, receipt)).to.deep.equal({
      tone: 'answered',
      text: 'Answered by Dr Rao 09:00, promised by 10:00.',
    });
    expect(told('20T10:01', {}, receipt).tone).to.equal('long');
  });

  it('is closed once somebody confirmed it, also after the promised time', () => {
    const thread = threadWith(
      [GP, answer('2026-11-20T10:00:00Z')],
      [CARER, { kind: 'happened', answer: 'press-1', words: '' }],
    );
    const { text, tone } = told('20T12:00', { thread });
    expect(text).to.match(/^Closed: Sam Okafor confirmed at 09:02 that it happened\./);
    expect(tone).to.equal('sent');
  });

  it('says that nobody is on it any more once the hold of the place has passed', () => {
    const thread = threadWith([GP, { kind: 'take' }]);
    expect(told('20T09:30', { thread }).text).to.match(/Dr Asha Rao is on it since 09:01/);
    expect(told('20T09:31', { thread }).text).to.match(
      /took it 09:01, and has not answered\. Nobody is on it now\./,
    );
  });

  it('never lets an answer or a taking stand for the “worse” after it', () => {
    const worse = [CARER, { kind: 'worse', words: '' }] as const;
    const answered = told('20T09:10', { thread: threadWith([GP, answer(null)], worse) });
    expect(answered.tone).to.equal('sent');
    expect(answered.text).to.not.match(/Answered/);
    const taken = told('20T09:10', { thread: threadWith([GP, { kind: 'take' }], worse) });
    expect(taken.text).to.match(/The last “worse” nobody has seen yet\./);
  });

  it('says “better” and “gone to hospital” beside what stands, and that something came late or is missing', () => {
    const thread = threadWith(
      [CARER, { kind: 'better', words: '' }],
      [CARER, { kind: 'went-to-hospital', where: null, words: '' }, { receivedAt: '2026-11-20T11:00:00Z' }],
      [GP, { kind: 'see' }, { after: 'never-came' }],
    );
    const { text } = told('20T12:00', { thread });
    for (const words of [
      '“Better now”: Sam Okafor 09:01.',
      '“Gone to hospital”: Sam Okafor 09:02.',
      'Sam Okafor pressed 09:02. It reached the server only 11:00.',
      'Something that was pressed on this has not arrived here yet.',
    ])
      expect(text).to.contain(words);
  });

  it('says after a withdrawal that it was withdrawn, whatever was answered', () => {
    const withdraw: ThreadAct = { kind: 'withdraw', why: 'wrong-resident', words: '' };
    const { text, tone } = told('20T09:10', { thread: threadWith([GP, answer(null)], [CARER, withdraw]) });
    expect(text).to.equal('Withdrawn by Sam Okafor 09:02.');
    expect(tone).to.equal('sent');
  });

  it('promises nobody who looks outside the monitored hours, nor beyond the known bank holidays', () => {
    expect(told('20T22:10').text).to.match(/Nobody looks at this until Mon 23-Nov-2026 08:00\. Ring 111\./);
    // Beside "Ring 999 now" nobody may read "Ring 111".
    const ringing = { now: { kind: '999' } } as const;
    expect(told('20T22:10', { ringing }).text).to.match(/Nobody looks at this until .* 08:00\. Ring 999\./);
    const ended = { ...PLACE, bankHolidaysUntil: '2026-10-31' };
    expect(told('20T09:05', { place: ended }).text).to.match(
      /If today is a bank holiday, nobody looks at it\./,
    );
    expect(told('20T09:05', { inbox: null }).text).to.match(/When somebody looks at it is not known here\./);
  });
});
