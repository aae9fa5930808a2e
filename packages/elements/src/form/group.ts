import { plainText } from '@ehch/clinical';
import type { AskedItem, AskedRow, FormGroup, FormItem } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { drawItems } from './item.ts';
import { limitWords } from './limits.ts';
import { drawNotices } from './notices.ts';
import type { Sheet } from './sheet.ts';
import { drawScore } from './total.ts';

/** Items that belong together, under a heading that names them. */
export function drawGroup(
  sheet: Sheet,
  { key, rows, children }: AskedItem,
  { id, text, items, notices = [] }: FormGroup,
  level: number,
): TemplateResult {
  const title = plainText(text);
  return html`<fieldset class="group" data-key=${key}>${
    title === '' ? nothing : html`<legend>${heading(level, sheet.id(key, 't'), title)}</legend>`
  }${limitWords(sheet.state.form, id)}${drawScore(sheet, key, title)}${
    rows === undefined
      ? drawItems(sheet, items, children, level + 1)
      : drawRows(sheet, title, items, rows, level + 1)
  }${drawNotices(sheet, title, notices)}</fieldset>`;
}

function drawRows(
  sheet: Sheet,
  title: string,
  items: readonly FormItem[],
  rows: readonly AskedRow[],
  level: number,
): TemplateResult {
  const name = (n: number) => `${title || 'Row'} ${n + 1}`;
  const fixed = sheet.look.readOnly;
  return html`${rows.map(
    ({ row, children }, n) =>
      html`<div class="row" role="group" aria-label=${name(n)}><div class="between">${name(n)}</div>${drawItems(sheet, items, children, level)}${
        fixed
          ? nothing
          : html`<button type="button" class="quiet" data-do="remove" data-n=${row} aria-label="Remove ${name(n)}">Remove</button>`
      }</div>`,
  )}${fixed ? nothing : html`<button type="button" data-do="add" aria-label="Add another: ${title}">Add another</button>`}`;
}
