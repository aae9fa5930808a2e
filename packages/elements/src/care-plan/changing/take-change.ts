import type { PlanPresser } from '@ehch/clinical/session';
import type { RetryPress } from '../../internal/retry.ts';
import type { CarePlanPress, CopyPress } from '../care-plan-press.ts';
import type { PlanDesk } from './plan-desks.ts';

/** The presses that change what stands on the desk of the resident on screen. */
export type PlanChangePress = Exclude<
  CarePlanPress,
  | CopyPress
  | RetryPress
  | { readonly kind: 'show-decision' | 'show-plan' | 'print' | 'print-copy' | 'write-presser' | 'hand-again' }
>;

/** Takes a press to the desk. It returns where the focus goes; `null`: it stays. */
export function takeChange(desk: PlanDesk, action: PlanChangePress, presser: PlanPresser): string | null {
  const { controller } = desk;
  switch (action.kind) {
    case 'change-plan':
      desk.isOn = action.isOn;
      return null;
    case 'ask-end':
      return askEnd(desk, action.line);
    case 'write-reason':
      desk.reason = action.text;
      return null;
    case 'end-line':
      return end(desk, action.line, presser);
    case 'save': {
      const row = rowOf(desk, action.key);
      controller.dispatch({ ...action, ...presser });
      // What stands in the way is said beside the button.
      return isOpen(desk, action.key) ? null : row;
    }
    case 'close': {
      const row = rowOf(desk, action.key);
      controller.dispatch(action);
      return row;
    }
    case 'open-line':
    case 'add-line':
    case 'take-proposal':
    case 'reopen':
      controller.dispatch(action);
      return firstField(desk);
    default:
      controller.dispatch(action);
      return null;
  }
}

/** Only while the reason is asked does it stand there: a reason of one line is none of another. */
function askEnd(desk: PlanDesk, line: string | null): string | null {
  const before = desk.ending;
  desk.ending = line;
  desk.reason = '';
  return line === null ? rowSelector(before) : `${rowSelector(line) ?? ''} input`;
}

function end(desk: PlanDesk, line: string, presser: PlanPresser): string | null {
  const { controller, reason } = desk;
  const before = controller.session.handed.length;
  controller.dispatch({ kind: 'end-line', line, reason, ...presser });
  if (controller.session.handed.length === before) return null;
  desk.ending = null;
  desk.reason = '';
  return rowSelector(line);
}

function isOpen({ controller }: PlanDesk, key: string): boolean {
  return controller.session.open.some((one) => one.key === key);
}

/** The place in which a form stands, where its receipt comes to stand. */
function rowOf({ controller }: PlanDesk, key: string): string | null {
  const open = controller.session.open.find((one) => one.key === key);
  return open === undefined ? null : rowSelector(open.proposal ?? open.line ?? `new-${open.kind}`);
}

function rowSelector(line: string | null): string | null {
  return line === null ? null : `[data-row="${CSS.escape(line)}"]`;
}

function firstField({ controller }: PlanDesk): string | null {
  const last = controller.session.open.at(-1);
  return last === undefined ? null : `[data-open="${CSS.escape(last.key)}"] :is(input, select, textarea)`;
}
