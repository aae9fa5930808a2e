import { expect } from '@open-wc/testing';
import { portSaying } from '../../test/draw-escalation.ts';
import { doPress, drawEscalations, shown } from '../../test/draw-escalations.ts';
import { AT, RAISE, states, threadWith } from './escalations.fixtures.ts';
import { InboxLists } from './inbox-lists.ts';
import { onScreenOf } from './matter-rows.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const AGNES = { kind: 'resident', resident: 'resident-1' } as const;
const BERT = { kind: 'resident', resident: 'resident-2' } as const;
const ON = onScreenOf(threadWith([[CARER, '13:30', RAISE]]));

const lists = () => new InboxLists({ now: () => AT, requestUpdate: () => {} });
const wholeNames = (all: InboxLists['all']) =>
  all.map(({ session: { scope } }) => (scope.kind === 'resident' ? scope.resident : scope.place));

describe('the list on screen and those that left it', () => {
  it('are all told what concerns a press: the one on screen first, and whatever was left with something typed', () => {
    const some = lists();
    expect(some.all).to.deep.equal([]);
    some.open(AGNES, null);
    some.current?.dispatch({ kind: 'begin', what: 'ask', on: ON });
    some.leave();
    some.open(BERT, null);
    some.prune();
    expect(wholeNames(some.all)).to.deep.equal(['resident-2', 'resident-1']);
  });

  it('forget what is settled, and keep what was typed until its resident is back', () => {
    const some = lists();
    some.open(AGNES, null);
    some.leave();
    some.prune();
    expect([some.current, some.left]).to.deep.equal([null, []]);
    some.open(AGNES, null);
    some.current?.dispatch({ kind: 'begin', what: 'ask', on: ON });
    some.current?.dispatch({ kind: 'write', field: 'words', text: 'Fever?' });
    const typed = some.current;
    some.leave();
    some.prune();
    some.open(BERT, null);
    expect(some.current?.session.composing).to.equal(null);
    some.leave();
    some.open(AGNES, null);
    expect(some.current).to.equal(typed);
    expect(wholeNames(some.left)).not.to.include('resident-1');
  });

  it('are not taken over under another port: what was pressed under one is not handed to another', () => {
    const some = lists();
    const port = portSaying('fails');
    some.open(AGNES, port);
    some.current?.dispatch({ kind: 'begin', what: 'ask', on: ON });
    const former = some.current;
    some.leave();
    some.open(AGNES, portSaying('fails'));
    expect(some.current).not.to.equal(former);
    expect(some.left).to.include(former);
  });
});

describe('a list that leaves the screen', () => {
  it('closes the night that was open in it, so that no resident comes back with a page that nobody asked for', async () => {
    const state = states['waiting'];
    const view = state?.view;
    if (state === undefined || !view) throw new Error('No view.');
    const element = await drawEscalations(document.body, state);
    await doPress(element, { kind: 'open-thread', thread: 'worry-1' });
    const isOpen = () => element.renderRoot.querySelector('[data-press=night]')?.ariaExpanded === 'true';
    await doPress(element, { kind: 'night', thread: 'worry-1', isOpen: true });
    expect(isOpen()).to.equal(true);
    element.view = { ...view, resident: 'resident-2' };
    await shown(element);
    element.view = view;
    await shown(element);
    if (element.renderRoot.querySelector('[data-press=night]') === null)
      await doPress(element, { kind: 'open-thread', thread: 'worry-1' });
    expect(isOpen()).to.equal(false);
  });
});
