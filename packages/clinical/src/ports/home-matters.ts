import type { ResidentId } from '../resident/identity.ts';
import type { ResidentSections } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Section, SectionError } from '../section.ts';
import type { Thread } from '../thread/thread.ts';
import type { Instant } from '../time/types.ts';

/** What a list shows of a resident with threads. A whole view is one of these as well. */
export interface MatterRecord extends Pick<ResidentView, 'resident' | 'ended'> {
  readonly sections: {
    readonly [N in 'identity' | 'limits' | 'news2' | 'open']: Section<ResidentSections[N]>;
  };
}

/** How well one home's threads are known. */
export interface HomeOfMatters {
  /** Id of the home in the place's configuration. */
  readonly home: string;
  readonly name: string;
  readonly state:
    | {
        readonly state: 'read';
        /** When the list of residents was last read. */
        readonly asOf: Instant;
        /** How many residents the home has, and of how many nobody knows whether they have threads. */
        readonly residents: number;
        readonly notRead: number;
        /** Of how many it may not be told, as they object to sharing. */
        readonly withheld: number;
        /** The list of residents may be cut short. */
        readonly isIncomplete: boolean;
      }
    | { readonly state: 'loading' }
    | { readonly state: 'failed'; readonly error: SectionError }
    /** This page keeps no copies of whole homes, so it cannot list their threads. */
    | { readonly state: 'not-copied' };
  /** Threads about people who are not on the home's list, as typed. */
  readonly unlisted: Section<readonly Thread[]>;
}

/** The threads of the homes of a place, open or ended lately. */
export interface HomeMatters {
  readonly residents: readonly MatterRecord[];
  readonly homes: readonly HomeOfMatters[];
  /** Whom an unlisted person may be: everybody on the homes' lists, by what tells people apart. */
  readonly onTheList: readonly ListedResident[];
}

/** Somebody on a home's list. */
export interface ListedResident extends Pick<ResidentSections['identity'], 'name' | 'born' | 'nhsNumber'> {
  readonly resident: ResidentId;
  readonly room: string | null;
}
