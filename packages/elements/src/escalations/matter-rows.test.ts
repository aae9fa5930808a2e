import type { HomeMatters, MatterRecord } from '@ehch/clinical';
import { KINDS } from '@ehch/clinical/thread';
import type { Thread, ThreadAct } from '@ehch/clinical/thread';
import { expect } from '@open-wc/testing';
import { SECTIONS, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { AT, GP, INBOX_PLACE, RAISE, threadWith, withThreads } from './escalations.fixtures.ts';
import { onScreenOf, rowOf, rowsOf, whomToTell } from './matter-rows.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const TIMES = INBOX_PLACE.threads;
const ANSWER: ThreadAct = { kind: 'answer', outcome: 'advice', further: [], promisedBy: null, words: '' };
const relative = (name: string) => ({ kind: 'relative', name, relation: null }) as const;

function thread(id: string, time = '13:30', about?: Thread['about']): Thread {
  return threadWith([[CARER, time, RAISE]], about === undefined ? { id } : { id, about });
}

function rows(...threads: readonly Thread[]) {
  const record: MatterRecord = withThreads(viewOf(SECTIONS), ...threads);
  return rowsOf({ kind: 'resident', record }, AT, TIMES);
}

describe('the rows of a resident', () => {
  it('are their own threads alone, whatever a source has put beside them', () => {
    const stranger = thread('of-another', '13:30', { kind: 'resident', resident: 'resident-2' });
    const nobody = thread('of-nobody', '13:30', {
      kind: 'unlisted',
      person: { name: 'Joan Bell', born: null, room: null },
    });
    const own = thread('own');
    expect(rows(own, stranger, nobody).map((row) => row.thread.id)).to.deep.equal(['own']);
    expect(rowOf(rows(own), 'own')?.record?.resident).to.equal('resident-1');
    expect(rowOf(rows(own), 'of-another')).to.equal(null);
  });

  it('have those that ended lately as well', () => {
    const ended = threadWith([
      [CARER, '13:30', RAISE],
      [CARER, '13:40', { kind: 'withdraw', why: 'not-needed', words: '' }],
    ]);
    expect(rows(ended).map((row) => row.thread.id)).to.deep.equal(['worry-1']);
  });

  it('name what may be the same matter: of one kind, within its hours, while both are open', () => {
    const duplicates = (...threads: readonly Thread[]) =>
      rows(...threads).map((row) => [row.thread.id, row.duplicates.map(({ id }) => id)]);
    const within = KINDS.worry.joinWithinHours;
    const at = (hours: number, minutes = 0) => {
      const moment = new Date(Date.parse('2026-11-21T00:00:00Z') + (hours * 60 + minutes) * 60_000);
      return {
        ...thread(`h${hours}-${minutes}`),
        raised: { ...thread('x').raised, at: moment.toISOString() },
      };
    };
    const [first, last, late] = [at(0), at(within), at(within, 1)];
    expect(duplicates(first, last).flatMap(([, others]) => others)).to.have.length(2);
    expect(duplicates(first, late).flatMap(([, others]) => others)).to.have.length(0);
    expect(
      duplicates(first).flatMap(([, others]) => others),
      'itself',
    ).to.deep.equal([]);
  });
});

describe('the rows of the homes', () => {
  it('have people on no list beside the residents, and only as people on no list', () => {
    const person = { name: 'Joan Bell', born: null, room: null };
    const unlisted = thread('of-nobody', '13:30', { kind: 'unlisted', person });
    const matters = {
      residents: [withThreads(viewOf(SECTIONS), thread('own'))],
      homes: [
        {
          home: 'rowan-court',
          name: 'Rowan Court',
          state: { state: 'loading' },
          unlisted: recorded([unlisted, thread('of-a-resident')]),
        },
      ],
      onTheList: [],
    } as unknown as HomeMatters;
    const found = rowsOf({ kind: 'homes', matters }, AT, TIMES);
    expect(found.map((row) => row.thread.id).toSorted()).to.deep.equal(['of-nobody', 'own']);
    expect(rowOf(found, 'of-nobody')?.record).to.equal(null);
  });
});

describe('a thread as it stands on screen, for a press on it', () => {
  it('says which answer and which presses whoever pressed has seen', () => {
    const answered = threadWith([
      [CARER, '13:30', RAISE],
      [GP, '13:40', ANSWER],
    ]);
    expect(onScreenOf(answered)).to.deep.include({
      id: 'worry-1',
      answer: 'worry-1-1',
      entries: ['worry-1', 'worry-1-1'],
      isOpen: true,
      resident: 'resident-1',
      raisedBy: 'home',
    });
    expect(onScreenOf(thread('worry-1')).answer).to.equal(null);
  });

  it('goes the way of its raising where a person has linked it since', () => {
    const about = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: null } } as const;
    expect(onScreenOf({ ...thread('worry-1'), linkedFrom: [about] })).to.deep.include({
      about,
      resident: 'resident-1',
    });
  });
});

describe('a relative who asked (thread SPEC P9)', () => {
  const asked = (...names: readonly string[]): Thread => {
    const [first = '', ...others] = names;
    const answered = threadWith([
      [CARER, '13:30', { ...RAISE, askedBy: relative(first) }],
      [GP, '13:40', ANSWER],
    ]);
    return {
      ...answered,
      alsoRaised: others.map((name) => ({ ...answered.raised, askedBy: relative(name) })),
    };
  };
  const tell = (one: Thread, ...whom: readonly string[]): Thread => ({
    ...one,
    entries: [
      ...one.entries,
      ...whom.map((name, at) => ({
        ...(one.entries[0] as Thread['entries'][number]),
        id: `told-${at}`,
        act: { kind: 'told', answer: 'worry-1-1', whom: name } as const,
      })),
    ],
  });

  it('has to be told once there is an answer, each of several by name', () => {
    expect(whomToTell(threadWith([[CARER, '13:30', { ...RAISE, askedBy: relative('Ann') }]]))).to.equal(null);
    expect(whomToTell(asked('Ann'))).to.equal('Ann');
    expect(whomToTell(asked('Ann', 'Ben'))).to.equal('Ann');
    expect(whomToTell(tell(asked('Ann', 'Ben'), 'Ann'))).to.equal('Ben');
    expect(whomToTell(tell(asked('Ann', 'Ben'), 'Ann', 'Ben'))).to.equal(null);
  });

  it('is nobody where staff asked, and nobody has to be told of a matter that was withdrawn', () => {
    const plain = threadWith([
      [CARER, '13:30', RAISE],
      [GP, '13:40', ANSWER],
    ]);
    expect(whomToTell(plain)).to.equal(null);
    const withdrawn = threadWith([
      [CARER, '13:30', { ...RAISE, askedBy: relative('Ann') }],
      [GP, '13:40', ANSWER],
      [CARER, '13:50', { kind: 'withdraw', why: 'mistake', words: '' }],
    ]);
    expect(whomToTell(withdrawn)).to.equal(null);
  });
});
