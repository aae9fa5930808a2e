import type { Actor } from '@ehch/clinical/thread';
import type { EscalationsPress, NightPress, SettingsPress } from './escalations-press.ts';
import type { InboxController } from './inbox-controller.ts';
import { onScreenOf, rowOf, type MatterRow } from './matter-rows.ts';

/** The presses that one list takes: neither settings, nor the night on one page, nor what goes beyond the list. */
type ListPress = Exclude<
  EscalationsPress,
  SettingsPress | NightPress | { readonly kind: 'copy' | 'hand-again' | 'note' | 'show-resident' }
>;

/** Takes a press to its list, with who pressed and with the rows as their reader has them on screen. */
export function takePress(
  list: InboxController,
  action: ListPress,
  { by, rows }: { readonly by: Actor; readonly rows: readonly MatterRow[] },
): void {
  const pressing = { by, clockOffsetMs: null } as const;
  const on = (thread: string) => {
    const row = rowOf(rows, thread);
    return row === null ? null : onScreenOf(row.thread);
  };
  switch (action.kind) {
    case 'attend':
    case 'begin':
    case 'begin-reply':
    case 'confirm':
    case 'look':
    case 'send': {
      const thread = on(action.thread);
      // A row that has gone since the press is no row any more (S2).
      if (thread !== null) list.dispatch({ ...pressing, ...action, on: thread });
      return;
    }
    case 'join': {
      const [thread, into] = [on(action.thread), on(action.into)];
      if (thread !== null && into !== null) list.dispatch({ ...pressing, kind: 'join', on: thread, into });
      return;
    }
    default:
      return list.dispatch(action);
  }
}
