import { formatDate } from '../../display/date.ts';
import type { Answer } from '../../form/answer.ts';
import type { AskedItem } from '../../form/asked.ts';
import type { FormState } from '../../form/state.ts';
import { itemLines } from '../text/item-lines.ts';
import { totalText } from '../score-text.ts';
import { labelled } from '../answer-text.ts';
import { findItem } from '../find-item.ts';

/** What was answered in a group, on one line: each answer with its question, and with its day where it has another one. */
export function groupWords(group: AskedItem, state: FormState): string {
  const lines = itemLines(group.item.type === 'group' ? [group] : group.children, {
    state,
    score: (id) => [...state.scores.values()].find(({ instrument }) => instrument === id) ?? null,
    // The parts are in the group itself. A score of which nothing was answered is no result.
    scoreLine: (score, also) => {
      const used = Object.values(score.items).some(({ value }) => value !== null && value !== undefined);
      const title = findItem(state.form.items, ({ id }) => id === score.instrument)?.text ?? '';
      const said = used ? [labelled(title, totalText(score))] : [];
      return [...said, ...also].join('; ');
    },
    total: (key) => state.totals.get(key) ?? null,
    origin: dayText,
  });
  return lines.filter((line) => line !== '').join('; ');
}

function dayText(answer: Answer): string {
  if (answer.state !== 'given' || answer.from.kind !== 'accepted') return '';
  return `, ${answer.from.recordedOn === null ? 'date not recorded' : formatDate(answer.from.recordedOn)}`;
}
