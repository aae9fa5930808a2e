import type { ResidentView, Section } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { openScorer, port, textIn } from '../../test/scorer-with-port.ts';
import { NOW, states } from './frailty-scorer.fixtures.ts';

/** What the engine gives while the list of residents could not be read (sync `view-of.ts`, `rosterGap`). */
function withoutList(view: ResidentView): ResidentView {
  const { identity } = view.sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded') throw new Error('No identity.');
  const { sameName: _, ...alone } = identity.content.value;
  const content = { ...identity.content, value: alone };
  const alerts = { state: 'failed', error: { code: 'unreachable' }, at: NOW } as const;
  return { ...view, sections: { ...view.sections, identity: { ...identity, content }, alerts } };
}

// Without a server after a reload, the warning "Another HUGHES, Margaret lives here" cannot be given. Silence would deny it.
it('a form says in its banner that the check for people of the same name was not possible', async () => {
  const { view } = states['news2-empty'];
  if (!view) throw new Error('No view.');
  const { scorer } = await openScorer('news2', port().actions, { view: withoutList(view) });
  expect(textIn(scorer, '.banner')).to.match(/Whether somebody here has the same name is not known\./);
  // Whoever fills the form in can compare the room.
  expect(textIn(scorer, '.banner')).to.match(/Room/);
});

it('a form says of a check that is still going on that the outcome is not known yet, and nothing once it is done', async () => {
  const { view } = states['news2-empty'];
  if (!view) throw new Error('No view.');
  const { sections } = withoutList(view);
  const loading = { ...view, sections: { ...sections, alerts: { state: 'loading' } } } as const;
  const { scorer } = await openScorer('news2', port().actions, { view: loading });
  expect(textIn(scorer, '.banner')).to.contain('is not known yet.');
  const none: Section<never> = {
    state: 'known',
    content: { kind: 'not-recorded' },
    gaps: [],
    asOf: NOW,
    freshness: 'current',
    refresh: { state: 'idle' },
  };
  const done = { ...view, sections: { ...sections, alerts: none } };
  const other = await openScorer('news2', port().actions, { view: done });
  expect(textIn(other.scorer, '.banner')).not.to.contain('same name');
});
