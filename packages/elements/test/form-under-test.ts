import { addRow, answerItem, answerOf, removeRow } from '@ehch/clinical';
import type { Answer, FormChange, FormState } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { drawForm } from '../src/form/draw-form.ts';
import { NOW, stateOf } from '../src/form/form.fixtures.ts';
import type { FormExample } from '../src/form/form.fixtures.ts';
import { formStyles } from '../src/form/form.styles.ts';
import { itemAt } from '../src/form/go-to-item.ts';
import type { FormHandlers, FormLook } from '../src/form/look.ts';
import { EhchElement } from '../src/internal/ehch-element.ts';
import { factStyles } from '../src/internal/fact.styles.ts';
import { sectionStyles } from '../src/internal/section.styles.ts';

const none: FormLook['suggestions'] = new Map();

/** The least that can hold a form: it keeps the state, takes every press into the engine, and draws again. */
export class FormUnderTest extends EhchElement {
  static override styles = [sectionStyles, factStyles, formStyles];
  static override properties: PropertyDeclarations = { state: {}, example: {}, takes: {} };

  state: FormState | null = null;
  example: FormExample | null = null;
  /** Turned off, it takes nothing that a person does. */
  takes = true;
  readonly told: string[] = [];
  readonly refusals = new Map<string, string>();

  #drawn: FormExample | null = null;
  #look: FormLook | null = null;

  override render(): TemplateResult {
    const { example, state } = this;
    if (example === null || state === null) return html`${nothing}`;
    if (this.#drawn !== example) {
      this.#drawn = example;
      this.#look = {
        level: 2,
        readOnly: example.readOnly === true,
        suggestions: example.suggestions ?? none,
        ...(example.changes === undefined ? {} : { changes: example.changes }),
        now: NOW,
        idPrefix: 'f',
        only: example.only ?? null,
      };
    }
    return html`<div class="base">
      ${this.#look === null ? nothing : drawForm(this.#look, state, this.#press)}
    </div>`;
  }

  /** The item's block on the screen. */
  item(key: string): HTMLElement {
    const item = itemAt(this.renderRoot, key);
    if (item === undefined) throw new Error(`Not drawn: ${key}`);
    return item;
  }

  field(key: string, name = '0'): HTMLInputElement {
    const field = this.item(key).querySelector<HTMLInputElement>(`[data-f="${name}"]`);
    if (field === null) throw new Error(`No field ${name}: ${key}`);
    return field;
  }

  async type(key: string, text: string, name = '0'): Promise<void> {
    const field = this.field(key, name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.updateComplete;
    field.blur();
    await settled(this);
  }

  async choose(key: string, value: string, name = 'o'): Promise<void> {
    const all = [...this.item(key).querySelectorAll<HTMLInputElement>(`[data-f="${name}"]`)];
    const control = all.find((one) => one.value === value);
    if (control === undefined) throw new Error(`No option ${value}: ${key}`);
    control.click();
    await settled(this);
  }

  async push(key: string, what: string, n?: string): Promise<void> {
    const button = this.item(key).querySelector<HTMLElement>(
      `[data-do="${what}"]${n === undefined ? '' : `[data-n="${n}"]`}`,
    );
    if (button === null) throw new Error(`No button ${what}: ${key}`);
    button.focus();
    button.click();
    await settled(this);
  }

  readonly #press: FormHandlers = {
    answer: (key, values) =>
      this.#answer(
        'answer',
        key,
        values === null ? null : { state: 'given', values, at: NOW, by: null, from: { kind: 'entered' } },
      ),
    notGiven: (key, state, reason) => this.#answer('not', key, { state, reason, at: NOW, by: null }),
    confirm: (key) => {
      const answer = this.state === null ? null : answerOf(this.state, key);
      if (answer?.state === 'given') this.#answer('confirm', key, { ...answer, confirmed: true });
    },
    accept: ({ item, values, recordedOn, source }) =>
      this.#answer('accept', item, {
        state: 'given',
        values,
        at: NOW,
        by: null,
        from: { kind: 'accepted', recordedOn, source },
      }),
    addRow: (key) => this.#change(`add ${key}`, (state) => addRow(state, key)),
    removeRow: (key, row) => this.#change(`remove ${key} ${row}`, (state) => removeRow(state, key, row)),
    why: (key) => this.told.push(`why ${key}`),
    refused: (key, why) => {
      if (why === null) this.refusals.delete(key);
      else this.refusals.set(key, why);
    },
  };

  #answer(what: string, key: string, answer: Answer | null): void {
    this.#change(`${what} ${key}`, (state) => answerItem(state, key, answer));
  }

  #change(what: string, change: (state: FormState) => FormChange): void {
    this.told.push(what);
    if (!this.takes || this.state === null) return;
    this.state = change(this.state).state;
  }
}

customElements.define('form-under-test', FormUnderTest);

/** The press, the drawing, and what comes right after it. */
async function settled(form: FormUnderTest): Promise<void> {
  await form.updateComplete;
  await new Promise((done) => setTimeout(done));
}

const drawn = new Set<Element>();

afterEach(() => {
  for (const one of drawn) one.remove();
  drawn.clear();
});

/** Draws one example, and does in it what it says was done. */
export async function drawExample(box: HTMLElement, example: FormExample): Promise<FormUnderTest> {
  const form = new FormUnderTest();
  form.example = example;
  form.state = stateOf(example);
  box.append(form);
  if (box === document.body) drawn.add(form);
  await form.updateComplete;
  for (const [key, text] of example.typed ?? []) {
    await form.type(key, text, form.item(key).querySelector('[data-f="0d"]') === null ? '0' : '0d');
  }
  for (const key of example.opened ?? []) await form.push(key, 'not');
  form.told.length = 0;
  return form;
}
