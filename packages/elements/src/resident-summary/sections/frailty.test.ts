import { expect } from '@open-wc/testing';
import type { CfsEntry, Frailty, FrailtyIndexEntry } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const cfs = (on: string, level: number, version: string | null = '2.0'): CfsEntry => ({
  ...rec(on),
  id: on,
  level,
  group: level === 9 ? 'own-category' : 'levels-4-to-6',
  version,
  warnings: [],
});
const INDEX: FrailtyIndexEntry = {
  ...rec('2026-10-01'),
  name: 'eFI',
  value: 0.39,
  deficits: { present: 14, considered: 36 },
  band: 'severe',
  roundedSource: false,
};

function drawn(part: Partial<Frailty>, compact: boolean) {
  const value = { cfs: [], indices: [], statements: [], ...part };
  return draw(
    document.body,
    { view: viewOf(SECTIONS, { frailty: known({ kind: 'recorded', value }) }) },
    { compact },
  );
}
const row = async (part: Partial<Frailty>) => textOf(await drawn(part, true), '#frailty');
const told = async (part: Partial<Frailty>) => textOf(await drawn(part, false), '[data-section=frailty]');

describe('the row of frailty', () => {
  it('says the level with its day, and up or down from the one before of the same version', async () => {
    expect(await row({ cfs: [cfs('2026-06-02', 6), cfs('2025-05-13', 5)] })).to.match(
      /CFS 6 ?▲ was 5 · 02-Jun-2026/,
    );
    expect(await row({ cfs: [cfs('2026-06-02', 4), cfs('2025-05-13', 5)] })).to.contain('▼ was 5');
    for (const before of [cfs('2025-05-13', 6), cfs('2025-05-13', 5, '1.2'), cfs('2025-05-13', 9)])
      expect(await row({ cfs: [cfs('2026-06-02', 6), before] })).not.to.contain('was');
    expect(await row({ cfs: [cfs('2026-06-02', 9), cfs('2025-05-13', 5)] })).not.to.contain('was');
  });

  it('says an index where there is no level, and the words of somebody where there is neither', async () => {
    const statements = [{ ...rec('2026-06-02'), text: 'Moderately frail' }];
    expect(await row({ indices: [INDEX], statements }))
      .to.contain('eFI 0.39: severe')
      .and.not.to.contain('Moderately');
    expect(await row({ statements })).to.contain('Moderately frail');
    const ahead = { ...cfs('2026-12-24', 8), cautions: ['future-dated'] as const };
    expect(await row({ cfs: [ahead], indices: [INDEX] })).not.to.contain('CFS 8');
  });
});

describe('frailty', () => {
  it('says of which version a level is, or that nobody said so, and what limits it', async () => {
    expect(await told({ cfs: [cfs('2026-06-02', 6)] })).to.contain(
      'Clinical Frailty Scale 6: of 9, group of levels 4 to 6 · version 2.0',
    );
    expect(await told({ cfs: [cfs('2026-06-02', 6, null)] })).to.contain('version not recorded');
    expect(await told({ cfs: [cfs('2026-06-02', 9)] })).to.contain(
      'a category of its own, not a degree of frailty',
    );
    const baselineOn = '2026-05-20';
    expect(await told({ cfs: [{ ...cfs('2026-06-02', 6), baselineOn }] })).to.contain('as on 20-May-2026');
  });

  it('says of an index of how many deficits it is, and what of it nobody recorded', async () => {
    expect(await told({ indices: [INDEX] })).to.contain('eFI 0.39: severe · 14 of 36 deficits');
    expect(await told({ indices: [{ ...INDEX, value: null, deficits: null, band: null }] })).to.match(
      /eFI · value not recorded/,
    );
    expect(await told({ indices: [{ ...INDEX, value: null, band: null }] })).not.to.contain(
      'value not recorded',
    );
    expect(await told({ indices: [{ ...INDEX, deficits: null }] })).not.to.match(
      /deficits|value not recorded/,
    );
    expect(await told({ indices: [{ ...INDEX, roundedSource: true }] })).to.contain(
      'the number came rounded, where rounding decides the band',
    );
  });
});
