import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { latePart } from '../../test/late-part.ts';
import { PartLoader } from './part-loader.ts';

const PART = { name: 'the part' };

function loading() {
  const late = latePart(PART);
  const told: string[] = [];
  const done: string[] = [];
  const loader = new PartLoader(
    () => late.source,
    () => told.push(loader.state),
  );
  const press = (what: string) => loader.use((part) => done.push(`${what} with ${part.name}`));
  return { late, loader, told, done, press };
}

describe('a part that is fetched once somebody needs it', () => {
  it('does what was pressed last when it comes, once, and at once from then on', async () => {
    const { late, loader, told, done, press } = loading();
    expect(loader.state).to.equal('to-come');
    press('open');
    press('copy');
    expect([loader.state, done]).to.deep.equal(['awaited', []]);
    late.asked.at(-1)?.come();
    await waitUntil(() => done.length > 0);
    expect([loader.state, done]).to.deep.equal(['here', ['copy with the part']]);
    expect(told.at(-1)).to.equal('here');
    press('print');
    expect(done).to.deep.equal(['copy with the part', 'print with the part']);
  });

  it('does nothing for whoever has left meanwhile', async () => {
    const { late, loader, done, press } = loading();
    press('open');
    loader.forgetPress();
    late.asked.at(-1)?.come();
    await waitUntil(() => loader.state === 'here');
    expect(done).to.deep.equal([]);
  });

  it('says that it is not to be had, tries again at a press, and does not do the failed press later', async () => {
    const { late, loader, done, press } = loading();
    press('open');
    late.asked.at(-1)?.fail();
    await waitUntil(() => loader.state === 'failed');
    press('copy');
    expect(loader.state).to.equal('awaited');
    late.asked.at(-1)?.come();
    await waitUntil(() => done.length > 0);
    expect(done).to.deep.equal(['copy with the part']);
  });

  it('is fetched again by itself once the network is back', async () => {
    const { late, loader, press, done } = loading();
    press('open');
    late.asked.at(-1)?.fail();
    await waitUntil(() => loader.state === 'failed');
    const before = late.asked.length;
    dispatchEvent(new Event('online'));
    await waitUntil(() => late.asked.length > before, 'asked again', { timeout: 5000 });
    late.asked.at(-1)?.come();
    await waitUntil(() => loader.state === 'here');
    expect(done).to.deep.equal([]);
  });

  it('is fetched in idle time, once however often somebody prepares for it', async () => {
    const { late, loader } = loading();
    loader.prepare();
    loader.prepare();
    await waitUntil(() => late.asked.length > 0, 'asked', { timeout: 5000 });
    await aTimeout(20);
    expect([late.asked.length, loader.state]).to.deep.equal([1, 'to-come']);
    late.asked.at(-1)?.come();
    await waitUntil(() => loader.state === 'here');
  });
});
