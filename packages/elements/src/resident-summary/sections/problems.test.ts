import { expect } from '@open-wc/testing';
import type { Problem, ResidentView } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';

function withStatuses(...all: readonly Problem['status'][]): ResidentView {
  const { view } = states.typical;
  const { problems } = view.sections;
  if (problems.state !== 'known' || problems.content.kind !== 'recorded') throw new Error('fixture');
  const [first] = problems.content.value;
  if (first === undefined) throw new Error('fixture');
  const value = all.map((status, place) => ({ ...first, id: `p${place}`, status }));
  const content = { kind: 'recorded', value } as const;
  return { ...view, sections: { ...view.sections, problems: { ...problems, content } } };
}

describe('problems', () => {
  it('counts as active only what the record calls so', async () => {
    const view = withStatuses('active', 'not-stated', 'resolved');
    const text = textOf(await draw(document.body, { view }), '[data-section=problems]');
    expect(text).to.include('1 active, 1 not stated whether active, 1 past');
  });
});
