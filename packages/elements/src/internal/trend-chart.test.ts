import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { trendChart } from './trend-chart.ts';
import type { TrendPoint } from './trend-chart.ts';

function chart(points: readonly TrendPoint[], usual: number | null = null): HTMLElement {
  const box = document.createElement('div');
  render(trendChart({ title: 'Weight', points, usual, maxGapDays: 30 }), box);
  return box;
}

function point(on: string | null, value: number, part: Partial<TrendPoint> = {}): TrendPoint {
  return { on, value, text: `${value} kg`, ...part };
}

function lines(box: HTMLElement): number {
  return box.querySelectorAll('.line').length;
}

describe('a trend', () => {
  it('joins readings that are near in time', () => {
    expect(
      lines(chart([point('2026-11-20', 48), point('2026-11-01', 49), point('2026-10-15', 50)])),
    ).to.equal(2);
  });

  it('runs from left to right in time, and higher values stand higher, the usual one among them', () => {
    const box = chart([point('2026-11-21', 50), point('2026-11-11', 40), point('2026-11-01', 45)], 45);
    const at = (selector: string, name: string) =>
      [...box.querySelectorAll(selector)].map((mark) => Number(mark.getAttribute(name)));
    expect(at('.dot', 'cx')).to.deep.equal([5, 80, 155]);
    // 40 high: the first of an SVG's lines is the upper one.
    expect(at('.dot', 'cy')).to.deep.equal([20, 35, 5]);
    expect(at('.usual', 'y1')).to.deep.equal([20]);
  });

  it('has the day of a reading without an hour in its table, and no hour that nobody wrote', () => {
    const cells = [...chart([point('2026-11-20', 48), point('2026-11-01', 50)]).querySelectorAll('td')];
    expect(cells[0]?.textContent).to.contain('20-Nov-2026');
    expect(cells.map(({ textContent }) => textContent).join()).not.to.match(/Unknown|00:00/);
  });

  it('says which reading is the lowest, so that a loss is not read as a gain', () => {
    const box = chart([point('2026-11-20', 48), point('2026-11-01', 49), point('2026-10-15', 50)]);
    expect(box.querySelector('figcaption')?.textContent).to.equal(
      '15-Oct-2026 to 20-Nov-2026, lowest 48 kg, highest 50 kg',
    );
  });

  it('joins readings that are just as far apart as the line may bridge', () => {
    expect(lines(chart([point('2026-11-20', 48), point('2026-10-21', 49)]))).to.equal(1);
    expect(lines(chart([point('2026-11-20', 48), point('2026-10-20', 49)]))).to.equal(0);
  });

  it('breaks where more days passed than it may bridge, and says so', () => {
    const box = chart([point('2026-11-20', 48), point('2026-08-01', 49), point('2026-07-15', 50)]);
    expect(lines(box)).to.equal(1);
    expect(box.querySelector('svg')?.getAttribute('aria-label')).to.contain('more than 30 days passed');
  });

  it('never joins different series', () => {
    const other = { series: 'imported' };
    expect(
      lines(chart([point('2026-11-20', 4), point('2026-11-19', 5, other), point('2026-11-18', 5, other)])),
    ).to.equal(1);
  });

  it('gives a lower limit another shape and no line', () => {
    const box = chart([
      point('2026-11-20', 4, { lowerLimit: true }),
      point('2026-11-19', 2),
      point('2026-11-18', 2),
    ]);
    const arrows = [...box.querySelectorAll('.limit')].map((mark) => mark.getAttribute('d') ?? '');
    expect(arrows.length).to.equal(1);
    // It points up: its tip stands in the middle above two feet that are level and apart.
    const [left, tip, right] = [...(arrows[0] ?? '').matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    if (!left || !tip || !right) throw new Error('The arrow has no three corners.');
    expect([left.y, right.x - tip.x, tip.x - left.x]).to.deep.equal([right.y, 3.5, 3.5]);
    expect(left.y - tip.y).to.equal(6);
    expect(lines(box)).to.equal(1);
  });

  it('keeps a reading with a partial date off the line and in the table', () => {
    const box = chart([
      point('2026-11-20', 48),
      point('2026-11', 49),
      point('2026-11-01', 50),
      point(null, 51),
    ]);
    expect(box.querySelectorAll('.dot').length).to.equal(2);
    expect(box.querySelectorAll('tr').length).to.equal(4);
    expect(box.querySelector('svg')?.getAttribute('aria-label')).to.contain('2 readings without a full date');
  });

  it('says in words what it draws', () => {
    const label = chart([point('2026-11-20', 48), point('2026-11-01', 50)], 49)
      .querySelector('svg')
      ?.getAttribute('aria-label');
    expect(label).to.equal(
      'Weight: 2 readings, 01-Nov-2026 to 20-Nov-2026, lowest 48 kg, highest 50 kg; latest 48 kg; usual 49',
    );
  });

  it('draws nothing of a single reading: one point is no trend', () => {
    expect(chart([point('2026-11-20', 48)]).querySelectorAll('svg').length).to.equal(0);
  });
});
