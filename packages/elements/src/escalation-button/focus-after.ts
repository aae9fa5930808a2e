import type { EscalationButtonPress } from './escalation-press.ts';

/**
 * Where the keyboard and a screen reader go on after a press that takes its own button away; `null`: they stay. What is first to be
 * known is read first: her wishes, or what became of the press.
 */
export function focusAfter(action: EscalationButtonPress): string | null {
  switch (action.kind) {
    // What to do is read next. On a telephone it stands below what was pressed.
    case 'tick-danger':
      return action.isTicked ? '.ring' : null;
    case 'open':
    case 'go-on':
    case 'carry-over':
    case 'another':
    case 'same-again':
      return '.wishes';
    // The name may be missing still; then the form stays, and so does the keyboard.
    case 'go-on-unlisted':
      return '.wishes';
    case 'send':
    // What was pressed is told there, and on a telephone it stands above the screen.
    case 'act':
    case 'check-name':
    case 'hand-again':
      return '.receipt';
    case 'not-listed':
      return '[part=unlisted] input';
    case 'close':
      return '.worry-button, [data-press=not-listed]';
    case 'leave-unlisted':
      return '[data-press=not-listed]';
    case 'observe':
      return '[part=observations]';
    default:
      return null;
  }
}

/**
 * Puts the keyboard there. Name, wishes and danger signs come onto the screen together, also in the middle of a long page. Of the
 * name nothing leaves the screen, unless what is next would not be seen.
 */
export function putFocusOn(root: ParentNode, selector: string): void {
  const next = root.querySelector<HTMLElement>(selector);
  next?.focus({ preventScroll: true });
  const isOfTop = selector === '.wishes';
  const shown = isOfTop ? [root.querySelector('.danger'), root.querySelector('.banner')] : [next];
  // The name comes last: where both do not fit, it is what stays.
  for (const one of shown) one?.scrollIntoView({ block: 'nearest' });
}
