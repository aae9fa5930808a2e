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
