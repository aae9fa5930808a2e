import type { Answer, FormDefinition, FormQuestion } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { renderExample } from '../../test/form-under-test.ts';
import { shownText } from '../../test/shown-text.ts';
import { given } from './form.fixtures.ts';

const asking = (question: Partial<FormQuestion> & Pick<FormQuestion, 'type'>): FormDefinition => ({
  id: 'f',
  title: 'F',
  version: '1',
  items: [{ id: 'q', text: 'Question', ...question }],
});
const KG = [{ code: 'kg', text: 'kg', factor: 1 }];

async function fieldsOf(question: Parameters<typeof asking>[0], answer?: Answer) {
  const form = await renderExample(document.body, {
    form: asking(question),
    ...(answer !== undefined && { answers: { q: answer } }),
  });
  return [...form.item('q').querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
}

describe('the fields of a question', () => {
  it('bring up the keys of numbers on a telephone where a number is asked for, and those of words else', async () => {
    const modes = async (type: FormQuestion['type'], more: Partial<FormQuestion> = {}) =>
      (await fieldsOf({ type, ...more })).map(({ inputMode }) => inputMode);
    expect(await modes('integer')).to.deep.equal(['numeric']);
    expect(await modes('decimal')).to.deep.equal(['decimal']);
    expect(await modes('quantity', { units: KG })).to.deep.equal(['decimal']);
    expect(await modes('date')).to.deep.equal(['numeric', 'numeric', 'numeric']);
    expect(await modes('time')).to.deep.equal(['']);
    expect(await modes('text')).to.deep.equal(['']);
  });

  it('are as many as the answers of a question that takes several, and an empty one to go on in', async () => {
    const words = async (...texts: readonly string[]) =>
      (
        await fieldsOf(
          { type: 'text', repeats: true },
          texts.length === 0 ? undefined : given(...texts.map((value) => ({ type: 'text', value }) as const)),
        )
      ).map(({ value, ariaLabel }) => [value, ariaLabel]);
    expect(await words()).to.deep.equal([['', 'Question, 1']]);
    expect(await words('Tea', 'Toast')).to.deep.equal([
      ['Tea', 'Question, 1'],
      ['Toast', 'Question, 2'],
      ['', 'Question, 3'],
    ]);
  });

  it('say to ears which of them must be answered', async () => {
    const required = async (more: Partial<FormQuestion>) =>
      (await fieldsOf({ type: 'integer', ...more })).map(({ ariaRequired }) => ariaRequired);
    expect(await required({ required: true })).to.deep.equal(['true']);
    expect(await required({})).to.deep.equal([null]);
  });
});

describe('what an answer was the last time', () => {
  const said = async (before: Answer | undefined, now: Answer) => {
    const form = await renderExample(document.body, {
      form: asking({ type: 'quantity', units: KG }),
      answers: { q: now },
      ...(before !== undefined && { changes: { q: before } }),
    });
    return shownText(form.item('q'));
  };
  const kg = (value: number) => given({ type: 'number', value, unit: 'kg' });
  const by = { name: 'Sam Okafor', role: 'nurse' };
  const refused = { state: 'refused', reason: null, at: '2026-11-21T14:20:00Z', by } as const;

  it('is said where it is another now, or where nothing is given now', async () => {
    expect(await said(kg(58), kg(56))).to.contain('Changed: was 58 kg, 21-Nov-2026');
    expect(await said(kg(58), refused)).to.contain('Changed: was 58 kg, 21-Nov-2026');
  });

  it('is not said of the same answer, nor of none', async () => {
    expect(await said(kg(58), kg(58))).not.to.contain('Changed');
    expect(await said(refused, kg(58))).not.to.contain('Changed');
    expect(await said(undefined, kg(58))).not.to.contain('Changed');
  });
});
