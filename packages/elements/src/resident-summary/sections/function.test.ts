import { expect } from '@open-wc/testing';
import type { FunctionScore } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const score = (on: string, total: number, version: FunctionScore['version'] = '0-20'): FunctionScore => ({
  ...rec(on),
  id: on,
  instrument: 'barthel',
  version,
  total,
});

async function drawn(compact: boolean, ...scores: readonly FunctionScore[]) {
  const value = { ...SECTIONS.function, scores, statements: [] };
  const view = viewOf(SECTIONS, { function: known({ kind: 'recorded', value }) });
  return draw(document.body, { view }, { compact });
}

const told = async (...scores: readonly FunctionScore[]) =>
  textOf(await drawn(false, ...scores), '[data-section=function]');
const row = async (...scores: readonly FunctionScore[]) => textOf(await drawn(true, ...scores), '#function');

describe('function', () => {
  it('says of how many points a Barthel is, since the two versions have other ranges', async () => {
    expect(await told(score('2026-09-15', 7))).to.contain('Barthel 7 of 20 · lower means more help');
    expect(await told(score('2026-09-15', 35, '0-100'))).to.contain(
      'Barthel 35 of 100 · lower means more help',
    );
    expect(await told(score('2026-09-15', 7, null))).to.match(
      /Barthel 7 · version not recorded, so neither range nor direction is known/,
    );
  });

  it('says from which score of the same version it came, up or down, and compares no others', async () => {
    expect(await row(score('2026-09-15', 7), score('2026-03-10', 10))).to.contain(
      'Barthel 7 of 20 ▼ from 10',
    );
    expect(await row(score('2026-09-15', 12), score('2026-03-10', 10))).to.contain(
      'Barthel 12 of 20 ▲ from 10',
    );
    const other = score('2026-06-10', 60, '0-100');
    expect(await row(score('2026-09-15', 7), other, score('2026-03-10', 10))).to.contain('▼ from 10');
    for (const before of [score('2026-03-10', 7), other, score('2026-03-10', 9, null)])
      expect(await row(score('2026-09-15', 7), before)).not.to.contain('from');
    expect(await row(score('2026-09-15', 7, null), score('2026-03-10', 9, null))).not.to.contain('from');
  });

  it('says the same in the section, and compares no score of another version, nor one that lies ahead, with it', async () => {
    const other = score('2026-06-10', 60, '0-100');
    const ahead = { ...score('2026-12-24', 3), cautions: ['future-dated'] as const };
    const words = await told(score('2026-09-15', 7), other, score('2026-03-10', 10), ahead);
    expect(words).to.match(/Barthel 7 of 20 ?▼ from 10/);
    expect(words).to.contain('Barthel 60 of 100').and.to.contain('Barthel 3 of 20');
    expect(words.match(/from/g)).to.have.length(1);
  });

  it('draws three of one version as a line, and drops none of another', async () => {
    const scores = [score('2026-09-15', 7), score('2026-07-01', 8), score('2026-03-10', 10)];
    const lines = async (...some: readonly FunctionScore[]) =>
      (await drawn(false, ...some)).renderRoot.querySelectorAll('[data-section=function] svg').length;
    expect(await lines(...scores)).to.equal(1);
    expect(await lines(...scores.slice(1))).to.equal(0);
    const text = await told(...scores, score('2026-01-10', 60, '0-100'));
    expect(text).to.contain('Barthel 60 of 100');
    expect(text).to.contain('Barthel 7 of 20');
  });
});
