import type { MovedContent } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { field } from '../internal/field.ts';
import { heading } from '../internal/heading.ts';
import { movingPresses } from './moving-press.ts';
import type { MovingField } from './moving-press.ts';
import { contentWords } from './moving-words.ts';

const { press, typed } = movingPresses;

/** What is on screen. */
export interface MovingOnScreen {
  readonly fields: Readonly<Record<MovingField, string>>;
  readonly faults: Readonly<Partial<Record<MovingField | 'file', string>>>;
  readonly level: number;
  readonly isBusy: boolean;
  readonly made: MovedContent | null;
  readonly fileName: string | null;
  readonly taken: MovedContent | null;
  /** What came of the last press on each side. */
  readonly said: { readonly leaving: string | null; readonly coming: string | null };
}

export function renderMoving(shown: MovingOnScreen): TemplateResult {
  return html`${leaving(shown)}${coming(shown)}`;
}

function secret(
  { fields, faults }: MovingOnScreen,
  name: MovingField,
  label: string,
  hint?: string,
): TemplateResult {
  return field({
    name,
    label,
    value: fields[name],
    type: 'password',
    fault: faults[name] ?? null,
    typed: typed('input', 'type', (text) => ({ kind: 'type', field: name, text })),
    ...(hint !== undefined && { hint }),
  });
}

function leaving(shown: MovingOnScreen): TemplateResult {
  const { level, isBusy, made, said } = shown;
  return html`<div class="card" role="group" aria-labelledby="leaving">
    ${heading(level, 'leaving', 'Move to another PC: make a file')}
    <p>
      The file holds everything that lies on this PC, sealed. Without its passphrase nobody can read it. Send the
      passphrase another way.
    </p>
    ${secret(shown, 'leaving', 'Passphrase of the file', 'At least 14 characters, or four words')}
    ${secret(shown, 'leaving-again', 'The same passphrase again')}
    <div class="buttons">
      <button type="button" aria-disabled=${isBusy} ${press({ kind: 'export' })}>Make the file</button>
    </div>
    ${said.leaving === null ? nothing : html`<p class="notice strong">${said.leaving}</p>`}
    ${
      made === null
        ? nothing
        : html`<p class="strong">The file holds ${contentWords(made)}</p>
            <p>This PC keeps everything. Go on working on one of the two alone.</p>
            <div class="buttons">
              <button type="button" ${press({ kind: 'save' })}>Save the file</button>
            </div>`
    }
  </div>`;
}

function coming(shown: MovingOnScreen): TemplateResult {
  const { level, isBusy, taken, said, faults, fileName } = shown;
  return html`<div class="card" role="group" aria-labelledby="coming">
    ${heading(level, 'coming', 'Take in a file from another PC')}
    <p>Only where nobody has worked yet. Everything is taken in, or nothing.</p>
    <label class="field"
      ><span>File</span>${faults.file === undefined ? nothing : html`<span class="fault">${faults.file}</span>`}
      <input
        type="file"
        name="file"
        accept=".ehch"
        ${typed('change', 'choose-file', () => ({ kind: 'choose-file' }))}
    /></label>
    ${fileName === null ? nothing : html`<p class="meta">Chosen: <bdi>${fileName}</bdi></p>`}
    ${secret(shown, 'coming', 'Passphrase of this file')}
    ${secret(shown, 'secret', 'Your passphrase on this PC from now on', 'At least 14 characters, or four words')}
    ${secret(shown, 'secret-again', 'Your passphrase on this PC again')}
    <div class="buttons">
      <button type="button" aria-disabled=${isBusy} ${press({ kind: 'import' })}>Take the file in</button>
    </div>
    ${said.coming === null ? nothing : html`<p class="notice strong">${said.coming}</p>`}
    ${
      taken === null
        ? nothing
        : html`<p class="strong">Taken in, as many as the other PC counted: ${contentWords(taken)}</p>`
    }
  </div>`;
}
