import { expect } from '@open-wc/testing';
import { LEADING_SECTIONS, SECTION_ORDER, type Section } from '@ehch/clinical';
import { leadingView } from './leading-view.ts';
import { mapSections } from './map-sections.ts';
import { viewWithout } from './view-without.ts';

const at = '2026-11-21T09:30:00Z';
const known: Section<never> = {
  state: 'known',
  content: { kind: 'not-recorded' },
  asOf: at,
  freshness: 'current',
  refresh: { state: 'idle' },
  gaps: [],
};

it('keeps the leading sections and lets the rest wait', () => {
  const view = mapSections(viewWithout('one', 'test', 'timeout', at), () => known);
  const { sections } = leadingView(view);
  for (const name of SECTION_ORDER)
    expect(sections[name]).to.deep.equal(LEADING_SECTIONS.includes(name) ? known : { state: 'loading' });
});

it('never shows a failed or withheld section as loading', () => {
  const failed = viewWithout('one', 'test', 'timeout', at);
  expect(leadingView(failed)).to.equal(failed);
  const withheld = mapSections(failed, () => ({ state: 'withheld', why: 'restricted' }));
  expect(leadingView(withheld)).to.deep.equal(withheld);
});
