import type { Thread, ThreadEntry } from '@ehch/clinical/thread';

/** How a press of this device stands that no server is known to have. The other side knows nothing of it. */
export const UNSENT: Readonly<Record<NonNullable<ThreadEntry['unsent']>, string>> = {
  'not-sent': 'NOT SENT. Only this PC has it.',
  'arrival-not-known': 'NOT KNOWN whether it arrived. It is being checked, and never sent twice.',
};

/** The presses after the raising that no server is known to have, each with how it stands. */
export function unsentActs({ id, unsent = [] }: Thread): readonly (ThreadEntry & { readonly how: string })[] {
  return unsent.flatMap((entry) =>
    entry.id === id || entry.unsent === undefined ? [] : [{ ...entry, how: UNSENT[entry.unsent] }],
  );
}
