import { expect } from '@open-wc/testing';
import { openScorer, port, press, sign, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

// Who reads the paper (a paramedic, the practice) would take "Signed 21-Nov-2026 14:20 by …" for something in the record.
it('the text and the sheet of a signed form say that it was not sent', async () => {
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
  expect(text).to.contain('NOT SENT when this was made');
  dispatchEvent(new Event('beforeprint'));
  await scorer.updateComplete;
  const sheet = scorer.renderRoot.querySelector('.rest > .paper, .sheet .paper')?.textContent ?? '';
  dispatchEvent(new Event('afterprint'));
  expect(sheet.match(/NOT SENT when this was made/g)).to.have.length(2);
});

it('the text of a form that was sent says nothing of it', async () => {
  const enqueue = () => Promise.resolve({ state: 'sent', at: '2026-11-21T14:20:00Z' } as const);
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new Error('not allowed')) },
    configurable: true,
  });
  const draft = states['news2-complete'].draft ?? null;
  const { scorer } = await openScorer('news2', port({ enqueue }).actions, { draft });
  await sign(scorer);
  await press(scorer, { kind: 'copy', length: 'full' });
  Reflect.deleteProperty(navigator, 'clipboard');
  const text = scorer.renderRoot.querySelector<HTMLTextAreaElement>('textarea.copy')?.value ?? '';
  expect(text).to.contain('NEWS2');
  expect(text).not.to.match(/not sent/i);
});

// Whoever prints with the browser's own key has pressed nothing that would take the field over.
it('what is typed and not handed over yet counts on the sheet', async () => {
  const { scorer } = await openScorer('news2', port().actions);
  const field = scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="news2/pulse"] input');
  if (field === null) throw new Error('no field');
  field.value = '61';
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  expect(textIn(scorer, '.bar')).to.contain('0 of 8');
  dispatchEvent(new Event('beforeprint'));
  await scorer.updateComplete;
  const score = textIn(scorer, '.bar');
  dispatchEvent(new Event('afterprint'));
  expect(score).to.contain('1 of 8');
});
