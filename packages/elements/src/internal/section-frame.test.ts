import { expect } from '@open-wc/testing';
import type { NoneStatement, Problem, ResidentView } from '@ehch/clinical';
import { draw, textOf } from '../../test/draw-summary.ts';
import { retriesIn, retryIn } from '../../test/retry-in.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';

async function offered(name: keyof typeof states): Promise<readonly string[]> {
  const summary = await draw(document.body, states[name]);
  return retriesIn(summary)
    .map(({ section }) => section ?? 'all')
    .sort();
}

const NONE: NoneStatement = {
  id: 'none',
  on: '2026-03-02',
  source: { label: 'GP record' },
  by: null,
  cautions: [],
  text: 'No current problems',
};

type Told = Extract<ResidentView['sections']['problems'], { state: 'known' }>['content'];

async function problems(change: (value: readonly Problem[]) => Told): Promise<string> {
  const { view } = states.typical;
  const section = view.sections.problems;
  if (section.state !== 'known' || section.content.kind !== 'recorded') throw new Error('fixture');
  const content = change(section.content.value);
  const sections = { ...view.sections, problems: { ...section, content } };
  return textOf(await draw(document.body, { view: { ...view, sections } }), '[data-section=problems]');
}

describe('the frame of a section', () => {
  it('tells a statement of none in its own words, alone, beside what is recorded, and once', async () => {
    const said = /No current problems (GP record )?02-Mar-2026/;
    expect(await problems(() => ({ kind: 'recorded-as-none', statements: [NONE] }))).to.match(said);
    expect(await problems((value) => ({ kind: 'recorded', value, nones: [NONE] }))).to.match(said);
    const twice = await problems(() => ({
      kind: 'recorded-as-none',
      statements: [NONE, { ...NONE, id: 'again' }],
    }));
    expect(twice.match(/No current problems/g)?.length).to.equal(1);
  });

  it('offers to try again what failed, whole or in part, and nothing else', async () => {
    expect(await offered('failed-section')).to.deep.equal(['allergies', 'medicines', 'news2']);
    expect(await offered('refresh-failed')).to.include.members(['allergies', 'limits', 'medicines']);
    expect(await offered('gaps')).to.deep.equal(['plan']);
    for (const name of ['typical', 'withheld', 'loading', 'refreshing'] as const)
      expect(await offered(name), name).to.deep.equal([]);
  });

  it('asks for that section of that resident, by a press', async () => {
    const summary = await draw(document.body, states['failed-section']);
    const asked: (string | null)[][] = [];
    summary.addEventListener('ehch-retry', ({ resident, section }) => asked.push([resident, section]));
    retryIn(summary, 'allergies').click();
    expect(asked).to.deep.equal([[states['failed-section'].view.resident, 'allergies']]);
  });
});
