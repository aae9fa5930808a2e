import { expect } from '@open-wc/testing';
import { openScorer, port, press, sign, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

// FAULT: right is that a copy and a print of what was signed and not sent say so. Who reads the paper (a paramedic, the practice)
// takes "Signed 21-Nov-2026 14:20 by …" for something that stands in the record.
it('the text of a signed form says that it was not sent', async () => {
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new Error('not allowed')) },
    configurable: true,
  });
  const draft = states['news2-complete'].draft ?? null;
  const { scorer } = await openScorer('news2', port().actions, { draft });
  await sign(scorer);
  expect(textIn(scorer)).to.contain('NOT SENT: lost if this browser closes');
  await press(scorer, { kind: 'copy', length: 'full' });
  Reflect.deleteProperty(navigator, 'clipboard');
  const text = scorer.renderRoot.querySelector<HTMLTextAreaElement>('textarea.copy')?.value ?? '';
  expect(text).to.contain('NEWS2');
  expect(text).to.match(/not sent/i);
});
