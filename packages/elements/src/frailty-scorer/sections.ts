import { progressOf } from '@ehch/clinical/form';
import type { FormGroup, FormItem, FormState, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { folds } from '../form/group-head.ts';
import { data } from '../internal/text.ts';
import { itemId } from './items-of.ts';
import { actionAt, press } from './scorer-press.ts';
import { tallyAt } from './tally-at.ts';
import type { ScorerPress } from './scorer-press.ts';

/** The top groups that are shown, where the form is made of such alone; one or none need no way between them. */
function sectionsOf({ form, hidden }: FormState): readonly FormGroup[] {
  const groups = form.items.filter(
    (item): item is FormGroup => item.type === 'group' && item.repeats !== true,
  );
  const shown = groups.filter(({ id, hidden: never }) => never !== true && !hidden.has(id));
  return groups.length === form.items.length && shown.length > 1 ? shown : [];
}

/** The section in front: the one that was chosen while it is shown, else the first. */
export function sectionInFront(state: FormState, chosen: ItemKey | null): FormGroup | null {
  const sections = sectionsOf(state);
  return sections.find(({ id }) => id === chosen) ?? sections[0] ?? null;
}

/** The way between sections: tabs beside each other where there is room, a list where there is not. */
export function renderSections(state: FormState, front: FormGroup, form: TemplateResult): TemplateResult {
  const sections = sectionsOf(state);
  const at = sections.indexOf(front);
  const next = sections[at + 1];
  return html`<div class="tabs" role="tablist" aria-label="Sections">
      ${sections.map((section, index) => tab(state, section, index, section === front))}
    </div>
    <div class="panel" id="panel" role="tabpanel" tabindex="-1" aria-labelledby="tab-${at}">
      ${within(state, front)} ${form}
      ${
        next === undefined
          ? nothing
          : html`<button type="button" class="next" ${press({ kind: 'show-section', key: next.id, focus: true })}>
              Next: ${data(next.text)}
            </button>`
      }
    </div>`;
}

function tab(state: FormState, { id, text }: FormGroup, index: number, front: boolean): TemplateResult {
  const { known, toAsk } = tallyAt(state, id);
  return html`<button
    type="button"
    class="tab"
    role="tab"
    id="tab-${index}"
    aria-controls="panel"
    aria-selected=${front ? 'true' : 'false'}
    tabindex=${front ? 0 : -1}
    ${press({ kind: 'show-section', key: id, focus: false })}
  >
    ${data(text)}${
      toAsk > 0
        ? html` <strong>${toAsk}</strong><span class="spoken"> to ask</span>`
        : known > 0
          ? html` <span aria-hidden="true">✓</span><span class="spoken">, nothing to ask</span>`
          : nothing
    }
  </button>`;
}

/** From how many parts on a section has a list of them. */
const MANY = 6;

/** The parts of a long section, each a way to it: its groups, and the first question of what stands between two. */
function within(state: FormState, front: FormGroup): TemplateResult | typeof nothing {
  const { hidden } = state;
  const shown = front.items.filter(({ id, hidden: never }) => never !== true && !hidden.has(id));
  const starts = shown.filter(
    ({ type }, at) => type === 'group' || at === 0 || shown[at - 1]?.type === 'group',
  );
  // Groups that are closed to one line are such a list themselves.
  const isFolded = shown.every((item) => item.type === 'group' && folds(item));
  if (starts.length < MANY || isFolded) return nothing;
  return html`<details class="within screen">
    <summary>In this section (${starts.length} parts)</summary>
    <ul class="choices">
      ${starts.map(({ id, text, type }) => {
        const { answered, notAssessed, asked } = progressOf(state, id);
        const done = html`<span class="state"> ${answered + notAssessed}/${asked}</span>`;
        return html`<li>
          <button type="button" class="choice" ${press({ kind: 'go-to', key: id })}
            >${data(text)}${type === 'group' && asked > 0 ? done : nothing}</button
          >
        </li>`;
      })}
    </ul>
  </details>`;
}

/** The section that a question stands in; `null`: none. */
export function sectionOf(state: FormState, key: ItemKey): ItemKey | null {
  const id = itemId(key);
  const holds = (item: FormItem): boolean =>
    item.id === id || ('items' in item && (item.items ?? []).some(holds));
  return sectionsOf(state).find(holds)?.id ?? null;
}

/** Left and right, up and down, Home and End between the tabs of sections, as the ARIA pattern of tabs asks. */
export function tabAfter(
  event: KeyboardEvent,
): { readonly tab: HTMLElement; readonly action: ScorerPress } | null {
  const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=tab]') : null;
  const tabs = [...(tab?.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  if (tab === null) return null;
  const at = tabs.indexOf(tab);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const to = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  const next = to === undefined ? undefined : tabs.at(to % tabs.length);
  const action = next === undefined ? null : actionAt(next);
  return next === undefined || action === null ? null : { tab: next, action };
}
