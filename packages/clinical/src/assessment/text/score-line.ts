import { formatDate, formatTime } from '../../display/date.ts';
import type { FormState } from '../../form/state.ts';
import type { ScoreResult } from '../../score.ts';
import type { Instant } from '../../time/types.ts';
import { labelled } from '../answer-text.ts';
import { whyOf, type AboutInstrument, type WhyPart } from '../why-of.ts';

/**
 * A score in one line: `NEWS2 5 (medium) at 09:15 on 12-Nov-2026: Breaths in a minute 22 (2); …; RCP 2017`.
 * @param also What else was answered in it, besides its parts.
 * @param dated `false` where the line stands under the date of its assessment.
 */
export function scoreLine(
  score: ScoreResult,
  state: FormState,
  instruments: readonly AboutInstrument[],
  dated: boolean,
  also: readonly string[] = [],
): string {
  const { title, total, parts, version, from, bandSource, cautions } = whyOf(score, state, instruments);
  const at = score.assessedAt ?? state.draft.assessedAt;
  // What was reached on another day says that day, also under the date of the assessment.
  const seen = dated ? ` at ${whenText(at)}` : '';
  const when = score.reachedOn === undefined ? seen : ` of ${formatDate(score.reachedOn)}`;
  // The deficits of an index are as many as the questions above it; what has no question of its own has several.
  const listed = from === null ? parts : [];
  const said = listed
    .filter(({ state: is, item }) => is !== 'missing' && item !== null)
    .map((part) => partText(part, state, parts.length === 1));
  const missing = listed.filter(({ state: is }) => is === 'missing').map(({ label }) => label);
  return [
    `${title} ${total}${when}${said.length === 0 ? '' : `: ${said.join('; ')}`}`,
    ...(also.length === 0 ? [] : [also.join('; ')]),
    ...(missing.length === 0 ? [] : [`missing: ${missing.join(' / ')}`]),
    ...(from === null ? [] : [`from ${from.considered} of ${from.of} deficits, not an eFI`]),
    ...(bandSource === null ? [] : [`band by ${bandSource}`]),
    ...(cautions.length === 0 ? [] : [`note: ${cautions.join(', ')}`]),
    version,
  ].join('; ');
}

function partText(
  { label, state, value, points, on, source }: WhyPart,
  { draft }: FormState,
  only: boolean,
): string {
  // Of an entered total the total is all there is.
  const score = points === null || only ? '' : ` (${points})`;
  const origin = source === null ? '' : ` [${formatDate(on)}, ${source}]`;
  // A part of another day than the score says its day.
  const day = source === null && on !== null && formatDate(on) !== formatDate(draft.assessedAt);
  const odd = state === 'impossible' ? ' (impossible)' : score;
  return `${labelled(label, value ?? 'not given')}${odd}${origin}${day ? ` [${formatDate(on)}]` : ''}`;
}

function whenText(at: Instant): string {
  return `${formatTime(at)} on ${formatDate(at)}`;
}
