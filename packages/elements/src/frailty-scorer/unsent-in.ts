import { undisputedIn } from '@ehch/clinical';
import type { Caution, ResidentView } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';

/** A score of this resident that was signed on this device, and that the server does not have as far as is known. */
export interface UnsentScore {
  readonly instrument: string;
  readonly on: PartialDate | null;
  readonly caution: Extract<Caution, 'not-sent' | 'arrival-not-known'>;
}

/** What the list of forms says of signatures that nobody else can read: also after a reload, and to the next carer. */
export function unsentIn(view: ResidentView | null): readonly UnsentScore[] {
  if (view === null) return [];
  const news2 = (undisputedIn(view, 'news2')?.scores ?? []).map(({ on, cautions }) => ({
    instrument: 'news2',
    on,
    cautions,
  }));
  return [...news2, ...(undisputedIn(view, 'scores') ?? [])].flatMap(({ instrument, on, cautions }) => {
    const caution = cautions.find((one) => one === 'not-sent' || one === 'arrival-not-known');
    return caution === undefined ? [] : [{ instrument, on, caution }];
  });
}
