import { expect } from '@open-wc/testing';
import { assessments } from '@ehch/clinical/assessment';
import { formOfInstrument } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { FormDefinition } from '@ehch/clinical/form';
import { shownText } from '../../test/shown-text.ts';
import { renderExample } from '../../test/form-under-test.ts';

const [cga] = assessments;
const bristol = instruments.find(({ id }) => id === 'bristol');
const news2 = instruments.find(({ id }) => id === 'news2');
const amt4 = instruments.find(({ id }) => id === 'amt4');
if (cga === undefined || bristol === undefined || news2 === undefined || amt4 === undefined)
  throw new Error('The registry holds these');

async function drawn(form: FormDefinition, more: { readOnly?: boolean } = {}) {
  return (await renderExample(document.body, { form, ...more })).renderRoot as ShadowRoot;
}

describe('the notices of an instrument', () => {
  it('stand open in its own form, with a link to its source and a mark while its owner has not agreed', async () => {
    const root = await drawn(formOfInstrument(amt4));
    expect(shownText(root)).to.include('Shown for demonstration; permission not confirmed.');
    const link = root.querySelector<HTMLAnchorElement>('fieldset a');
    expect(link?.href).to.equal('https://doi.org/10.1177/026921559701100308');
    expect(link?.rel).to.equal('noopener noreferrer');
  });

  it('are one line that opens, beside each instrument of an assessment', async () => {
    const root = await drawn({ ...cga, items: cga.items });
    const details = [...root.querySelectorAll<HTMLDetailsElement>('details.notices')];
    expect(details.length).to.be.greaterThan(3);
    expect(details.every(({ open }) => !open)).to.equal(true);
    expect(details.map((each) => each.textContent).join(' ')).to.include(bristol.source.notice);
  });

  it('stand open where nobody can press', async () => {
    const form = {
      id: 'f',
      title: 'F',
      version: '1',
      items: [news2, bristol].flatMap((each) => formOfInstrument(each).items),
    };
    const root = await drawn(form, { readOnly: true });
    expect(root.querySelectorAll('details.notices').length).to.equal(0);
    const words = shownText(root);
    expect(words).to.include('Royal College of Physicians').and.to.include(bristol.source.notice);
  });
});
