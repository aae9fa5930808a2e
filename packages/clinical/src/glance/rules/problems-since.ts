import { listed } from '../../display/listed.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** Names the problems that were recorded or came to an end. */
export function problemsSince({ changes }: GlanceQuestion): readonly GlanceLine[] {
  const own = changes.filter(({ kind }) => kind === 'problem');
  return changeLine('problems-since', 'problems', own, {
    urgency: 'changed',
    lead: own.length === 1 ? 'Problem' : 'Problems',
    rest: `: ${listed(own.map(({ text }) => text))}`,
  });
}
