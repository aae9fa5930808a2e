import { draft } from '../samples.ts';
import type { Promised } from '../store-contract.ts';
import { same } from './expect.ts';

const AT = '2026-11-21T10:00:00Z';

export function draftContract(promised: Promised): void {
  promised(
    'a draft is saved over the revision that it was based on, and over no other',
    async ({ drafts }) => {
      const first = await drafts.save(draft('d1'), null, AT);
      if (first.where === 'overtaken') throw new Error('the first save was overtaken');
      const second = await drafts.save({ ...draft('d1'), changedAt: AT }, first.revision ?? null, AT);
      if (second.where === 'overtaken') throw new Error('the second save was overtaken');
      const late = await drafts.save(draft('d2'), first.revision ?? null, AT);
      same(late, { where: 'overtaken', by: await drafts.load('resident-1', 'cga') });
      same((await drafts.load('resident-1', 'cga'))?.draft.changedAt, AT);
      same((await drafts.save(draft('d3'), null, AT)).where, 'overtaken');
    },
  );

  promised('drafts are listed by resident, and one is removed only under its own id', async ({ drafts }) => {
    await drafts.save(draft('d1'), null, AT);
    await drafts.save(draft('d2', 'resident-1', 'must'), null, AT);
    await drafts.save(draft('d3', 'resident-2'), null, AT);
    same((await drafts.list('resident-1')).map((each) => each.draft.id).sort(), ['d1', 'd2']);
    await drafts.remove({ resident: 'resident-1', form: 'cga', id: 'another' });
    same((await drafts.load('resident-1', 'cga'))?.draft.id, 'd1');
    await drafts.remove({ resident: 'resident-1', form: 'cga', id: 'd1' });
    same(await drafts.load('resident-1', 'cga'), null);
    same((await drafts.list('resident-1')).length, 1);
  });

  promised(
    'a look is kept for each person and resident, and a setting by its name',
    async ({ looks, settings }) => {
      await looks.set('nurse-1', 'resident-1', AT);
      same(await looks.last('nurse-1', 'resident-1'), AT);
      same(await looks.last('nurse-2', 'resident-1'), null);
      same(await looks.last('nurse-1', 'resident-2'), null);
      await settings.set('probe', { level: 'A' });
      same(await settings.get('probe'), { level: 'A' });
      same(await settings.get('nothing'), undefined);
    },
  );

  promised('changeSeq grows with each change of records, outbox and drafts', async (store) => {
    const before = await store.changeSeq();
    await store.drafts.save(draft('d1'), null, AT);
    const after = await store.changeSeq();
    if (after <= before) throw new Error(`changeSeq went from ${before} to ${after}`);
  });
}
