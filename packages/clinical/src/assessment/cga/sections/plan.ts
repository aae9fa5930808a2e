import { anyBut, choice, day, group, list, PAST, several, askedWhen, words } from './fields.ts';

const COPIES = 'none=Nobody yet|Resident|Family|home=Care home|record=Shared record';
const SHORT = { maxLength: 200 } as const;

/** Section 9. Without problems, goals, owners and dates it would be a form and no CGA (BGS toolkit, January 2019). */
export const plan = group(
  'plan',
  'Plan',
  list(
    'problems',
    'Problems',
    words('problem-name', 'Problem', { maxLength: 100, optional: true }),
    day('problem-since', 'Since', { ...PAST, optional: true }),
    words('problem-cause', 'Cause', { ...SHORT, optional: true }),
    words('problem-impact', 'What it does to them', { ...SHORT, optional: true }),
    words('problem-want', 'What they want', { ...SHORT, optional: true }),
    words('problem-goal', 'Goal', SHORT),
    words('problem-action', 'Action', SHORT),
    words('problem-owner', 'Who does it', { maxLength: 60 }),
    day('problem-due', 'Due'),
    day('problem-review', 'Review', { optional: true }),
  ),
  // [P] 11.2: set by a person. The facts stand beside it and propose nothing.
  choice(
    'stratum',
    'How closely to follow',
    'stable=Stable: routine round|watch=Watch: seen this week|Urgent|last-year=Last year of life|last-days=Last days of life',
    { fresh: true },
  ),
  words('escalation', 'If I become unwell, in one sentence', SHORT),
  several('copies', 'Copy given to', COPIES, { fresh: true }),
  askedWhen(
    'copies',
    anyBut('none', COPIES),
    day('copies-on', 'Given on', { fresh: true, past: true, optional: true }),
  ),
  // [P] A review that has passed is a slip of the year, and nobody would come. Today may be right: urgent is urgent.
  day('next-review', 'Next review', { fresh: true, future: true }),
);
