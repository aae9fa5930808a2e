import { KINDS, type KindName, type ThreadAct } from '@ehch/clinical/thread';
import { formatDateTime } from '@ehch/clinical/display';

/** What an act is, for somebody who reads the message in another system: "Answer: Somebody will visit". */
export function actWords(act: ThreadAct, matter: KindName): string {
  switch (act.kind) {
    case 'raise':
      return KINDS[act.matter].title;
    case 'add':
      return 'More about it';
    case 'worse':
      return 'Worse';
    case 'better':
      return 'Better now';
    case 'call':
      return `Rang ${act.to}: ${act.isAnswered ? 'answered' : 'nobody answered'}`;
    case 'went-to-hospital':
      return act.where === null ? 'Gone to hospital' : `Gone to hospital: ${act.where}`;
    case 'see':
      return 'Seen';
    case 'take':
      return 'Taken: somebody is on it';
    case 'let-go':
      return 'Let go: nobody is on it';
    case 'ask':
      return 'Question';
    case 'reply':
      return 'Reply';
    case 'answer':
      return answerWords(act, matter);
    case 'happened':
      return 'It happened';
    case 'told':
      return `Told ${act.whom}`;
    case 'join':
      return 'Joined with another matter';
    case 'withdraw':
      return WITHDRAWN[act.why];
    case 'link':
      return 'Linked to a resident';
  }
}

const WITHDRAWN = {
  'wrong-resident': 'Withdrawn: it was about another resident',
  mistake: 'Withdrawn: it was a mistake',
  'not-needed': 'Withdrawn: no longer needed',
} as const;

function answerWords(act: Extract<ThreadAct, { kind: 'answer' }>, matter: KindName): string {
  const outcome = KINDS[matter].outcomes.find(({ id }) => id === act.outcome)?.words ?? act.outcome;
  const by = act.promisedBy === null ? '' : `, by ${formatDateTime(act.promisedBy)}`;
  const further = act.further.map(({ what, owner }) => `; ${what}${owner === null ? '' : ` (${owner})`}`);
  return `Answer: ${outcome}${by}${further.join('')}`;
}
