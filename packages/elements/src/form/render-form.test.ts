import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { renderExample } from '../../test/form-under-test.ts';
import { states } from './form.fixtures.ts';
import type { FormExample } from './form.fixtures.ts';

describe('a rendered form', () => {
  checkStates(
    Object.entries<FormExample>(states).map(([name, example]) => ({
      name,
      draw: (box: HTMLElement) => renderExample(box, example),
    })),
  );

  it('chooses nothing by itself', async () => {
    const form = await renderExample(document.body, states.empty);
    expect(form.renderRoot.querySelectorAll(':checked').length).to.equal(0);
  });
});
