import { expect } from '@open-wc/testing';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

/** The summary of somebody who weighed 50 kg three months before. */
function viewAt(now: number) {
  const weights = [
    { ...rec('2026-11-03'), value: now, unit: 'kg' },
    { ...rec('2026-08-04'), value: 50, unit: 'kg' },
  ];
  const value = { weights, height: null, bmi: null };
  return viewOf(SECTIONS, { weight: known({ kind: 'recorded', value }) });
}

async function rowOf(now: number): Promise<string> {
  const summary = await draw(document.body, { view: viewAt(now) }, { compact: true });
  return textOf(summary, '#weight .row-says');
}

describe('the weight', () => {
  it('has its chart below it, and not below a height, which would be read as its', async () => {
    const summary = await draw(document.body, states.typical);
    const section = summary.renderRoot.querySelector('[data-section=weight]');
    const chart = section?.querySelector('.trend');
    const height = [...(section?.querySelectorAll('.fact') ?? [])].find((one) =>
      one.textContent.includes('BMI'),
    );
    if (!chart || !height) throw new Error('fixture');
    expect(chart.compareDocumentPosition(height) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });
});

describe('the change of weight in its section', () => {
  it('has its sign, however small it is', async () => {
    for (const [now, said] of [
      [50.4, '+0.4 kg (+0.8 %) since 04-Aug-2026'],
      [49.6, '-0.4 kg (-0.8 %) since 04-Aug-2026'],
    ] as const)
      expect(textOf(await draw(document.body, { view: viewAt(now) }), '[data-section=weight]')).to.contain(
        said,
      );
  });
});

describe('an earlier weight that was only stated', () => {
  it('says so beside the change, and in the table of the chart', async () => {
    const weights = [
      { ...rec('2026-11-03'), value: 45, unit: 'kg' },
      { ...rec('2026-08-04'), value: 50, unit: 'kg', details: ['as stated, not measured'] },
    ];
    const value = { weights, height: null, bmi: null };
    const view = viewOf(SECTIONS, { weight: known({ kind: 'recorded', value }) });
    const summary = await draw(document.body, { view });
    const said = textOf(summary, '[data-section=weight]');
    expect(said).to.contain('-5 kg (-10 %) since 04-Aug-2026, then 50 kg (as stated, not measured)');
    const table = summary.renderRoot.querySelector('[data-section=weight] table')?.textContent;
    expect(table).to.contain('50 kg (as stated, not measured)');
  });
});

describe('the row of the weight', () => {
  it('marks a change of two percent or more with a shape, and says a smaller one plainly', async () => {
    expect(await rowOf(49)).to.equal('▼ 2 % in 3 months · 49 kg · 03-Nov-2026');
    expect(await rowOf(51.5)).to.equal('▲ 3 % in 3 months · 51.5 kg · 03-Nov-2026');
    expect(await rowOf(49.9)).to.equal('-0.2 % in 3 months · 49.9 kg · 03-Nov-2026');
    expect(await rowOf(50.4)).to.equal('+0.8 % in 3 months · 50.4 kg · 03-Nov-2026');
    expect(await rowOf(50)).to.equal('50 kg · 03-Nov-2026');
  });
});
