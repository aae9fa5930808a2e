import { NO_SESSIONS, refusedEntries, sessionsStep } from '@ehch/clinical/session';
import type { FormState } from '@ehch/clinical/form';
import type { FormPress, FormSession, FormSessions, Surroundings } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { doubtWords } from '../src/form/doubt-words.ts';
import { NOW, stateOf } from '../src/form/form.fixtures.ts';
import type { FormExample } from '../src/form/form.fixtures.ts';
import { formStyles } from '../src/form/form.styles.ts';
import { itemAt } from '../src/form/go-to-item.ts';
import type { FormLook } from '../src/form/look.ts';
import { renderForm } from '../src/form/render-form.ts';
import { EhchElement } from '../src/internal/ehch-element.ts';
import { assessments } from '../src/frailty-scorer/assessments/index.ts';
import { factStyles } from '../src/internal/fact.styles.ts';
import { sectionStyles } from '../src/internal/section.styles.ts';

const none: FormLook['offers'] = new Map();

const step = sessionsStep();

/** With the kit's rules, in whose place the example says what is offered. */
function around(example: FormExample | null, readOnly = false): Surroundings {
  const offers = [...(example?.offers ?? none).values()].flat();
  const rules = { ...assessments, offers: () => offers };
  return { view: null, place: null, author: null, readOnly, evaluator: null, rules };
}

/** A field by its label; by a number: the one of that answer. */
export type FieldName =
  number | 'Day' | 'Month' | 'Year' | 'Other, in words' | 'In words' | 'Find in this list';

/** The least that can hold a form: a session of it, which takes every press, and renders again. */
export class FormUnderTest extends EhchElement {
  static override styles = [sectionStyles, factStyles, formStyles];
  static override properties: PropertyDeclarations = {
    sessions: { attribute: false },
    example: { attribute: false },
  };

  sessions: FormSessions = NO_SESSIONS;
  example: FormExample | null = null;
  /** The keys of what was answered, as a page is told of them. */
  readonly told: (string | null)[] = [];

  #rendered: FormExample | null = null;
  #look: FormLook | null = null;

  get session(): FormSession | null {
    return this.sessions.front;
  }

  get state(): FormState | null {
    return this.session?.state ?? null;
  }

  /** As if the answers had come from elsewhere; of another draft, in another session. */
  set state(state: FormState) {
    const { front } = this.sessions;
    if (front?.state?.draft.id === state.draft.id) {
      this.sessions = { ...this.sessions, front: { ...front, state } };
      this.#act({ kind: 'note-changes' });
      return;
    }
    const { form, draft } = state;
    const { resident } = draft;
    const opening = {
      resident,
      form,
      draft,
      port: null,
      around: around(this.example),
      previous: null,
    } as const;
    const opened = step(NO_SESSIONS, {
      kind: 'open',
      opening: { ...opening, from: 'kept', focus: false },
      at: NOW,
      id: draft.id,
    });
    const begun = opened.session.front;
    // A named state may hold totals that no answers come to.
    this.sessions = { ...opened.session, front: begun === null ? null : { ...begun, state } };
  }

  /** Turned off, nothing is taken of what a person does. */
  set takes(takes: boolean) {
    const { front } = this.sessions;
    if (front === null) return;
    this.sessions = { ...this.sessions, front: { ...front, around: around(this.example, !takes) } };
  }

  /** Why what stands in a field is no answer, by question. */
  get refusals(): ReadonlyMap<string, string> {
    const refused = this.session === null ? [] : refusedEntries(this.session);
    return new Map(refused.map(({ key, question, doubt }) => [key, doubtWords(question, doubt)]));
  }

  override render(): TemplateResult {
    const { example, session, state } = this;
    if (example === null || session === null || state === null) return html`${nothing}`;
    if (this.#rendered !== example) {
      this.#rendered = example;
      this.#look = {
        level: 2,
        readOnly: example.readOnly === true,
        offers: example.offers ?? none,
        ...(example.changes === undefined ? {} : { changes: example.changes }),
        now: NOW,
        idPrefix: 'f',
        only: example.only ?? null,
      };
    }
    return html`<div class="base">
      ${this.#look === null ? nothing : renderForm(this.#look, state, this.#act, session.entries)}
    </div>`;
  }

  /** The item's block on the screen. */
  item(key: string): HTMLElement {
    const item = itemAt(this.renderRoot, key);
    if (item === undefined) throw new Error(`Not rendered: ${key}`);
    return item;
  }

  field(key: string, name: FieldName = 0): HTMLInputElement {
    const item = this.item(key);
    const labels = [...item.querySelectorAll<HTMLElement>('.field')];
    const place =
      typeof name === 'string'
        ? labels.find(({ textContent }) => textContent.trim().startsWith(name))
        : item.querySelectorAll<HTMLElement>('.fields')[name];
    const field = (place ?? item).querySelector<HTMLInputElement>(
      place === undefined ? 'textarea' : 'input:not([type=radio])',
    );
    if (field === null) throw new Error(`No field ${name}: ${key}`);
    return field;
  }

  async type(key: string, text: string, name: FieldName = 0): Promise<void> {
    const field = this.field(key, name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.updateComplete;
    field.blur();
    await settled(this);
  }

  /** Chooses an option, a unit, or a reason why something was not assessed. */
  async choose(
    key: string,
    value: string,
    what: 'choose' | 'enter' | 'not-assessed' = 'choose',
  ): Promise<void> {
    const all = this.item(key).querySelectorAll<HTMLInputElement>(
      `:is([type=radio][data-press=${what}], [data-press=${what}] > .option > input)`,
    );
    const control = [...all].find((one) => one.value === value);
    if (control === undefined) throw new Error(`No option ${value}: ${key}`);
    control.click();
    await settled(this);
  }

  /** Presses a button by the beginning of its name; `n`: which of those that begin so. */
  async push(key: string, name: string, n = 0): Promise<void> {
    const all = [...this.item(key).querySelectorAll('button')];
    const button = all.filter((one) => (one.ariaLabel ?? one.textContent).startsWith(name))[n];
    if (button === undefined) throw new Error(`No button ${name}: ${key}`);
    button.focus();
    button.click();
    await settled(this);
  }

  readonly #act = (press: FormPress): void => {
    const { session } = this;
    if (session === null) return;
    const stepped = step(this.sessions, {
      kind: 'at',
      session: session.id,
      action: press,
      at: NOW,
      id: `press-${this.told.length}`,
    });
    this.sessions = stepped.session;
    for (const { effect } of stepped.effects)
      if (effect.kind === 'tell-answered') this.told.push(effect.answered.key);
  };
}

customElements.define('form-under-test', FormUnderTest);

/** The press, the rendering, and what comes right after it. */
async function settled(form: FormUnderTest): Promise<void> {
  await form.updateComplete;
  await new Promise((done) => setTimeout(done));
}

const rendered = new Set<Element>();

afterEach(() => {
  for (const one of rendered) one.remove();
  rendered.clear();
});

/** Renders one example, and does in it what it says was done. */
export async function renderExample(box: HTMLElement, example: FormExample): Promise<FormUnderTest> {
  const form = new FormUnderTest();
  form.example = example;
  form.state = stateOf(example);
  box.append(form);
  if (box === document.body) rendered.add(form);
  await form.updateComplete;
  for (const [key, text] of example.typed ?? []) {
    const isDate = form.item(key).textContent.includes('Month');
    await form.type(key, text, isDate ? 'Day' : 0);
  }
  for (const key of example.opened ?? []) await form.push(key, 'Not assessed because');
  form.told.length = 0;
  return form;
}
