import { formatDate, formatTime } from '../../display/date.ts';
import type { FormState } from '../../form/state.ts';
import type { ScoreResult } from '../../score.ts';
import type { Instant } from '../../time/types.ts';
import { whyOf, type AboutInstrument, type WhyPart } from '../why-of.ts';

/**
 * A score in one line: `NEWS2 5 (medium) at 09:15 on 12-Nov-2026: Breaths in a minute 22 (2); …; RCP 2017`.
 * @param dated `false` where the line stands under the date of its assessment.
 */
export function scoreLine(
  score: ScoreResult,
  state: FormState,
  instruments: readonly AboutInstrument[],
  dated: boolean,
): string {
  const { title, total, parts, version, from, bandSource } = whyOf(score, state, instruments);
  const at = score.assessedAt ?? state.draft.assessedAt;
  // The deficits of an index are as many as the questions above it.
  const listed = from === null ? parts : [];
  const said = listed.filter(({ state: is }) => is !== 'missing').map((part) => partText(part, state));
  const missing = listed.filter(({ state: is }) => is === 'missing').map(({ label }) => label);
  return [
    `${title} ${total}${dated ? ` at ${whenText(at)}` : ''}${said.length === 0 ? '' : `: ${said.join('; ')}`}`,
    ...(missing.length === 0 ? [] : [`missing: ${missing.join(', ')}`]),
    ...(from === null ? [] : [`from ${from.considered} of ${from.of} deficits, not an eFI`]),
    ...(bandSource === null ? [] : [`band by ${bandSource}`]),
    version,
  ].join('; ');
}

function partText({ label, state, value, points, on, source }: WhyPart, { draft }: FormState): string {
  const score = points === null ? '' : ` (${points})`;
  const origin = source === null ? '' : ` [${formatDate(on)}, ${source}]`;
  // A part of another day than the score says its day.
  const day = source === null && on !== null && formatDate(on) !== formatDate(draft.assessedAt);
  const odd = state === 'impossible' ? ' (impossible)' : score;
  return `${label} ${value ?? 'not given'}${odd}${origin}${day ? ` [${formatDate(on)}]` : ''}`;
}

function whenText(at: Instant): string {
  return `${formatTime(at)} on ${formatDate(at)}`;
}
