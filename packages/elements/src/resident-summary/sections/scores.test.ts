import { expect } from '@open-wc/testing';
import type { ScoreEntry } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const score = (title: string, on: string | null, said: Partial<ScoreEntry['said']> = {}): ScoreEntry => ({
  ...rec(on),
  id: title,
  instrument: '4at',
  title,
  said: { result: '4 of 12', version: '1.2', beside: [], parts: [], cautions: [], ...said },
});

function drawn(compact: boolean, ...value: readonly ScoreEntry[]) {
  const view = viewOf(SECTIONS, { scores: known({ kind: 'recorded', value }) });
  return draw(document.body, { view }, { compact });
}

describe('other scores', () => {
  it('name in their row the latest with its day, and count the others', async () => {
    const row = async (...some: readonly ScoreEntry[]) => textOf(await drawn(true, ...some), '#scores');
    expect(await row(score('4AT', '2026-10-01'))).to.match(/4AT 4 of 12 · 01-Oct-2026$/);
    expect(await row(score('4AT', '2026-10-01'), score('AMT4', '2026-09-01'))).to.match(
      /01-Oct-2026 · 1 more$/,
    );
    expect(await row(score('4AT', null))).to.contain('date not recorded');
    const ahead = { ...score('4AT', '2026-12-24'), cautions: ['future-dated'] as const };
    expect(await row(ahead))
      .to.contain('1 score')
      .and.not.to.contain('4 of 12');
  });

  it('read as they were signed: with what limits them, by which version, and of what they are made', async () => {
    const said = {
      beside: ['over 92 days'],
      cautions: ['fluid: the number is too high'],
      parts: ['Alertness: 0', 'AMT4: 4'],
    };
    const words = textOf(await drawn(false, score('4AT', '2026-10-01', said)), '[data-section=scores]');
    expect(words).to.contain('4AT 4 of 12 · over 92 days · fluid: the number is too high · 1.2');
    expect(words).to.contain('Alertness: 0 · AMT4: 4');
    const bare = textOf(
      await drawn(false, score('4AT', '2026-10-01', { result: '' })),
      '[data-section=scores]',
    );
    expect(bare).to.contain('4AT · 1.2');
  });
});
