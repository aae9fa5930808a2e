import type { EscalationButtonPress } from './escalation-press.ts';

/**
 * Where the keyboard and a screen reader go on after a press that takes its own button away; `null`: they stay. What is first to be
 * known is read first: her wishes, or what became of the press.
 */
export function focusAfter({ kind }: EscalationButtonPress): string | null {
  switch (kind) {
    case 'open':
    case 'carry-over':
    case 'another':
    case 'same-again':
      return '.wishes';
    // The name may be missing still; then the form stays, and so does the keyboard.
    case 'go-on-unlisted':
      return '.wishes';
    case 'send':
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
