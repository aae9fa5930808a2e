import type { FormOption } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { optionList } from './option-list.ts';
import type { ShownOptions } from './option-list.ts';

const [walks, helped, bedbound]: readonly [FormOption, FormOption, FormOption] = [
  { value: 'walks', text: 'Walks alone' },
  { value: 'helped', text: 'Walks with help' },
  { value: 'bedbound', text: 'In bed' },
];

const all = {
  options: [walks, helped, bedbound],
  name: 'q',
  type: 'radio',
  chosen: new Set<string>(),
} as const;

function renderedIn(root: HTMLElement) {
  document.body.append(root);
  const put = (shown: ShownOptions, after = '') =>
    render(html`<div ${optionList(shown)}>${after}</div>`, root);
  const inputs = () => [...root.querySelectorAll('input')];
  return { put, inputs, chosen: () => inputs().flatMap(({ checked, value }) => (checked ? [value] : [])) };
}

describe('the options of a question', () => {
  const root = document.createElement('div');
  afterEach(() => {
    render(html``, root);
    root.remove();
  });

  it('stand in the order of the form, before what follows them, and none is chosen by itself', () => {
    const { put, inputs, chosen } = renderedIn(root);
    put(all, 'Other, in words');
    expect(inputs().map(({ value }) => value)).to.deep.equal(['walks', 'helped', 'bedbound']);
    expect(root.textContent).to.equal('Walks aloneWalks with helpIn bedOther, in words');
    expect(chosen()).to.deep.equal([]);
  });

  it('are ticked as the answers say, also where the browser ticked another by itself', () => {
    const { put, inputs, chosen } = renderedIn(root);
    put({ ...all, chosen: new Set(['helped']) });
    expect(chosen()).to.deep.equal(['helped']);
    inputs()[2]?.click();
    expect(chosen()).to.deep.equal(['bedbound']);
    put({ ...all, chosen: new Set(['helped']) });
    expect(chosen()).to.deep.equal(['helped']);
    put(all);
    expect(chosen()).to.deep.equal([]);
  });

  it('keep their nodes, and the focus, while others go and come back', () => {
    const { put, inputs } = renderedIn(root);
    put(all);
    const [first, , last] = inputs();
    last?.focus();
    put({ ...all, options: [walks, bedbound] });
    expect(inputs()).to.deep.equal([first, last]);
    expect(document.activeElement === last).to.equal(true);
    put({ ...all, options: [bedbound] });
    put(all, 'Other, in words');
    expect(inputs().map(({ value }) => value)).to.deep.equal(['walks', 'helped', 'bedbound']);
    expect(inputs()[2]).to.equal(last);
    expect(document.activeElement === last).to.equal(true);
    expect(root.textContent).to.equal('Walks aloneWalks with helpIn bedOther, in words');
  });

  it('join the radios of the question that they stand for now, and are ticked as its answers say', () => {
    const { put, inputs, chosen } = renderedIn(root);
    put({ ...all, chosen: new Set(['bedbound']) });
    put({ ...all, name: 'of another row', chosen: new Set(['walks']) });
    expect(inputs().map(({ name }) => name)).to.deep.equal(inputs().map(() => 'of another row'));
    expect(chosen()).to.deep.equal(['walks']);
    put({ ...all, type: 'checkbox', chosen: new Set(['walks', 'bedbound']) });
    expect(inputs().map(({ type }) => type)).to.deep.equal(inputs().map(() => 'checkbox'));
    expect(chosen()).to.deep.equal(['walks', 'bedbound']);
  });

  it('without words are called by their values', () => {
    const { put } = renderedIn(root);
    put({ ...all, options: [{ value: '3', text: ' ' }] });
    expect(root.textContent).to.equal('3');
  });
});
