import type {
  Gap,
  PersonName,
  PlaceConfiguration,
  ResidentId,
  SectionError,
  WithheldReason,
} from '@ehch/clinical';
import type { Instant, PartialDate } from '@ehch/clinical/time';
import type { ResourceType } from './sections.ts';

/** How the request for one resource type went. */
export type TypeOutcome =
  | { readonly state: 'loaded'; readonly asOf: Instant }
  | { readonly state: 'loading' }
  | {
      readonly state: 'failed';
      readonly error: SectionError;
      readonly at: Instant;
      readonly last?: { readonly asOf: Instant };
    }
  | { readonly state: 'withheld'; readonly why: WithheldReason }
  | { readonly state: 'refreshing'; readonly asOf: Instant };

/**
 * All that a view is made of: the resources, how each request went, and the place that the resident lives in.
 */
export interface BuildViewInput {
  /** The view is labelled with this id. */
  readonly resident: ResidentId;
  /**
   * The logical id or the full URL of the Patient. The reader sets aside whatever is about another patient,
   * and never shows it.
   */
  readonly patient: string;
  /** Raw parsed JSON resources of any type in any order, or Bundle entries where references need their `fullUrl`. */
  readonly resources: readonly unknown[];
  /**
   * How the request for each type went. A type that is missing here counts as loaded at `now`, as in a plain
   * bundle.
   */
  readonly outcomes: Partial<Record<ResourceType, TypeOutcome>>;
  /** Gaps that the caller knows of, by type: pages that were not read, parts that the server left out. */
  readonly gaps?: Partial<Record<ResourceType, readonly Gap[]>>;
  /** The moment of the view. The package has no clock of its own. */
  readonly now: Instant;
  readonly place?: PlaceConfiguration;
  /** The name of the source as people see it on screen. */
  readonly sourceLabel: string;
  /**
   * The other residents on the roster, with room and date of birth, for the warning about two residents with
   * the same name.
   */
  readonly roster?: readonly {
    readonly id: ResidentId;
    readonly name: PersonName;
    readonly born?: PartialDate | null;
    readonly room?: string | null;
  }[];
}
