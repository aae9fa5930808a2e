import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

export interface Problem extends Recorded {
  readonly text: string;
  readonly status: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'not-stated';
  readonly severity: string | null;
  readonly ended: PartialDate | null;
}
