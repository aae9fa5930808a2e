import { expect } from '@open-wc/testing';
import type { Problem, ResidentView } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';

function withStatuses(...all: readonly Problem['status'][]): ResidentView {
  return withProblems(...all.map((status) => ({ status })));
}

function withProblems(...all: readonly Partial<Problem>[]): ResidentView {
  const { view } = states.typical;
  const { problems } = view.sections;
  if (problems.state !== 'known' || problems.content.kind !== 'recorded') throw new Error('fixture');
  const [first] = problems.content.value;
  if (first === undefined) throw new Error('fixture');
  const value = all.map((part, place) => ({ ...first, ...part, id: `p${place}` }));
  const content = { kind: 'recorded', value } as const;
  return { ...view, sections: { ...view.sections, problems: { ...problems, content } } };
}

describe('problems', () => {
  it('counts as active only what the record calls so', async () => {
    const view = withStatuses('active', 'not-stated', 'resolved');
    const text = textOf(await draw(document.body, { view }), '[data-section=problems]');
    expect(text).to.include('1 active, 1 not stated whether active, 1 past');
  });

  it('names in its row what changes a decision, not what is newest', async () => {
    const newestFirst = [
      'Dry skin',
      'Constipation',
      'Sore eye',
      'COPD with home oxygen',
      'Vascular dementia',
    ];
    const view = withProblems(...newestFirst.map((text) => ({ text, status: 'active' as const })));
    const text = textOf(await draw(document.body, { view }, { compact: true }), '#problems');
    expect(text).to.include('Vascular dementia, COPD with home oxygen').and.to.include('2 more');
    expect(text).not.to.include('Sore eye');
  });
});
