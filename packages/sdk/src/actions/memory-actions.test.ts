import { expect } from '@open-wc/testing';
import { EhchError, type CareIntent, type Receipt } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Draft } from '@ehch/clinical/form';
import { memoryActions } from './memory-actions.ts';

const AT = '2026-11-20T09:15:00Z';
const FORM = { id: 'news2', title: 'NEWS2', version: '1', items: [] };
const NURSE = { name: 'M. Cole', role: 'nurse' };
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
  return { id, resident, pressedAt: AT, what: { kind: 'finish-assessment', assessment, form: FORM } };
}

/** The intent to take back the assessment that the press `finished` signed. */
function about(of: Draft, id: string, finished = 'press-1'): CareIntent {
  const what = { kind: 'withdraw-assessment', finished, draft: of, by: NURSE } as const;
  return { id, resident: of.resident, pressedAt: AT, what };
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
  it('says that a draft is kept in memory, and returns the kept draft', async () => {
    const actions = actionsNow();
    const kept = draft('r1', 'news2');
    expect(await actions.saveDraft(kept, null)).to.deep.equal({ where: 'memory', revision: '1' });
    expect(await actions.loadDraft('r1', 'news2')).to.deep.equal({ draft: kept, revision: '1' });
  });

  it('keeps the drafts of each resident and assessment apart, whatever characters their ids hold', async () => {
    const actions = actionsNow();
    const pairs = [
      ['r1', 'news2'],
      ['r2', 'news2'],
      ['r1', 'cga'],
      ['r1|news2', ''],
      ['r1', '|news2'],
      ['__proto__', 'constructor'],
    ] as const;
    for (const [resident, form] of pairs) await actions.saveDraft(draft(resident, form), null);
    for (const [resident, form] of pairs)
      expect((await actions.loadDraft(resident, form))?.draft.id).to.equal(`${resident}-${form}`);
    expect(await actions.loadDraft('r3', 'news2')).to.equal(null);
  });

  it('lists the unfinished drafts of one resident only', async () => {
    const actions = actionsNow();
    const listed = async (resident: string) =>
      (await actions.listDrafts?.(resident))?.map(({ draft: { form } }) => form.id);
    const of = draft('r1', 'news2');
    await actions.saveDraft(of, null);
    await actions.saveDraft(draft('r1', 'cga'), null);
    await actions.saveDraft(draft('r2', '4at'), null);
    expect(await listed('r1')).to.deep.equal(['news2', 'cga']);
    await actions.enqueue(finish(of));
    expect(await listed('r1')).to.deep.equal(['cga']);
    expect(await listed('r3')).to.deep.equal([]);
  });

  it('keeps a draft as it was handed over, whatever the page does with its own copy', async () => {
    const actions = actionsNow();
    const answers: Record<string, unknown> = { ...draft('r1', 'news2').answers };
    await actions.saveDraft({ ...draft('r1', 'news2'), answers } as Draft, null);
    answers['q'] = null;
    const kept = await actions.loadDraft('r1', 'news2');
    expect(kept?.draft.answers['q']).to.not.equal(null);
    expect(() => Object.assign(kept?.draft.answers ?? {}, { q: null })).to.throw(TypeError);
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

  it('accepts the same press once, and refuses another press with the same id', async () => {
    const actions = actionsNow();
    await actions.enqueue(finish(draft('r1', 'news2')));
    await actions.enqueue(finish(draft('r1', 'news2')));
    expect(actions.held).to.have.length(1);
    const error = await rejected(actions.enqueue(finish(draft('r2', 'news2'))));
    expect(error).to.be.instanceOf(EhchError);
    expect(actions.held.map(({ resident }) => resident)).to.deep.equal(['r1']);
  });

  it('refuses an assessment of another resident than its intent', async () => {
    const actions = actionsNow();
    const error = await rejected(actions.enqueue(finish(draft('r1', 'news2'), 'press-1', 'r2')));
    expect(error).to.be.instanceOf(EhchError);
    expect(String(error)).to.not.match(/r1|r2/);
    expect(actions.held).to.deep.equal([]);
  });

  it('drops the draft of a finished assessment, and keeps a newer draft', async () => {
    const actions = actionsNow();
    const first = draft('r1', 'news2', 'd1');
    await actions.saveDraft(first, null);
    await actions.enqueue(finish(first));
    expect(await actions.loadDraft('r1', 'news2')).to.equal(null);
    // A late save must not bring the finished draft back.
    expect(await rejected(actions.saveDraft(first, null))).to.be.instanceOf(EhchError);
    await actions.saveDraft(draft('r1', 'news2', 'd2'), null);
    await actions.enqueue(finish(draft('r1', 'news2', 'd3'), 'press-2'));
    expect((await actions.loadDraft('r1', 'news2'))?.draft.id).to.equal('d2');
  });

  it('forgets everything, and tells each watched receipt that nothing was sent', async () => {
    const actions = actionsNow();
    await actions.saveDraft(draft('r1', 'cga'), null);
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

  it('never overwrites a draft that changed elsewhere, and returns that draft', async () => {
    const actions = actionsNow();
    const first = draft('r1', 'news2', 'd1');
    await actions.saveDraft(first, null);
    const other = { ...first, changedAt: '2026-11-20T09:16:00Z' };
    for (const revision of [null, '7'])
      expect(await actions.saveDraft(other, revision)).to.deep.equal({
        where: 'overtaken',
        by: { draft: first, revision: '1' },
      });
    expect(await actions.saveDraft(other, '1')).to.deep.equal({ where: 'memory', revision: '2' });
    expect(await actions.loadDraft('r1', 'news2')).to.deep.equal({ draft: other, revision: '2' });
  });

  it('signs no assessment whose draft another person answered meanwhile', async () => {
    const actions = actionsNow();
    const mine = draft('r1', 'news2', 'd1');
    const theirs = { ...mine, answers: {}, changedAt: '2026-11-20T09:16:00Z' };
    await actions.saveDraft(theirs, null);
    const receipt = await actions.enqueue(finish(mine));
    expect(receipt.state).to.equal('refused');
    expect([actions.held, (await actions.loadDraft('r1', 'news2'))?.draft]).to.deep.equal([[], theirs]);
    // The same intent is accepted once its draft is the present one.
    expect((await actions.enqueue(finish(theirs))).state).to.equal('held-in-memory');
    expect(await actions.loadDraft('r1', 'news2')).to.equal(null);
  });

  it('makes a signed assessment a draft again when it is taken back, and keeps a draft that was begun meanwhile', async () => {
    const actions = actionsNow();
    const signed = draft('r1', 'news2', 'd1');
    await actions.enqueue(finish(signed));
    expect((await actions.enqueue(about(signed, 'press-2'))).state).to.equal('held-in-memory');
    const back = await actions.loadDraft('r1', 'news2');
    expect(back?.draft).to.deep.equal(signed);
    expect(await actions.saveDraft(signed, back?.revision ?? null)).to.have.property('where', 'memory');

    const other = draft('r2', 'news2', 'd2');
    await actions.enqueue(finish(other, 'press-3'));
    await actions.saveDraft(draft('r2', 'news2', 'd3'), null);
    const receipt = await actions.enqueue(about(other, 'press-4', 'press-3'));
    expect(receipt.state).to.equal('refused');
    expect((await actions.loadDraft('r2', 'news2'))?.draft.id).to.equal('d3');
  });

  it('takes back, or marks as entered in error, only an assessment that it holds', async () => {
    const actions = actionsNow();
    const signed = draft('r1', 'news2', 'd1');
    const inError: CareIntent = {
      ...about(signed, 'press-3'),
      what: {
        kind: 'enter-in-error',
        finished: 'press-1',
        draft: 'd1',
        reason: 'another resident',
        by: NURSE,
      },
    };
    expect((await actions.enqueue(about(signed, 'press-2'))).state).to.equal('refused');
    expect((await actions.enqueue(inError)).state).to.equal('refused');
    await actions.enqueue(finish(signed));
    expect((await actions.enqueue(inError)).state).to.equal('held-in-memory');
    expect(actions.held.map(({ what }) => what.kind)).to.deep.equal(['finish-assessment', 'enter-in-error']);
  });

  it('takes the same answers as signed once, whichever of two windows signs them', async () => {
    const actions = actionsNow();
    const signed = draft('r1', 'news2', 'd1');
    expect((await actions.enqueue(finish(signed))).state).to.equal('held-in-memory');
    expect((await actions.enqueue(finish({ ...signed }, 'press-2'))).state).to.equal('refused');
    expect(actions.held.length).to.equal(1);
    // What was taken back can be signed once more.
    await actions.enqueue(about(signed, 'press-3'));
    expect((await actions.enqueue(finish(signed, 'press-4'))).state).to.equal('held-in-memory');
    actions.forget();
    expect((await actions.enqueue(finish(signed, 'press-5'))).state).to.equal('held-in-memory');
  });

  it('takes back or marks once, and does neither after the other', async () => {
    const signed = draft('r1', 'news2', 'd1');
    const mark = (id: string): CareIntent => ({
      ...about(signed, id),
      what: {
        kind: 'enter-in-error',
        finished: 'press-1',
        draft: 'd1',
        reason: 'another resident',
        by: NURSE,
      },
    });
    for (const first of [about(signed, 'press-2'), mark('press-2')]) {
      const actions = actionsNow();
      await actions.enqueue(finish(signed));
      expect((await actions.enqueue(first)).state).to.equal('held-in-memory');
      expect((await actions.enqueue(first)).state).to.equal('held-in-memory');
      for (const next of [about(signed, 'press-3'), mark('press-4')])
        expect((await actions.enqueue(next)).state).to.equal('refused');
    }
  });
});
