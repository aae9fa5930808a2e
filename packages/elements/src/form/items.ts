import { plainText } from '@ehch/clinical/display';
import type { AskedItem, AskedRow, FormGroup, FormItem, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { controls } from './controls.ts';
import { folds, renderFold, renderGroupTools } from './group-head.ts';
import { leaf } from './leaf.ts';
import { limitWords } from './limits.ts';
import { renderNotices } from './notices.ts';
import { answerAt, idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { renderScore } from './total.ts';
import { valuesWords } from './value-words.ts';

/**
 * Items of a form, one below the other. One that is not asked keeps its place, so that the others keep their nodes, and
 * with them what is focused, when it comes and goes.
 */
export function renderItems(
  shown: ShownForm,
  items: readonly FormItem[] | undefined,
  asked: readonly AskedItem[],
  level: number,
): unknown {
  let n = 0;
  return items?.map((item) => {
    const now = asked[n];
    if (now?.item !== item) return nothing;
    n++;
    return renderItem(shown, now, level);
  });
}

function renderItem(shown: ShownForm, asked: AskedItem, level: number): unknown {
  const { item } = asked;
  if (item.type === 'group') return renderGroup(shown, asked, item, level);
  if ('keptBack' in item && item.keptBack) {
    return shown.look.onPaper === true
      ? html`<p class="item">${plainText(item.text)}: not printed, whatever the answer</p>`
      : html`<div class="kept-back">${renderWithItems(shown, asked, level)}</div>`;
  }
  return renderWithItems(shown, asked, level);
}

/** One item, and the items under it. */
function renderWithItems(shown: ShownForm, asked: AskedItem, level: number): unknown {
  const { item, key, rows, children } = asked;
  const alone = leaf(shown, asked);
  if (item.type === 'group' || !('items' in item)) return alone;
  const answer = answerAt(shown, key);
  const values = answer?.state === 'given' ? answer.values : [];
  const under = (some: readonly AskedItem[], about: unknown) =>
    some.length === 0
      ? nothing
      : html`<div class="under" role="group" aria-labelledby=${idOf(shown, key, 't')}>
          ${about}${renderItems(shown, item.items, some, level)}
        </div>`;
  // A row is about one of several answers, in their order.
  return html`${alone}${under(children, nothing)}${rows?.map((row, n) =>
    under(row.children, html`<div class="between">${valuesWords(item, values.slice(n, n + 1))}</div>`),
  )}`;
}

/** Items that belong together, under a heading that names them. */
function renderGroup(
  shown: ShownForm,
  { key, rows, children }: AskedItem,
  group: FormGroup,
  level: number,
): TemplateResult {
  const { id, text, items, notices = [] } = group;
  const title = plainText(text);
  const { groups } = shown.look;
  const depth = level - shown.look.level;
  const isFolding = groups !== undefined && depth === 1 && folds(group);
  const isClosed = isFolding && groups.open.get(key) !== true;
  const hasTools = groups !== undefined && (isFolding || (depth === 0 && !items.some(isFoldingItem)));
  return html`<fieldset class=${isFolding ? 'group folds' : 'group'} data-key=${key}>${
    isFolding
      ? renderFold(shown, groups, key, title, level)
      : title === ''
        ? nothing
        : html`<legend>${heading(level, idOf(shown, key, 't'), title)}</legend>`
  }${isClosed ? nothing : renderWithin()}</fieldset>`;

  // Closed and open are one template: the button that was pressed keeps its node, and with it the focus.
  function renderWithin(): TemplateResult {
    return html`${limitWords(shown.state.form, id)}${renderScore(shown, key, title)}${
      groups !== undefined && hasTools ? renderGroupTools(shown, groups, key, title) : nothing
    }${
      rows === undefined
        ? renderItems(shown, items, children, level + 1)
        : renderRows(shown, { key, title, items }, rows, level + 1)
    }${renderNotices(shown, title, notices)}`;
  }
}

function isFoldingItem(item: FormItem): boolean {
  return item.type === 'group' && folds(item);
}

interface RepeatingGroup {
  readonly key: ItemKey;
  readonly title: string;
  readonly items: readonly FormItem[];
}

function renderRows(
  shown: ShownForm,
  { key, title, items }: RepeatingGroup,
  rows: readonly AskedRow[],
  level: number,
): TemplateResult {
  const fixed = shown.look.readOnly;
  const remove = (row: string, name: string) =>
    html`<button
      type="button"
      class="quiet"
      aria-label="Remove ${name}"
      ${controls.press({ kind: 'remove-row', group: key, row })}
    >Remove</button>`;
  const add = html`<button
    type="button"
    aria-label="Add another: ${title}"
    ${controls.press({ kind: 'add-row', group: key })}
  >Add another</button>`;
  return html`${rows.map(({ row, children }, n) => {
    const name = `${title || 'Row'} ${n + 1}`;
    return html`<div class="row" role="group" aria-label=${name}>
      <div class="between">${name}</div>
      ${renderItems(shown, items, children, level)}${fixed ? nothing : remove(row, name)}
    </div>`;
  })}${fixed ? nothing : add}`;
}
