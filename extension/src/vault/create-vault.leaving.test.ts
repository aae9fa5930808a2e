import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ANNE, BESS, entry, FRAME, ROSTER, turn, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

/** Anne is on screen and her record is drawn. Then the vault reads the list again, with these residents. */
async function withAnneAndThen(list: typeof ROSTER) {
  const all = await withRoster();
  all.say(ANNE);
  all.asked[0]?.give();
  all.vault.heardSide(all.panel, { kind: 'read-roster' });
  all.lists[1]?.settle(list);
  await turn();
  return all;
}

test('the vault stops asking about a resident who left the list, and shows no late answer', async () => {
  const { last, asked, badges, told } = await withAnneAndThen(ROSTER.slice(1));
  assert.equal(last()?.kind, 'not-on-roster');
  assert.equal(badges.get(1), 'none');
  assert.equal(asked[0]?.stopped(), true);
  const { length } = told;
  asked[0]?.give();
  assert.equal(told.length, length);
});

test('a list that gives the number to another record removes the former record and asks for the new one', async () => {
  const { last, asked } = await withAnneAndThen([entry('anne-2', 'Ashdown', '1938-02-11', '9990000018')]);
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view === null, 'nothing of the former record');
  assert.equal(asked[0]?.stopped(), true);
  asked[0]?.give();
  assert.ok(last()?.kind === 'shown' && (last() as { view: unknown }).view === null, 'also not late');
  assert.equal(asked[1]?.resident, 'anne-2');
});

test('a list that puts the identity in doubt stops the asking', async () => {
  const { last, asked } = await withAnneAndThen([entry('anne', 'Ashdown', '1938-11-02', '9990000018')]);
  assert.equal(last()?.kind, 'blocked');
  assert.equal(asked[0]?.stopped(), true);
});

test('an unchanged list changes nothing', async () => {
  const { last, asked } = await withAnneAndThen(ROSTER);
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view?.resident === 'anne');
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.stopped(), false);
});

test('when the panel follows another tab, the vault stops asking for the former tab’s record', async () => {
  const { say, vault, panel, asked, last } = await withRoster();
  say(ANNE, 1);
  say(BESS, 2, {});
  vault.follow(panel, 2);
  assert.equal(asked[0]?.stopped(), true);
  assert.equal(asked[1]?.stopped(), false);
  vault.follow(panel, 1);
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view === null);
  assert.equal(asked[2]?.resident, 'anne');
});

test('a record that no panel showed meanwhile appears again only after a new answer', async () => {
  const { say, vault, panel, asked, last } = await withRoster();
  say(ANNE, 1);
  asked[0]?.give();
  vault.follow(panel, 2);
  vault.follow(panel, 1);
  const viewNow = () => {
    const state = last();
    return state?.kind === 'shown' ? state.view?.resident : state?.kind;
  };
  assert.equal(viewNow(), undefined);
  asked[1]?.give();
  assert.equal(viewNow(), 'anne');
});

test('a closed panel stops the asking and receives nothing more', async () => {
  const { say, vault, panel, asked, told, badges } = await withRoster();
  say(ANNE);
  vault.removePanel(panel);
  assert.equal(asked[0]?.stopped(), true);
  const { length } = told;
  say(BESS);
  assert.equal(told.length, length);
  assert.equal(badges.get(1), 'resident', 'the mark on the toolbar is for whoever opens it next');
});

test('a closed tab stops the asking about its person', async () => {
  const { say, vault, asked } = await withRoster();
  say(ANNE);
  vault.closedTab(1);
  assert.equal(asked[0]?.stopped(), true);
});

test('a closed vault removes its marks from the tabs, stops the asking and closes its engine', async () => {
  const { say, vault, badges, asked, closed } = await withRoster();
  say(ANNE, 1, FRAME);
  assert.equal(badges.get(1), 'resident');
  vault.close();
  assert.equal(badges.get(1), 'none');
  assert.equal(asked[0]?.stopped(), true);
  assert.equal(closed(), true);
});
