import { expect } from '@open-wc/testing';
import {
  EhchError,
  type CareIntent,
  type Draft,
  type FinishedAssessment,
  type Receipt,
} from '@ehch/clinical';
import { memoryActions } from './memory-actions.ts';

const AT = '2026-11-20T09:15:00Z';
const actionsNow = () => memoryActions({ clock: () => AT });

function draft(resident: string, form: string, id = `${resident}-${form}`): Draft {
  return {
    id,
    resident,
    form: { id: form, version: '1' },
    answers: {
      q: {
        state: 'given',
        values: [{ type: 'number', value: 1 }],
        at: AT,
        by: null,
        from: { kind: 'entered' },
      },
    },
    rows: {},
    decisions: {},
    assessedAt: AT,
    startedAt: AT,
    changedAt: AT,
  };
}

function finish(of: Draft, id = 'press-1', resident = of.resident): CareIntent {
  const assessment: FinishedAssessment = {
    draft: of,
    scores: [],
    totals: {},
    problems: [],
    days: {},
    finishedAt: AT,
    by: null,
  };
  return { id, resident, pressedAt: AT, what: { kind: 'finish-assessment', assessment } };
}

async function rejected(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was taken.');
}

describe('memoryActions', () => {
  it('says of a draft that it is kept in memory, and gives back what was kept', async () => {
    const actions = actionsNow();
    const kept = draft('r1', 'news2');
    expect(await actions.saveDraft(kept)).to.deep.equal({ where: 'memory' });
    expect(await actions.loadDraft('r1', 'news2')).to.deep.equal(kept);
  });

  it('keeps the drafts of each resident and assessment apart, whatever their names look like', async () => {
    const actions = actionsNow();
    const pairs = [
      ['r1', 'news2'],
      ['r2', 'news2'],
      ['r1', 'cga'],
      ['r1|news2', ''],
      ['r1', '|news2'],
      ['__proto__', 'constructor'],
    ] as const;
    for (const [resident, form] of pairs) await actions.saveDraft(draft(resident, form));
    for (const [resident, form] of pairs)
      expect((await actions.loadDraft(resident, form))?.id).to.equal(`${resident}-${form}`);
    expect(await actions.loadDraft('r3', 'news2')).to.equal(null);
  });

  it('holds what was handed over, however the page goes on with its own copy', async () => {
    const actions = actionsNow();
    const answers: Record<string, unknown> = { ...draft('r1', 'news2').answers };
    await actions.saveDraft({ ...draft('r1', 'news2'), answers } as Draft);
    answers['q'] = null;
    const kept = await actions.loadDraft('r1', 'news2');
    expect(kept?.answers['q']).to.not.equal(null);
    expect(() => Object.assign(kept?.answers ?? {}, { q: null })).to.throw(TypeError);
  });

  it('never says that anything was sent', async () => {
    const actions = actionsNow();
    const receipts: Receipt[] = [];
    const signal = new AbortController();
    actions.watchReceipt('press-1', (receipt) => receipts.push(receipt), signal.signal);
    expect(receipts).to.deep.equal([]);
    expect(await actions.enqueue(finish(draft('r1', 'news2')))).to.deep.equal({ state: 'held-in-memory' });
    actions.watchReceipt('press-1', (receipt) => receipts.push(receipt), signal.signal);
    expect(receipts).to.deep.equal([{ state: 'held-in-memory' }, { state: 'held-in-memory' }]);
  });

  it('takes the same press once, and another one under its name not at all', async () => {
    const actions = actionsNow();
    await actions.enqueue(finish(draft('r1', 'news2')));
    await actions.enqueue(finish(draft('r1', 'news2')));
    expect(actions.held).to.have.length(1);
    const error = await rejected(actions.enqueue(finish(draft('r2', 'news2'))));
    expect(error).to.be.instanceOf(EhchError);
    expect(actions.held.map(({ resident }) => resident)).to.deep.equal(['r1']);
  });

  it('refuses an assessment that is about another resident than its intent', async () => {
    const actions = actionsNow();
    const error = await rejected(actions.enqueue(finish(draft('r1', 'news2'), 'press-1', 'r2')));
    expect(error).to.be.instanceOf(EhchError);
    expect(String(error)).to.not.match(/r1|r2/);
    expect(actions.held).to.deep.equal([]);
  });

  it('has no draft any more of what was finished, and keeps a newer one', async () => {
    const actions = actionsNow();
    const first = draft('r1', 'news2', 'd1');
    await actions.saveDraft(first);
    await actions.enqueue(finish(first));
    expect(await actions.loadDraft('r1', 'news2')).to.equal(null);
    // One that comes late would be there again tomorrow.
    expect(await rejected(actions.saveDraft(first))).to.be.instanceOf(EhchError);
    await actions.saveDraft(draft('r1', 'news2', 'd2'));
    await actions.enqueue(finish(draft('r1', 'news2', 'd3'), 'press-2'));
    expect((await actions.loadDraft('r1', 'news2'))?.id).to.equal('d2');
  });

  it('forgets everything, and says to whoever waits that nothing was sent', async () => {
    const actions = actionsNow();
    await actions.saveDraft(draft('r1', 'cga'));
    await actions.enqueue(finish(draft('r1', 'news2')));
    const receipts: string[] = [];
    const stopped = new AbortController();
    actions.watchReceipt('press-1', ({ state }) => receipts.push(state), new AbortController().signal);
    actions.watchReceipt('press-1', () => receipts.push('after its end'), stopped.signal);
    receipts.length = 0;
    stopped.abort();
    actions.forget();
    expect(receipts).to.deep.equal(['refused']);
    expect([actions.held, await actions.loadDraft('r1', 'cga')]).to.deep.equal([[], null]);
  });
});
