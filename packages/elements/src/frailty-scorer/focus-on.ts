import type { Focus } from '@ehch/clinical/session';
import { goToItem } from '../form/go-to-item.ts';

const PLACES: Record<Exclude<Focus['on'], 'question' | 'problem'>, string> = {
  heading: '#form, .form [role=heading]',
  questions: '.page, #panel',
  section: '#panel',
  // Who has just signed hears first what follows from the score.
  finish: '.after-score, .finish',
  stops: '#stops',
  disputes: '#disputes, .finish',
  author: '[data-press=name-author]',
  wording: '[data-press=word-problem]',
  reason: '[data-press=type-reason]',
  'marked-by': '[data-press=type-marked-by]',
  chooser: '[data-press=search]',
};

/** Moves the focus. What was pressed is often gone after the press, and the keyboard must not be at the top of the page. */
export function focusOn(root: ParentNode, focus: Focus): void {
  if (focus.on === 'question') return void goToItem(root, focus.key);
  const selector =
    focus.on === 'problem' ? `[data-rule="${CSS.escape(focus.rule)}"] button` : PLACES[focus.on];
  const place = root.querySelector<HTMLElement>(selector);
  // A heading takes the focus by a press alone, and never by the tab key.
  if (focus.on === 'heading' && place !== null) place.tabIndex = -1;
  place?.focus();
}
