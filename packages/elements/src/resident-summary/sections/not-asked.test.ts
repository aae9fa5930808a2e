import { expect } from '@open-wc/testing';
import type { Allergy, Content, Gap } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';

const { sections } = states.typical.view;
const NOT_RECORDED = { kind: 'not-recorded' } as const;

async function allergies(content: Content<readonly Allergy[]>, gaps: readonly Gap[] = []) {
  if (sections.allergies.state !== 'known') throw new Error('fixture');
  const section = { ...sections.allergies, content, gaps };
  const view = { ...states.typical.view, sections: { ...sections, allergies: section } };
  return textOf(await draw(document.body, { view }), '[data-section=allergies]');
}

describe('records that nobody asked for', () => {
  it('are named where nothing is recorded, or "none": adverse events with the allergies', async () => {
    const statement = { id: 'n', text: 'No known allergies', scope: 'all' } as const;
    const fact = { on: '2026-11-01', source: { label: 'GP record' }, by: null, cautions: [] } as const;
    const none = { kind: 'recorded-as-none', statements: [{ ...statement, ...fact }] } as const;
    for (const content of [none, NOT_RECORDED])
      expect(await allergies(content)).to.contain('Adverse events are not looked for here');
  });

  it('are not denied where they came with the record, and are counted there instead', async () => {
    const said = await allergies(NOT_RECORDED, [{ why: 'more', what: '1 adverse event, of Mar-2026: Rash' }]);
    expect(said).to.contain('1 adverse event, of Mar-2026: Rash');
    expect(said).not.to.contain('not looked for');
  });

  it('are named with the medicines', async () => {
    const summary = await draw(document.body, states.typical);
    expect(textOf(summary, '[data-section=medicines]')).to.contain('not what was dispensed or given');
  });
});
