import { expect } from '@open-wc/testing';
import type { ScoreResult } from '@ehch/clinical';
import { shownText } from '../../test/shown-text.ts';
import { renderExample } from '../../test/form-under-test.ts';
import { states } from './form.fixtures.ts';
import { scoreWords } from './total.ts';

async function total(key: string): Promise<string> {
  const form = await renderExample(document.body, states.totals);
  return shownText(form.item(key));
}

const score: ScoreResult = {
  instrument: 'barthel-20',
  version: '0-20',
  status: 'complete',
  total: 8,
  range: [0, 20],
  direction: 'lower-worse',
  band: null,
  items: {},
  missing: [],
  flags: [],
};

describe('a calculated item', () => {
  it('says whether its number is whole or only so far', async () => {
    expect(await total('t1')).to.equal('Total t1 8 kg · complete Why?');
    expect(await total('t2')).to.equal('Total t2 so far 8 · 3 answers missing Why?');
    expect(await total('t3')).to.equal('Total t3 moderate · complete Why?');
    expect(await total('t4')).to.equal('Total t4 no value yet · 1 answer missing Why?');
    expect(await total('t5')).to.equal('Total t5 being worked out Why?');
  });

  it('says in words why it cannot be scored, and shows no number then', async () => {
    for (const key of ['t6', 't7']) {
      const words = await total(key);
      expect(words).to.match(/cannot score: \w+/);
      expect(words.replace(`Total ${key}`, '')).not.to.match(/\d/);
    }
  });

  it('says so where a form names a score that is not known here, or asks something else than the score', async () => {
    const items = [{ id: 'news2/pulse', type: 'integer', text: 'Pulse' }] as const;
    const named = (id: string) => ({ id, type: 'group', text: id, instrument: id, items: [] }) as const;
    const group = { ...named('news2'), items };
    const form = { id: 'f', title: 'F', version: '1', items: [named('unheard-of'), group] };
    const drawn = await renderExample(document.body, { form });
    const words = shownText(drawn.renderRoot);
    expect(words).to.contain('unheard-of cannot score: the form names a score that is not known here');
    expect(words).to.contain('news2 cannot score: the form names a score and asks something else');
  });

  it('shows what an import does not carry out: of the form on top, of an item beside it', async () => {
    const form = await renderExample(document.body, states.totals);
    const words = shownText(form.renderRoot);
    expect(words).to.match(/^This form has a script that is not carried out\./);
    expect(await total('t6')).to.contain('This total asks for a picture, which is not shown.');
  });

  it('tells of a "why?" by its key', async () => {
    const form = await renderExample(document.body, states.totals);
    await form.push('t2', 'Why?');
    expect(form.session?.screen.why).to.equal('t2');
  });
});

describe("an instrument's score", () => {
  it('gives a total only when it is complete', () => {
    expect(scoreWords(score)).to.equal('8 of 20 · complete');
    expect(scoreWords({ ...score, band: 'low-medium' })).to.equal('8 of 20 · low-medium · complete');
    const partly = { ...score, status: 'incomplete', total: null, missing: ['a', 'b', 'c'] } as const;
    const items = { feeding: { value: '2', score: 2 } };
    expect(scoreWords({ ...partly, items, atLeast: 8 })).to.equal(
      'so far at least 8 of 20 · 3 parts missing',
    );
    expect(scoreWords({ ...partly, items })).to.equal('incomplete · 3 parts missing');
    expect(scoreWords({ ...partly, atLeast: 0 })).to.equal('not answered yet · 3 parts missing');
    for (const status of ['invalid', 'not-applicable'] as const) {
      expect(scoreWords({ ...score, status, total: null })).not.to.match(/\d/);
    }
  });

  it('stands at the head of its questions, and moves with each answer', async () => {
    const form = await renderExample(document.body, states['instrument, partly']);
    const line = () => shownText(form.item('barthel-20').querySelector('.total') ?? new Text());
    expect(line()).to.equal('so far at least 2 of 20 · 9 parts missing Why?');
    await form.choose('barthel-20/bowels', '1');
    expect(line()).to.equal('so far at least 3 of 20 · 8 parts missing Why?');
  });
});
