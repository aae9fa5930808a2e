import { undisputedIn } from '@ehch/clinical';
import { londonDate, precisionOf } from '@ehch/clinical/time';
import type { GlanceLine, GlanceShape } from '@ehch/clinical/glance';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { happened } from '../../internal/future-dated.ts';
import { sparkline } from '../../internal/trend-chart.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, lines } from '../../internal/text.ts';
import { clockTime, day } from '../../internal/when.ts';
import { news2Points } from '../sections/news2-figure.ts';
import { NEWS2_GAP_DAYS, WEIGHT_GAP_DAYS } from '../sections/gap-days.ts';

/** Each shape has a word for ears, where the words of the line do not say it. */
const SHAPE: Record<GlanceShape, readonly [mark: string, spoken: string]> = {
  asked: ['▲', 'Asked'],
  up: ['▲', 'Up'],
  down: ['▼', 'Down'],
  late: ['!', ''],
  changed: ['●', ''],
  coming: ['▸', ''],
  same: ['=', ''],
  unknown: ['?', ''],
};

/** One line of the glance: a shape, what it is about, and the date at the edge. A press leads to its section. */
export function glanceLine(line: GlanceLine, around: SectionSurroundings): TemplateResult {
  const { key, section, urgency, shape, lead, rest, quote, on, canHide } = line;
  const [mark, spoken] = SHAPE[shape];
  return html`<li class="glance-line" data-urgency=${urgency} data-shape=${shape} data-rule=${line.rule}>
    <span class="shape" aria-hidden="true">${mark}</span>
    <span class="said">
      <button type="button" class="go" data-go=${section}>
        ${spoken === '' ? nothing : html`<span class="spoken">${spoken}: </span>`}<strong>${data(lead)}</strong></button
      >${/^[,.;:]|^$/.test(rest) ? '' : ' '}${data(rest)}
      ${quote === null ? nothing : quoted(quote)}
      ${trend(line, around)}
    </span>
    <span class="meta">${on === null ? nothing : edge(on, around)}</span>
    ${
      canHide
        ? html`<button type="button" class="hide" data-hide=${key} title="Hide until something new">
            <span aria-hidden="true">×</span><span class="spoken">Hide until something new: ${lead}</span>
          </button>`
        : nothing
    }
  </li>`;
}

function quoted({ text, by }: NonNullable<GlanceLine['quote']>) {
  return html`<span class="quote">“${lines(text)}”${by === null ? nothing : html` ${data(by)}`}</span>`;
}

/** Today's moments by the hour, everything else by the day. */
function edge(on: string, { today }: SectionSurroundings) {
  return precisionOf(on) === 'moment' && londonDate(on) === today ? clockTime(on) : day(on);
}

/** The shape of the last readings, where a line is about a number that goes up and down. */
function trend({ rule }: GlanceLine, { view, today }: SectionSurroundings) {
  if (rule === 'news2-against-usual')
    return sparkline(news2Points(undisputedIn(view, 'news2')?.scores ?? [], today), NEWS2_GAP_DAYS);
  if (rule === 'weight-since') {
    const weights = happened(undisputedIn(view, 'weight')?.weights ?? []);
    return sparkline(
      weights.map(({ on, value, unit }) => ({ on, value, text: '', series: unit })),
      WEIGHT_GAP_DAYS,
    );
  }
  return nothing;
}
