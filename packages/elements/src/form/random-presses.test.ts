import { answerOf, asked, openForm } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { AskedItem, FormQuestion } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { a11yTree, everyNode } from '../../test/a11y-tree.ts';
import { renderExample } from '../../test/form-under-test.ts';
import type { FormUnderTest } from '../../test/form-under-test.ts';
import { bringInFront } from '../../test/in-front.ts';
import { states } from './form.fixtures.ts';
import type { FormExample } from './form.fixtures.ts';

const STEPS = 300;
/** The accessibility tree of the whole page takes long to ask for. */
const ASK_TREE_EVERY = 15;

const TEXTS = ['', '3', '12', '58.2', '350', '1,5', '18', 'abc', '07:30', '2024', '31', ' x '];

/** Presses or types at any control that is on the screen. */
async function act(form: FormUnderTest, at: number, text: number): Promise<void> {
  const all = [...form.renderRoot.querySelectorAll<HTMLElement>('input, textarea, button')];
  const control = all[at % all.length];
  if (control === undefined) throw new Error('Nothing can be pressed.');
  control.focus();
  if (control.matches('button, [type=radio], [type=checkbox]')) control.click();
  else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    control.value = TEXTS[text % TEXTS.length] ?? '';
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  await form.updateComplete;
  await new Promise((done) => setTimeout(done));
}

function flat(items: readonly AskedItem[]): readonly AskedItem[] {
  return items.flatMap((one) => [
    one,
    ...flat(one.children),
    ...(one.rows ?? []).flatMap(({ children }) => flat(children)),
  ]);
}

/** What the properties of one question's controls have to be, worked out from the answer alone. */
function checkQuestion(form: FormUnderTest, question: FormQuestion, key: string): void {
  const { state } = form;
  if (state === null) throw new Error('There is no form.');
  const answer = answerOf(state, key);
  const values = answer?.state === 'given' ? answer.values : [];
  const item = form.item(key);
  const inputs = [...item.querySelectorAll<HTMLInputElement>('input, textarea')];
  const chosen = inputs.filter((one) => one.checked && one.matches('[data-press=choose] > .option > input'));
  const options = values.filter(({ type }) => type === 'option' || type === 'boolean');
  expect(chosen.map(({ value }) => value).sort(), key).to.deep.equal(
    options.map(({ value }) => String(value)).sort(),
  );
  const why = inputs.filter(({ dataset, checked }) => dataset['press'] === 'not-assessed' && checked);
  const open = inputs.some(({ dataset }) => dataset['press'] === 'not-assessed');
  const not = answer !== null && answer.state !== 'given' ? [answer.state] : [];
  expect(
    why.map(({ value }) => value),
    key,
  ).to.deep.equal(open ? not : []);
  expect(item.textContent.includes('Not assessed: '), key).to.equal(not.length > 0);
  expect(item.dataset['state'], key).to.equal(answer?.state ?? 'none');
  if (form.refusals.has(key)) {
    // Of a date it is said when the person has left it.
    if (item.contains(form.shadowRoot?.activeElement ?? null)) return;
    expect(item.textContent, key).to.contain(form.refusals.get(key));
    return;
  }
  if (question.type === 'choice' || question.type === 'boolean') return;
  const texts = inputs.filter(
    (one) => one.type !== 'radio' && one.type !== 'checkbox' && one.closest('.reasons') === null,
  );
  const shown =
    question.type === 'date'
      ? [
          (['Year', 'Month', 'Day'] as const)
            .map((name) => form.field(key, name).value)
            .filter(Boolean)
            .join('-'),
        ]
      : texts.map(({ value }) => value);
  const kept = values.flatMap((value) => {
    if (value.type === 'option') return [];
    return [String(value.type === 'number' ? (value.entered ?? value).value : value.value)];
  });
  expect(
    shown.filter((text) => text !== ''),
    key,
  ).to.deep.equal(kept);
}

function checkAll(form: FormUnderTest): void {
  if (form.state === null) throw new Error('There is no form.');
  const items = flat(asked(form.state));
  const drawn = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-key]')];
  expect(drawn.map(({ dataset }) => dataset['key'])).to.deep.equal(items.map(({ key }) => key));
  for (const { item, key } of items) {
    if (item.type !== 'group' && item.type !== 'display' && item.type !== 'total')
      checkQuestion(form, item, key);
  }
}

/** Every control as the browser tells it to a screen reader, against its properties. */
async function checkTree(form: FormUnderTest): Promise<void> {
  const told = everyNode(await a11yTree()) as readonly (ReturnType<typeof everyNode>[number] & {
    readonly checked?: boolean;
    readonly value?: string;
    readonly invalid?: string;
  })[];
  const inputs = [...form.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')];
  const isText = ({ type }: HTMLInputElement) => type !== 'radio' && type !== 'checkbox';
  const choices = told.filter(({ role }) => role === 'radio' || role === 'checkbox');
  expect(choices.map(({ name, checked }) => `${name} ${checked === true}`)).to.deep.equal(
    inputs
      .filter((one) => !isText(one))
      .map((one) => `${one.labels?.[0]?.textContent.trim()} ${one.checked}`),
  );
  const boxes = told.filter(({ role }) => role === 'textbox');
  expect(boxes.map(({ value = '', invalid = 'false' }) => `${value} ${invalid}`)).to.deep.equal(
    inputs.filter(isText).map((one) => `${one.value} ${one.getAttribute('aria-invalid') ?? 'false'}`),
  );
  expect([...choices, ...boxes].filter(({ name = '' }) => name === '')).to.deep.equal([]);
}

describe('a form under random hands', () => {
  before(bringInFront);

  const examples: Readonly<Record<string, FormExample>> = {
    'of every kind': { ...states.suggestions, rows: { readings: ['1', '2'] } },
    'with questions about each answer': states['about each answer'],
    'with an instrument': states['instrument, partly'],
  };
  for (const [name, example] of Object.entries(examples)) {
    it(`shows, tells and holds the same after every press: ${name}`, async function () {
      this.timeout(120_000);
      const form = await renderExample(document.body, example);
      const [steps = []] = fc.sample(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(40)), { minLength: STEPS, maxLength: STEPS }),
        { seed: 20261121, numRuns: 1 },
      );
      for (const [n, [at, text, chance]] of steps.entries()) {
        await act(form, at, text);
        checkAll(form);
        if (n % ASK_TREE_EVERY === 0) await checkTree(form);
        if (chance === 0 && form.state !== null) {
          // Kept and opened again.
          const draft = JSON.parse(JSON.stringify(form.state.draft)) as typeof form.state.draft;
          form.state = openForm(form.state.form, draft, { instruments });
          await form.updateComplete;
          checkAll(form);
        }
      }
      await checkTree(form);
    });
  }
});
