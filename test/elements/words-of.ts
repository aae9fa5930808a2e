import type { ResidentView } from '../../packages/clinical/src/index.ts';
import { londonDate, type PartialDate } from '../../packages/clinical/src/time/index.ts';
import { withGlance } from '../../packages/clinical/src/glance/index.ts';
import { NOTHING_PRESSED } from '../../packages/elements/src/resident-summary/glance/glance.ts';
import { renderView } from '../../packages/elements/src/resident-summary/render-view.ts';
import {
  asPlainView,
  hasDied,
  lastDaysOf,
  withAllSections,
} from '../../packages/elements/src/internal/section-surroundings.ts';

/** The words of a summary on screen, read from its templates without a browser. */
export function wordsOf(given: ResidentView, now: string, since: PartialDate | null = null): string {
  const told = withGlance(given, { since, now });
  const view = withAllSections(asPlainView(told), now);
  const drawn = renderView(
    {
      view,
      now,
      today: londonDate(now),
      place: null,
      level: 3,
      compact: false,
      opened: new Set(),
      died: hasDied(view),
      lastDays: lastDaysOf(view),
      scope: 'whole',
    },
    { level: 2, author: null, glance: NOTHING_PRESSED },
  );
  return plain(textOf(drawn));
}

/** The same without what stands beside the facts: cautions, notes, and "more in the record". */
export function statementsOf(view: ResidentView, now: string): string {
  const bare = JSON.parse(JSON.stringify(view, besideLeftOut)) as ResidentView;
  return wordsOf(bare, now);
}

function besideLeftOut(key: string, value: unknown): unknown {
  if (key === 'cautions') return [];
  return key === 'more' || key === 'notes' ? undefined : value;
}

function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A template, or a list that renders in steps, which has no strings of its own. */
interface Template {
  readonly strings?: readonly string[];
  readonly values: readonly unknown[];
}

function isTemplate(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && 'values' in value;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (isTemplate(value)) {
    const { strings, values } = value;
    return strings?.map((text, place) => text + textOf(values[place])).join('') ?? textOf(values);
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
