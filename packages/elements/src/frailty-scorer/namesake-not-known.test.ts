import type { ResidentView } from '@ehch/clinical';
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

// FAULT: right is that the banner says that it is not known whether somebody here has the same name. At present, without a server
// after a reload, the warning "Another HUGHES, Margaret lives here" is simply gone from the banner of the form, with the room.
it('a form says in its banner that the check for people of the same name was not possible', async () => {
  const { view } = states['news2-empty'];
  if (!view) throw new Error('No view.');
  const { scorer } = await openScorer('news2', port().actions, { view: withoutList(view) });
  expect(textIn(scorer, '.banner')).to.match(/same name.*not known|not known.*same name/i);
});
