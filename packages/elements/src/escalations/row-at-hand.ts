import type { Author, DeviceRecords, PlaceConfiguration, ResidentSource } from '@ehch/clinical';
import type { InboxSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import type { MatterRow } from './matter-rows.ts';

/** What a row is told from, beside itself. */
export interface RowAround {
  readonly session: InboxSession;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
}

/** A row for a press that takes time: by its end another resident may be on screen, or the row gone. */
export interface RowAtHand {
  /** The row as it stands now; `null`: it is not there any more. */
  row(): MatterRow | null;
  around(): RowAround;
  readonly device: DeviceRecords | null;
  /** Where the audit of looks comes from; absent: from nowhere here. */
  readonly source?: Pick<ResidentSource, 'lookedAt'> | null;
  readonly root: ParentNode & Node;
  readonly by: Author | null;
}
