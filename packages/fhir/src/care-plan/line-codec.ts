import type { PlanLineKind, PlanLineState, PlanText } from '@ehch/clinical/care-plan';
import type { JsonObject } from '../entry.ts';
import type { LineWriting, Placed } from './placed.ts';

/** How lines of some kinds lie in one resource type. */
export interface LineCodec {
  readonly type: string;
  /** The elements that never change, for a new line. */
  skeleton(kind: PlanLineKind, writing: LineWriting): JsonObject;
  /**
   * Where each field lies, and what stands there. `before`: the resource as it is, whose other rows stay; `null`: a new one.
   */
  places(kind: PlanLineKind, fields: PlanText, before: JsonObject | null): readonly Placed[];
  /** Who wrote it and when, anew with each change. `changed`: the paths that the change is of; `null`: it is a new line. */
  stamps(writing: LineWriting, changed: readonly Placed['path'][] | null): readonly Placed[];
  /** The fields of a resource. `null`: it is no line of this kind. */
  read(
    resource: JsonObject,
  ): { readonly kind: PlanLineKind; readonly fields: PlanText; readonly state: PlanLineState } | null;
  /** What says that it holds no longer. */
  ended(reason: string, old: JsonObject): readonly Placed[];
}
