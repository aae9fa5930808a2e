import { formatDate } from '@ehch/clinical/display';
import { civilDayOf, readInstant } from '@ehch/clinical/time';
import type { CivilDate, PartialDate } from '@ehch/clinical/time';
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { count, data } from './text.ts';
import { day, moment } from './when.ts';

/** One reading. */
export interface TrendPoint {
  readonly on: PartialDate | null;
  readonly value: number;
  /** As it is read: "48.2 kg", "at least 3". */
  readonly text: string;
  /** The same with all that limits it, for the table: "48.2 kg (as stated, not measured)". Without it, `text`. */
  readonly whole?: string;
  /** The value is a lower limit. It has a mark of another shape, and no line goes through it. */
  readonly lowerLimit?: boolean;
  /** Readings of different series are never joined: another version is another scale. */
  readonly series?: string;
}

export interface Trend {
  readonly title: string;
  /** Newest first. */
  readonly points: readonly TrendPoint[];
  /** What is usual for this person: a broken line with its own word. */
  readonly usual: number | null;
  /** The line breaks where more than this many days lie between two readings: nobody knows what was between. */
  readonly maxGapDays: number;
  /** The table says the time of day of each reading: there may be several in a day. */
  readonly withTimes?: boolean;
}

interface Mark extends TrendPoint {
  readonly day: CivilDate;
  /** Days since 1970. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

const WIDTH = 160;
const HEIGHT = 40;
const MARGIN = 5;

/**
 * A small plain line of readings over time, with the same data as a table for those who do not see it.
 * It has no coloured bands: it must not be taken for a chart that an instrument's owner has published.
 */
export function trendChart(trend: Trend): TemplateResult | typeof nothing {
  const { marks, usualAt } = place(trend);
  if (marks.length < 2) return nothing;
  return html`<figure class="trend" part="chart">
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${describe(trend, marks)}>
      ${usualAt === null ? nothing : svg`<line class="usual" x1="0" y1=${usualAt} x2=${WIDTH} y2=${usualAt} />`}
      ${lines(marks, trend.maxGapDays)} ${marks.map(shape)}
    </svg>
    <figcaption aria-hidden="true">${range(marks)}${usualAt === null ? '' : '; broken line: usual'}</figcaption>
    ${table(trend)}
  </figure>`;
}

/**
 * The shape alone, on one line beside the words that say the same: no scale, no picture for ears. The line breaks where
 * that of the chart does.
 */
export function sparkline(
  points: readonly TrendPoint[],
  maxGapDays: number,
): TemplateResult | typeof nothing {
  const { marks } = place({ title: '', points, usual: null, maxGapDays });
  const last = marks.at(-1);
  if (marks.length < 3 || last === undefined) return nothing;
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${lines(marks, maxGapDays)} ${shape(last)}
  </svg>`;
}

/** Readings without a full date have no place on a line; they are in the table. */
function place({ points, usual }: Trend): { marks: readonly Mark[]; usualAt: number | null } {
  const dated = points
    .flatMap((point) => {
      const day = civilDayOf(point.on);
      return point.on === null || day === null ? [] : [{ ...point, day, at: daysSince1970(point.on, day) }];
    })
    .sort((a, b) => a.at - b.at);
  const first = dated[0];
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return { marks: [], usualAt: null };
  const values = [...dated.map(({ value }) => value), ...(usual === null ? [] : [usual])];
  const height = scale(Math.min(...values), Math.max(...values), HEIGHT - MARGIN, MARGIN);
  const across = scale(first.at, last.at, MARGIN, WIDTH - MARGIN);
  return {
    marks: dated.map((point) => ({ ...point, x: across(point.at), y: height(point.value) })),
    usualAt: usual === null ? null : height(usual),
  };
}

/** Where a reading stands in time; several in a day stand apart when their times are known. */
function daysSince1970(on: PartialDate, day: CivilDate): number {
  return (readInstant(on) ?? Date.parse(`${day}T12:00:00Z`)) / 86_400_000;
}

/** Maps a range onto another; a range of one value maps to the middle. */
function scale(min: number, max: number, from: number, to: number): (value: number) => number {
  return (value) =>
    max === min ? (from + to) / 2 : round(from + ((value - min) / (max - min)) * (to - from));
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function lines(marks: readonly Mark[], maxGapDays: number) {
  return marks.slice(1).flatMap((mark, index) => {
    const before = marks[index];
    if (before === undefined || !joins(before, mark, maxGapDays)) return [];
    return [svg`<line class="line" x1=${before.x} y1=${before.y} x2=${mark.x} y2=${mark.y} />`];
  });
}

function joins(a: Mark, b: Mark, maxGapDays: number): boolean {
  if (a.lowerLimit === true || b.lowerLimit === true || a.series !== b.series) return false;
  return b.at - a.at <= maxGapDays;
}

/** A dot for a value, an arrow that points up for a lower limit. */
function shape({ x, y, lowerLimit }: Mark) {
  return lowerLimit === true
    ? svg`<path class="limit" d="M${x - 3.5} ${y + 2.5} L${x} ${y - 3.5} L${x + 3.5} ${y + 2.5} Z" />`
    : svg`<circle class="dot" cx=${x} cy=${y} r="2.5" />`;
}

/** All that the picture says, in words. */
function describe({ title, points, maxGapDays, usual }: Trend, marks: readonly Mark[]): string {
  const undated = points.length - marks.length;
  const broken = marks.some((mark, index) => mark.at - (marks[index - 1] ?? mark).at > maxGapDays);
  return [
    `${title}: ${count(marks.length, 'reading')}, ${range(marks)}`,
    `latest ${marks.at(-1)?.whole ?? marks.at(-1)?.text ?? ''}`,
    usual === null ? '' : `usual ${usual}`,
    broken ? `the line is broken where more than ${maxGapDays} days passed without a reading` : '',
    undated > 0 ? `${count(undated, 'reading')} without a full date only in the table` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function range(marks: readonly Mark[]): string {
  const rising = marks.toSorted((a, b) => a.value - b.value);
  const [from, to] = [marks[0], marks.at(-1)].map((mark) => formatDate(mark?.day ?? null));
  return `${from} to ${to}, lowest ${rising[0]?.text ?? ''}, highest ${rising.at(-1)?.text ?? ''}`;
}

function table({ title, points, withTimes = false }: Trend) {
  const when = withTimes ? moment : day;
  // A table is never narrower than its words: alone, it would make the page as wide as they are.
  return html`<div class="spoken"><table>
    <caption>
      ${title}, newest first
    </caption>
    <tbody>
      ${points.map(
        (point) =>
          html`<tr>
            <td>${point.on === null ? 'Date not recorded' : when(point.on)}</td>
            <td>${data(point.whole ?? point.text)}</td>
          </tr>`,
      )}
    </tbody>
  </table></div>`;
}
