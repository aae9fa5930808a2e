import { expect } from '@open-wc/testing';
import type { CareActions, Draft, DraftKept } from '@ehch/clinical';
import { draftOf, formNamed } from './frailty-scorer.fixtures.ts';
import { DraftKeeper } from './draft-keeper.ts';

interface Save {
  readonly draft: Draft;
  readonly kept: (kept: DraftKept) => void;
  readonly lost: () => void;
}

const empty = draftOf(formNamed('4at'), {});
const draft = (n: number): Draft => ({ ...empty, id: `draft-${n}` });

/** A port whose every save is settled by the test. */
function port() {
  const saves: Save[] = [];
  const actions: CareActions = {
    saveDraft: (saved) =>
      new Promise((resolve, reject) => {
        saves.push({ draft: saved, kept: resolve, lost: () => reject(new Error('lost')) });
      }),
    loadDraft: () => Promise.resolve(null),
    enqueue: () => Promise.resolve({ state: 'held-in-memory' }),
    watchReceipt: () => undefined,
  };
  const keeper = new DraftKeeper(actions, () => undefined);
  const settle = async (which: 'kept' | 'lost') => {
    const save = saves.at(-1);
    if (which === 'kept') save?.kept({ where: 'memory' });
    else save?.lost();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  };
  return { saves, keeper, settle, ids: () => saves.map((save) => save.draft.id) };
}

describe('the keeping of drafts', () => {
  it('hands over one draft at a time, and of those that wait only the latest', async () => {
    const { keeper, settle, ids } = port();
    for (const n of [1, 2, 3]) keeper.keep(draft(n));
    expect(ids()).to.deep.equal(['draft-1']);
    await settle('kept');
    expect(ids()).to.deep.equal(['draft-1', 'draft-3']);
    expect(keeper.keeping.state).to.equal('keeping');
    await settle('kept');
    expect(keeper.keeping).to.deep.equal({ state: 'kept', kept: { where: 'memory' } });
    expect(keeper.unkept).to.equal(null);
  });

  it('holds a draft that could not be kept until a later try succeeds', async () => {
    const { keeper, settle, ids } = port();
    keeper.keep(draft(1));
    await settle('lost');
    expect(keeper.keeping.state).to.equal('failed');
    expect(keeper.unkept?.id).to.equal('draft-1');
    keeper.retry();
    await settle('kept');
    expect(ids()).to.deep.equal(['draft-1', 'draft-1']);
    expect(keeper.unkept).to.equal(null);
  });

  it('gives what came meanwhile a try of its own when the one before it was lost', async () => {
    const { keeper, settle, ids } = port();
    keeper.keep(draft(1));
    keeper.keep(draft(2));
    await settle('lost');
    expect(ids()).to.deep.equal(['draft-1', 'draft-2']);
    await settle('kept');
    expect(keeper.keeping.state).to.equal('kept');
  });

  it('says when nothing is on its way any more', async () => {
    const { keeper, settle } = port();
    let settled = false;
    keeper.keep(draft(1));
    void keeper.settled().then(() => (settled = true));
    await Promise.resolve();
    expect(settled).to.equal(false);
    await settle('kept');
    expect(settled).to.equal(true);
  });
});
