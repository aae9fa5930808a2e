import { NEWS2_SUBSCORES } from '../../../codes/news2-subscores.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import type { SentNews2 } from '../../../recorded-view.ts';
import { marksIn } from '../../../score-marks.ts';
import { codedKinds } from './kind-of-code.ts';
import type { Observation } from './observation-kind.ts';
import { NEWS2_POINTS, pointsOfAnswer, saysOnlyPoints } from './points.ts';
import type { Valued } from './value-words.ts';

/** What the sender of a NEWS2 total states, with the sub-scores in it and in the records that it names. */
export function sentNews2({ value, raw }: Observation, linked: readonly Observation[]): SentNews2 {
  const marks = marksIn(raw);
  const rows = subscoresIn(value, linked);
  const disputed = disputedIn(rows);
  const scales = new Set(rows.flatMap(({ scale }) => scale ?? []));
  return {
    total: pointsOfAnswer(value, NEWS2_POINTS),
    subscores: Object.fromEntries(
      rows.filter(({ part }) => !disputed.has(part)).map(({ part, score }) => [part, score]),
    ),
    scale: scales.size === 1 ? ([...scales][0] ?? null) : null,
    bothScales: scales.size > 1,
    ...(marks === null ? {} : { flags: marks.flags }),
  };
}

/** Whether a component is a NEWS2 sub-score. */
export function isSubscore({ code }: Valued): boolean {
  return codesIn(code, SNOMED).some((id) => NEWS2_SUBSCORES.has(id));
}

/**
 * [P] Whether a part that its title alone names may hold points: 0 to 3 without a unit. A pulse of "0" would give a
 * resident who is well three points. It is shown as it was sent, and is no measurement.
 */
export function mayBePoints(part: Valued): boolean {
  const isCoded = codedKinds(part.code ?? {}).size > 0;
  return !isCoded && saysOnlyPoints(part) && isSubscoreValue(pointsOfAnswer(part, SUBSCORE));
}

/** Whether the score uses a component as a sub-score: its part has one value only. */
export function isSubscoreTaken(
  component: Valued,
  held: Observation,
  linked: readonly Observation[],
): boolean {
  const disputed = disputedIn(subscoresIn(held.value, linked));
  return saysOnlyPoints(component) && subscoreOf(component).some(({ part }) => !disputed.has(part));
}

/** Whether two sub-scores of one part differ. Those of the two SpO2 scales may differ. */
export function hasDisputedSubscores({ value }: Observation, linked: readonly Observation[]): boolean {
  return disputedIn(subscoresIn(value, linked)).size > 0;
}

type Subscore = ReturnType<typeof subscoreOf>[number];

function subscoresIn(value: Observation['value'], linked: readonly Observation[]): readonly Subscore[] {
  const valued: readonly Valued[] = [...(value.component ?? []), ...linked.map((one) => one.value)];
  return valued.flatMap((one) => subscoreOf(one));
}

function disputedIn(rows: readonly Subscore[]): ReadonlySet<string> {
  const isOther = (a: Subscore, b: Subscore) =>
    a.part === b.part && a.scale === b.scale && a.score !== b.score;
  return new Set(rows.filter((row) => rows.some((other) => isOther(row, other))).map(({ part }) => part));
}

/** Whether these are points of one part: 0 to 3 (RCP 2017). */
function isSubscoreValue(points: number | null): points is number {
  return points !== null && Number.isInteger(points) && points >= 0 && points <= 3;
}

/** A sub-score with its range: "2/3". */
const SUBSCORE = { most: [3] };

function subscoreOf(valued: Valued) {
  const score = pointsOfAnswer(valued, SUBSCORE);
  return codesIn(valued.code, SNOMED).flatMap((code) => {
    const known = NEWS2_SUBSCORES.get(code);
    return known === undefined || !isSubscoreValue(score) ? [] : [{ ...known, score }];
  });
}
