import { mayTell, placeLines } from '@ehch/clinical/glance';
import type { Glance, GlanceTold } from '@ehch/clinical/glance';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { shell } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { count } from '../../internal/text.ts';
import { day, momentOf } from '../../internal/when.ts';
import { glanceLine } from './line.ts';

/** What a person has opened or hidden in the glance. */
export interface GlanceState {
  readonly showMore: boolean;
  readonly showHidden: boolean;
  readonly showChanges: boolean;
  /** Keys of the lines that were hidden. */
  readonly hidden: readonly string[];
}

export const NOTHING_PRESSED: GlanceState = {
  showMore: false,
  showHidden: false,
  showChanges: false,
  hidden: [],
};

/** The parts of the glance that a press opens. */
export type GlancePart = 'more' | 'hidden' | 'changes';

/** [P] Milliseconds for which a glance counts as present. An engine is asked anew each minute. */
const PRESENT_MS = 3 * 60_000;

/** What matters now, as the engine told it: at most five lines, and what more there is behind a press. */
export function glance(around: SectionSurroundings, pressed: GlanceState): TemplateResult | typeof nothing {
  const { view } = around;
  // Guard: a glance that came along all the same tells nothing of two people, or of somebody who has died.
  if (view.glance === null || !mayTell(view)) return nothing;
  if (view.glance === undefined) return glanceUnknown(around, 'was not worked out here');
  const told = view.glance;
  const { lines, more, hidden } = placeLines(told, pressed.hidden);
  const head = html`${heading(around.level, 'glance', 'Now')}
    <span class="meta common">${sinceWords(told)}${asAt(told, around)}</span>`;
  return shell(
    'glance',
    'recorded',
    head,
    html`<div class="body">
      <ul class="glance-lines">
        ${lines.map((line) => glanceLine(line, around))}
      </ul>
      ${behind('more', `${more.length} more`, more, pressed.showMore, around)}
      ${behind('hidden', `${count(hidden.length, 'line')} hidden`, hidden, pressed.showHidden, around)}
      ${told.since.known ? changes(told, pressed.showChanges, around) : nothing}
    </div>`,
  );
}

/** A glance that is not there says so: an empty place would read as nothing to say. */
export function glanceUnknown(around: SectionSurroundings, why: string): TemplateResult {
  return shell(
    'glance',
    'failed',
    heading(around.level, 'glance', 'Now'),
    html`<div class="body"><p>What is new or asked ${why}. Read the sections below.</p></div>`,
  );
}

function sinceWords({ since }: GlanceTold) {
  if (since.known) return html`since you looked, ${day(since.from)}`;
  const why = since.given ? 'your last look could not be read' : 'your last look is not known';
  return html`since ${day(since.from)}: ${why}`;
}

/** The time of a glance that is not of the present: "not answered for 5 hours" counts to it. */
function asAt({ at }: GlanceTold, { now, today }: SectionSurroundings) {
  const isPresent = Math.abs(Date.parse(now) - Date.parse(at)) < PRESENT_MS;
  return isPresent ? nothing : html`; as at ${momentOf(at, today)}`;
}

function behind(
  part: GlancePart,
  title: string,
  lines: Glance['lines'],
  open: boolean,
  around: SectionSurroundings,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`${opener(part, title, open)}
    <ul class="glance-lines" id="glance-${part}" ?hidden=${!open}>
      ${lines.map((line) => glanceLine(line, around))}
    </ul>`;
}

/** Every dated change: a component of its own, so that a page that never asks does not carry it. */
function changes({ since }: GlanceTold, open: boolean, { view, level }: SectionSurroundings) {
  return html`${opener('changes', 'All that changed', open)}
    <div id="glance-changes" ?hidden=${!open}>
      ${
        open
          ? html`<ehch-what-changed .view=${view} .since=${since.from} .headingLevel=${level + 1}>
              What changed is not shown: its component is not on this page.
            </ehch-what-changed>`
          : nothing
      }
    </div>`;
}

function opener(part: GlancePart, title: string, open: boolean) {
  return html`<button
    type="button"
    class="toggle"
    data-glance=${part}
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls="glance-${part}"
  >
    ${title}
  </button>`;
}
