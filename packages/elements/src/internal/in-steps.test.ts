import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html, render } from 'lit';
import { bringInFront } from '../../test/in-front.ts';
import { factList } from './fact-list.ts';

const facts = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ cautions: [] as const, name: `medicine ${place}` }));

describe('a long list', () => {
  // A browser gives a page that is behind others no frames, as a test's may be: the steps then come by the clock.
  let root: HTMLElement;
  const draw = (count: number) =>
    render(
      factList(facts(count) as never[], ({ name }: { name: string }) => html`<li>${name}</li>`),
      root,
    );
  const rows = () => [...root.querySelectorAll('li')].map(({ textContent }) => textContent);

  // `fixture` waits for a frame.
  before(bringInFront);

  beforeEach(async () => {
    root = await fixture(html`<div></div>`);
  });

  it('is drawn in steps, says how much of it is there, and ends with all of it', async () => {
    draw(100);
    expect(rows()).to.have.lengthOf(31);
    expect(rows().at(-1)).to.equal('30 of 100 shown. The rest follows.');
    await waitUntil(() => rows().length === 100);
    expect(rows()).to.deep.equal(facts(100).map(({ name }) => name));
  });

  it('of no more than a screen or two is drawn at once', () => {
    draw(30);
    expect(rows()).to.deep.equal(facts(30).map(({ name }) => name));
  });

  it('is whole on paper, whatever was drawn before', () => {
    draw(100);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).to.deep.equal(facts(100).map(({ name }) => name));
  });

  it('never gets shorter by being told again', async () => {
    draw(100);
    await waitUntil(() => rows().length === 100);
    draw(300);
    expect(rows()[100]).to.not.match(/shown/);
    expect(rows().length).to.be.greaterThan(100);
    await waitUntil(() => rows().length === 300);
    draw(299);
    expect(rows()).to.have.lengthOf(299);
  });

  it('that was taken away waits, and goes on where it comes back', async () => {
    const part = draw(100);
    part.setConnected(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).to.have.lengthOf(31);
    part.setConnected(true);
    await waitUntil(() => rows().length === 100);
  });
});
