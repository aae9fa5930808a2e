import { reportCaught } from '@ehch/clinical/diagnostics';
import { formatNhsNumber } from '@ehch/clinical/display';
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Identifiers } from '../messages/side.ts';
import { readCopied } from '../typed/read-copied.ts';
import { readIdentifiers, type Typed } from '../typed/read-identifiers.ts';
import { copiedWords, refusedWords, UNREADABLE } from './find-words.ts';
import type { PanelState } from './panel-state.ts';

/** The form by which a person says whom they mean. It is one element, so a redraw leaves what was typed. */
export interface FindForm {
  readonly element: HTMLElement;
  /** Forgets what was typed as soon as the panel shows something else. */
  saw(state: PanelState): void;
}

/** [P] What lies typed in a panel that somebody left is forgotten, as a resident chosen by hand is put away. */
const FORGET_AFTER_MS = 10 * 60_000;

/** The states whose screens hold the form. */
const HAS_FORM: ReadonlySet<PanelState['kind']> = new Set(['no-patient', 'not-enabled', 'by-hand-nobody']);

/** Creates the form. `find` is called with two identifiers that can be looked up, and with nothing else. */
export function createFindForm(find: (identifiers: Identifiers) => void): FindForm {
  const element = document.createElement('form');
  element.noValidate = true;
  element.autocomplete = 'off';
  element.className = 'find';
  let said: TemplateResult | null = null;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  /** How often the form has forgotten. A clipboard that answers after that answers nobody. */
  let forgot = 0;

  const field = (name: keyof Typed) => element.querySelector<HTMLInputElement>(`[name=${name}]`);
  const typed = (): Typed => ({
    number: field('number')?.value ?? '',
    chi: field('chi')?.value ?? '',
    family: field('family')?.value ?? '',
    born: field('born')?.value ?? '',
  });

  function say(next: TemplateResult | null): void {
    said = next;
    draw();
  }

  function forget(): void {
    forgot += 1;
    clearTimeout(forgetting);
    element.reset();
    say(null);
  }

  function forgetLater(): void {
    clearTimeout(forgetting);
    forgetting = setTimeout(forget, FORGET_AFTER_MS);
  }

  function submit(event: Event): void {
    event.preventDefault();
    const read = readIdentifiers(typed());
    if (read.kind === 'identifiers') {
      say(null);
      return find(read.identifiers);
    }
    say(refusedWords(read));
    const inTheWay = field(read.field);
    // A field that is folded away takes no focus, and nobody sees what stands in it.
    inTheWay?.closest('details')?.setAttribute('open', '');
    inTheWay?.focus();
  }

  /** Guard: the clipboard is read in the handler of a press and nowhere else. Its text leaves here in no form. */
  async function takeCopied(): Promise<void> {
    const before = forgot;
    const text = await copiedText();
    // Guard: while the browser asked its user, the panel may have shown somebody else, or been locked.
    if (forgot !== before) return;
    if (text === null) return say(UNREADABLE);
    const copied = readCopied(text);
    if (copied.kind === 'refused') return say(copiedWords(copied.why));
    forgetLater();
    fill('number', copied.number);
    fill('born', copied.born);
    say(null);
    // What is still missing comes next; with both there, it is the press that looks them up.
    const missing = typed().born === '' ? field('born') : typed().number === '' ? field('number') : null;
    (missing ?? element.querySelector<HTMLElement>('[type=submit]'))?.focus();
  }

  function fill(name: 'number' | 'born', value: string | null): void {
    const input = field(name);
    if (input === null || value === null) return;
    input.value = name === 'number' ? formatNhsNumber(value) : dayFirst(value);
  }

  function draw(): void {
    render(
      formWords(said, () => void takeCopied()),
      element,
    );
  }

  element.addEventListener('submit', submit);
  element.addEventListener('input', forgetLater);
  draw();
  return {
    element,
    saw({ kind }) {
      if (!HAS_FORM.has(kind)) forget();
    },
  };
}

/** `null`: the browser or its user said no, which is an answer and no error. */
async function copiedText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotAllowedError'))
      reportCaught(error, 'extension/clipboard');
    return null;
  }
}

const dayFirst = (date: string) => date.split('-').toReversed().join('/');

function formWords(said: TemplateResult | null, takeCopied: () => void): TemplateResult {
  return html`<h2>Find a resident by hand</h2>
    <p>
      For a program that this panel cannot read. Two things must agree: a number or family name, and the date
      of birth.
    </p>
    <p>
      <button type="button" class="quiet" data-press="take-copied" @click=${takeCopied}>
        Take the copied number
      </button>
    </p>
    <div role="alert">${said ?? nothing}</div>
    ${input('number', 'NHS number', 'numeric')}
    ${input('born', 'Date of birth', 'text', 'Day first, for example 14 7 1941')}
    <details>
      <summary>No NHS number?</summary>
      <p>Fill in one of these instead, with the date of birth above.</p>
      ${input('chi', 'CHI number (Scotland)', 'numeric')} ${input('family', 'Family name', 'text')}
    </details>
    <p><button type="submit">Find</button></p>`;
}

function input(name: keyof Typed, label: string, mode: 'numeric' | 'text', hint?: string): TemplateResult {
  return html`<p class="field">
    <label for=${`find-${name}`}>${label}</label>
    ${hint === undefined ? nothing : html`<span class="hint" id=${`hint-${name}`}>${hint}</span>`}
    <input
      id=${`find-${name}`}
      name=${name}
      type="text"
      inputmode=${mode}
      maxlength="120"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${hint === undefined ? nothing : `hint-${name}`}
    />
  </p>`;
}
