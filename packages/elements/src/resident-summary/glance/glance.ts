import { atAGlance } from '@ehch/clinical/glance';
import type { Glance } from '@ehch/clinical/glance';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { shell } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { count } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';
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

/** What matters now, from the rules in `clinical`: at most five lines, and what more there is behind a press. */
export function glance(
  around: SectionSurroundings,
  since: PartialDate | null,
  pressed: GlanceState,
): TemplateResult | typeof nothing {
  const { view, now, place } = around;
  const told = atAGlance({ view, since, now, place, hidden: pressed.hidden });
  if (told === null) return nothing;
  const head = html`${heading(around.level, 'glance', 'Now')}
    <span class="meta common">${sinceWords(told, since)}</span>`;
  return shell(
    'glance',
    'recorded',
    head,
    html`<div class="body">
      <ul class="glance-lines">
        ${told.lines.map((line) => glanceLine(line, around))}
      </ul>
      ${behind('more', `${told.more.length} more`, told.more, pressed.showMore, around)}
      ${behind('hidden', `${count(told.hidden.length, 'line')} hidden`, told.hidden, pressed.showHidden, around)}
      ${told.since.known ? changes(told, pressed.showChanges, around) : nothing}
    </div>`,
  );
}

/** A glance that could not be made says so: an empty place would read as nothing to say. */
export function glanceFailed(around: SectionSurroundings): TemplateResult {
  return shell(
    'glance',
    'failed',
    heading(around.level, 'glance', 'Now'),
    html`<div class="body"><p>What is new or asked could not be worked out. Read the sections below.</p></div>`,
  );
}

function sinceWords({ since }: Glance, lastLook: PartialDate | null) {
  if (since.known) return html`since you looked, ${day(since.from)}`;
  const why = lastLook === null ? 'your last look is not known' : 'your last look could not be read';
  return html`since ${day(since.from)}: ${why}`;
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
function changes({ since }: Glance, open: boolean, { view, level }: SectionSurroundings) {
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
