import { answerOf } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { renderExample } from '../../test/form-under-test.ts';
import type { FormUnderTest } from '../../test/form-under-test.ts';
import { states } from './form.fixtures.ts';

/** `detail`: which click of a row of quick ones it is. */
async function click(form: FormUnderTest, on: Element | undefined, detail: number): Promise<void> {
  if (on === undefined) throw new Error('There is nothing to press.');
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail }));
  await form.updateComplete;
  await new Promise((done) => setTimeout(done));
}

function buttons(form: FormUnderTest, key: string, press: string): readonly Element[] {
  return [...form.item(key).querySelectorAll(`[data-press=${press}]`)];
}

function given(form: FormUnderTest, key: string): readonly unknown[] {
  const answer = form.state === null ? null : answerOf(form.state, key);
  return answer?.state === 'given' ? answer.values.map(({ value }) => value) : [];
}

describe('a double click in a form', () => {
  it('removes one row, and not the next, whose button has come under the mouse', async () => {
    const form = await renderExample(document.body, states.rows);
    const rows = () => buttons(form, 'readings', 'remove-row');
    await click(form, rows()[0], 1);
    expect(rows().length).to.equal(2);
    await click(form, rows()[0], 2);
    expect(rows().length).to.equal(2);
    await click(form, rows()[0], 1);
    expect(rows().length).to.equal(1);
  });

  it('takes one offer, and not the next, whose button has come under the mouse', async () => {
    const form = await renderExample(document.body, states.suggestions);
    const offers = () => buttons(form, 'weight', 'use');
    await click(form, offers()[0], 1);
    await click(form, offers()[0], 2);
    expect(given(form, 'weight')).to.deep.equal([58.2]);
    await click(form, offers()[0], 1);
    expect(given(form, 'weight')).to.deep.equal([61]);
  });

  it('changes no answer where its first click only opened something', async () => {
    const form = await renderExample(document.body, states.suggestions);
    await click(form, buttons(form, 'weight', 'use')[0], 1);
    const [opener] = buttons(form, 'weight', 'open-not-assessed');
    await click(form, opener, 1);
    await click(form, buttons(form, 'weight', 'use')[0], 2);
    expect(given(form, 'weight')).to.deep.equal([58.2]);
  });

  it('on an option is two answers, and on what opens and closes is both', async () => {
    const form = await renderExample(document.body, states.empty);
    const [option] = form.item('aids').querySelectorAll('[type=checkbox]');
    await click(form, option, 1);
    expect(given(form, 'aids').length).to.equal(1);
    await click(form, option, 2);
    expect(given(form, 'aids').length).to.equal(0);
    const [opener] = buttons(form, 'weight', 'open-not-assessed');
    await click(form, opener, 1);
    expect(form.item('weight').querySelectorAll('.reasons').length).to.be.at.least(1);
    await click(form, opener, 2);
    expect(form.item('weight').querySelectorAll('.reasons').length).to.equal(0);
  });
});
