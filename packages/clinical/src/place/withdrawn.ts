import { formatDate } from '../display/date.ts';
import type { Ladder } from '../escalation/ladder.ts';
import type { CivilDate } from '../time/types.ts';
import type { PlaceConfiguration } from './place.ts';

/** An instrument, or a version of content, that the place has withdrawn. */
export interface WithdrawnContent {
  readonly kind: 'instrument' | 'template' | 'ladder';
  /** Of the instrument or template. The ladder has its version alone. */
  readonly id?: string;
  /** The version that is withdrawn. Absent: every version. */
  readonly version?: string;
  /** Who withdrew it: "Area clinical safety officer". */
  readonly by: string;
  readonly on: CivilDate;
  /** In words for whoever wanted to use it. */
  readonly why: string;
  /** What to do meanwhile. */
  readonly instead: string;
}

/** What may have been withdrawn, as a component has it at hand. */
export interface WithdrawableContent {
  readonly kind: WithdrawnContent['kind'];
  readonly id?: string;
  readonly version?: string;
}

/**
 * The place's withdrawal of some content; `null`: it is not withdrawn. What was recorded with it before stays, and says so.
 * Content whose version is not known counts as withdrawn where any version of it is, because nobody can rule it out.
 */
export function withdrawnIn(
  place: Pick<PlaceConfiguration, 'withdrawn'> | null,
  { kind, id, version }: WithdrawableContent,
): WithdrawnContent | null {
  const found = (place?.withdrawn ?? []).find(
    (each) =>
      each.kind === kind &&
      (kind === 'ladder' || each.id === id) &&
      (each.version === undefined || version === undefined || each.version === version),
  );
  return found ?? null;
}

/** Who withdrew it, when, why, and what to do instead. */
export function withdrawnWords({ by, on, why, instead }: WithdrawnContent): string {
  return `Withdrawn by ${by}, ${formatDate(on)}: ${why} Instead: ${instead}`;
}

/** Reasons that only NEWS2 reaches. */
const OF_NEWS2: ReadonlySet<string> = new Set(['news2', 'single-three', 'above-usual']);

/**
 * The ladder that may be used now; `null`: the place has none, or has withdrawn it. While NEWS2 is withdrawn no rung is reached
 * by it. What somebody saw, and a worry, reach theirs as before.
 */
export function ladderInForce(place: Pick<PlaceConfiguration, 'withdrawn' | 'ladder'> | null): Ladder | null {
  const { ladder } = place ?? {};
  if (ladder === undefined || withdrawnIn(place, { kind: 'ladder', version: ladder.version }) !== null)
    return null;
  if (withdrawnIn(place, { kind: 'instrument', id: 'news2' }) === null) return ladder;
  const rungs = ladder.rungs.map((rung) => ({
    ...rung,
    when: rung.when.filter(({ kind }) => !OF_NEWS2.has(kind)),
  }));
  return { ...ladder, rungs };
}
