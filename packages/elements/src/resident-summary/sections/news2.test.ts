import { expect } from '@open-wc/testing';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';
import { news2 } from '../typical-resident.fixtures.ts';
import type { NamedMeasurement, News2Entry, ResidentView } from '@ehch/clinical';

/** A resident whose NEWS2 lacks two parts, with this reading taken at the same moment. */
function withReading(name: string, text: string, part: string): ResidentView {
  const { view } = states['incomplete-news2'];
  const { news2 } = view.sections;
  if (news2.state !== 'known' || news2.content.kind !== 'recorded') throw new Error('fixture');
  const [score] = news2.content.value.scores;
  if (score === undefined) throw new Error('fixture');
  const { id, on, source, by } = score;
  const reading: NamedMeasurement = { id: `${id}-${part}`, on, source, by, cautions: [], name, text, part };
  const content = { kind: 'recorded', value: { ...news2.content.value, observations: [reading] } } as const;
  return { ...view, sections: { ...view.sections, news2: { ...news2, content } } };
}

/** The fields of a set of which the pulse alone was taken. */
const ONE_PULSE = news2('2026-11-21T09:05:00Z', {
  rr: null,
  spo2: null,
  oxygen: null,
  sbp: null,
  acvpu: null,
  temp: null,
});

function withOnly(...scores: readonly News2Entry[]): ResidentView {
  const { view } = states['incomplete-news2'];
  const section = view.sections.news2;
  if (section.state !== 'known' || section.content.kind !== 'recorded') throw new Error('fixture');
  const content = {
    kind: 'recorded',
    value: { ...section.content.value, scores, observations: [] },
  } as const;
  return { ...view, sections: { ...view.sections, news2: { ...section, content } } };
}

const drawn = async (...reading: Parameters<typeof withReading>): Promise<string> =>
  textOf(await draw(document.body, { view: withReading(...reading) }), '[data-section=news2]');

/** The same with its scores as this makes them, the usual one of 2 beside them. */
function withScores(change: (latest: News2Entry) => readonly News2Entry[]): ResidentView {
  const { view } = states.typical;
  const { news2 } = view.sections;
  if (news2.state !== 'known' || news2.content.kind !== 'recorded') throw new Error('fixture');
  const [latest] = news2.content.value.scores;
  if (latest === undefined) throw new Error('fixture');
  const content = {
    kind: 'recorded',
    value: { ...news2.content.value, scores: change(latest) },
  } as const;
  return { ...view, sections: { ...view.sections, news2: { ...news2, content } } };
}

const scored = async (change: Parameters<typeof withScores>[0], compact = false): Promise<string> =>
  textOf(await draw(document.body, { view: withScores(change) }, { compact }), '[data-section=news2]');

describe('NEWS2', () => {
  it('says beside the total what it is made of and which score is usual, and that it cancels no concern', async () => {
    const text = await scored((latest) => [latest]);
    expect(text).to.contain('4, usual 2 · low');
    expect(text).to.contain('Parts (points): breaths per minute 21 (2), oxygen saturation 94 (1)');
    expect(text).to.contain('Usual for this person: 2');
    expect(text).to.contain('A low score does not cancel your concern.');
  });

  it('says which part alone scores 3', async () => {
    const text = await scored((latest) => {
      const { items } = latest.score;
      return [{ ...latest, score: { ...latest.score, items: { ...items, rr: { value: 26, score: 3 } } } }];
    });
    expect(text).to.contain('3 in one part: breaths per minute');
  });

  it('says the total of the sender where the parts give another one, in the row too', async () => {
    const other = (latest: News2Entry) => [{ ...latest, importedTotal: 6, disagrees: true }];
    expect(await scored(other)).to.contain('the sender recorded 6');
    expect(await scored(other, true)).to.contain('the sender recorded 6');
    expect(await scored((latest) => [{ ...latest, importedTotal: 4 }])).not.to.contain('the sender recorded');
  });

  it('says scale 2 in the row, and the way from the usual score by its shape', async () => {
    expect(await scored((latest) => [{ ...latest, scale: 2 }], true)).to.match(/▲ 4 on scale 2, usual 2/);
    const lower = (latest: News2Entry) => [{ ...latest, score: { ...latest.score, total: 1 } }];
    expect(await scored(lower, true)).to.match(/▼ 1, usual 2/);
  });

  it('sets a score of a day to come apart, below, and never lets it lead', async () => {
    const text = await scored((latest) => [
      { ...latest, id: 'ahead', on: '2027-02-01', cautions: ['future-dated'], importedTotal: 9 },
      latest,
    ]);
    expect(text).to.match(/^NEWS2 4, usual 2.*Dated in the future 4/);
  });

  it('shows the reading that could not be scored beside the part that is called missing', async () => {
    expect(await drawn('Temperature', '98.6 (no unit)', 'temp')).to.include('Temperature 98.6 (no unit)');
  });

  it('keeps the last whole score in sight where a single reading came later', async () => {
    const view = withOnly(ONE_PULSE, news2('2026-11-21T06:00:00Z', { rr: 25, temp: 38.6, spo2: 93 }));
    const body = textOf(await draw(document.body, { view }), '[data-section=news2]');
    expect(body).to.match(/^NEWS2.*?\b6, .*Later, without a total: at least 0/s);
    const row = textOf(await draw(document.body, { view }, { compact: true }), '[data-toggle=news2]');
    expect(row).to.match(/^NEWS2\s*6, .*; a later one has no total$/);
    expect(row).not.to.include('at least 0');
  });

  it('leads with the single reading where no whole score is there, or the reading says more', async () => {
    const drawnRow = async (...scores: readonly News2Entry[]) =>
      textOf(
        await draw(document.body, { view: withOnly(...scores) }, { compact: true }),
        '[data-toggle=news2]',
      );
    expect(await drawnRow(ONE_PULSE)).to.include('at least 0');
    const old = news2('2026-08-14T10:00:00Z', { rr: 25 });
    expect(await drawnRow(ONE_PULSE, old)).to.include('at least 0');
    expect(await drawnRow(ONE_PULSE, old)).not.to.include('a later one');
  });

  it('tells a later score in doubt in words, and draws no line to it: that would be a recovery that nobody had', async () => {
    const text = await scored((latest) => [
      { ...news2('2026-11-21T13:50:00Z'), cautions: ['mistaken-in-words'] },
      latest,
      news2('2026-11-14T10:00:00Z', { rr: 21 }),
    ]);
    expect(text).to.match(/^NEWS2 .*4, usual 2.*Later, in doubt: 0, usual 2/);
    expect(text).to.include('14-Nov-2026 to 21-Nov-2026, lowest 2, highest 4');
  });

  it('draws no line of the glance to a later score in doubt', async () => {
    const before = [news2('2026-11-14T10:00:00Z', { rr: 21 }), news2('2026-11-18T10:00:00Z')];
    const doubtful: News2Entry = { ...news2('2026-11-21T13:50:00Z'), cautions: ['mistaken-in-words'] };
    const shapeOf = ({ shadowRoot }: Element) =>
      (shadowRoot?.querySelector('.spark')?.outerHTML ?? '').replace(/<!--.*?-->/g, '');
    const line = async (change: Parameters<typeof withScores>[0]) =>
      shapeOf(await draw(document.body, { view: withScores(change) }));
    const firm = await line((latest) => [latest, ...before]);
    expect(firm).to.match(/path|line/);
    expect(await line((latest) => [doubtful, latest, ...before])).to.equal(firm);
  });

  it('draws no line to any of several later scores in doubt, and keeps each in the table with why', async () => {
    const doubtful = (on: string): News2Entry => ({ ...news2(on), cautions: ['mistaken-in-words'] });
    const drawnWith = async (...later: readonly News2Entry[]) => {
      const firm = ['20', '19', '18'].map((day) => news2(`2026-11-${day}T10:00:00Z`, { rr: 25 }));
      const { renderRoot } = await draw(document.body, { view: withScores(() => [...later, ...firm]) });
      return {
        lines: [...renderRoot.querySelectorAll('[data-section=news2] .chart .line, .spark .line')].length,
        table: renderRoot.querySelector('[data-section=news2] table')?.textContent ?? '',
      };
    };
    const { lines } = await drawnWith();
    expect(lines).to.be.above(0);
    const all = await drawnWith(...['13', '11', '10'].map((hour) => doubtful(`2026-11-21T${hour}:00:00Z`)));
    expect(all.lines).to.equal(lines);
    expect(all.table).to.contain('0 (called a mistake)');
  });

  it('says a reading once where the parts of the score say it', async () => {
    expect(await drawn('Pulse', '99 beats per minute', 'pulse')).not.to.include('Pulse 99');
  });
});

describe('two scores of one day', () => {
  it('are told apart by their times, in the line and in the table of the chart', async () => {
    const at = (on: string) => (latest: News2Entry) => ({ ...latest, id: on, on });
    const view = withScores((latest) =>
      ['2026-11-21T14:10:00Z', '2026-11-21T08:20:00Z', '2026-11-20T08:00:00Z'].map((on) => at(on)(latest)),
    );
    const summary = await draw(document.body, { view });
    expect(textOf(summary, '[data-section=news2]')).to.contain('21-Nov-2026 14:10');
    const times = [...summary.renderRoot.querySelectorAll('[data-section=news2] td time [aria-hidden]')];
    expect(times.map(({ textContent }) => textContent)).to.deep.equal([
      '21-Nov-2026 14:10',
      '21-Nov-2026 08:20',
      '20-Nov-2026 08:00',
    ]);
  });
});
