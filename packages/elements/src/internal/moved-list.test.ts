import { expect } from '@open-wc/testing';
import { MovedList } from './moved-list.ts';

const byMouse = new MouseEvent('click', { detail: 1 });
const byKeyboard = new MouseEvent('click', { detail: 0 });

/** A list on a clock that the test turns. */
function listAt(start: number) {
  let now = start;
  const list = new MovedList(() => now);
  return { list, after: (ms: number) => void (now += ms) };
}

describe('a press in a list that has just been drawn anew', () => {
  it('counts for nothing for half a second, since it was meant for whoever stood there before', () => {
    const { list, after } = listAt(10_000);
    list.see(['agnes', 'bert']);
    after(100);
    list.see(['bert', 'agnes']);
    expect(list.isTooSoon(byMouse)).to.equal(true);
    after(499);
    expect(list.isTooSoon(byMouse)).to.equal(true);
    after(1);
    expect(list.isTooSoon(byMouse)).to.equal(false);
  });

  it('counts at once from the keyboard, under which nothing moves', () => {
    const { list } = listAt(10_000);
    list.see(['agnes', 'bert']);
    list.see(['bert', 'agnes']);
    expect(list.isTooSoon(byKeyboard)).to.equal(false);
    expect(list.isTooSoon(new Event('change'))).to.equal(false);
  });

  it('counts in a list that was drawn for the first time, or again with the same rows', () => {
    const { list } = listAt(0);
    expect(list.isTooSoon(byMouse)).to.equal(false);
    list.see(['agnes', 'bert']);
    expect(list.isTooSoon(byMouse)).to.equal(false);
    list.see(['agnes', 'bert']);
    expect(list.isTooSoon(byMouse)).to.equal(false);
  });
});
