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

/** How asking for one resource type went. */
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

export interface BuildViewInput {
  /** What the view is labelled with. */
  readonly resident: ResidentId;
  /** The logical id or the full URL of the Patient. Anything about another patient is set aside, never shown. */
  readonly patient: string;
  /** Raw parsed JSON resources of any type in any order, or Bundle entries where references need their `fullUrl`. */
  readonly resources: readonly unknown[];
  /** How asking went, by type. A type that is missing here counts as loaded at `now`, as in a plain bundle. */
  readonly outcomes: Partial<Record<ResourceType, TypeOutcome>>;
  /** What is known to be missing, by type: more pages than were read, parts that the server left out. */
  readonly gaps?: Partial<Record<ResourceType, readonly Gap[]>>;
  readonly now: Instant;
  readonly place?: PlaceConfiguration;
  readonly sourceLabel: string;
  /** The others on this resident's roster, for the warning about a same name: where they live and when they were born. */
  readonly roster?: readonly {
    readonly id: ResidentId;
    readonly name: PersonName;
    readonly born?: PartialDate | null;
    readonly room?: string | null;
  }[];
}
