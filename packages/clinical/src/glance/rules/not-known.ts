import type { SectionName } from '../../resident/sections.ts';
import { listed } from '../../display/listed.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { WHY, whyUnknown, type WhyUnknown } from '../why-unknown.ts';

/** Every section by its everyday name. A rule reads it, or "nothing new" makes a claim about it. */
const READ = {
  open: 'what is asked',
  limits: 'limits',
  news2: 'NEWS2',
  weight: 'weight',
  medicines: 'medicines',
  events: 'events',
  problems: 'problems',
  allergies: 'allergies',
  plan: 'plan',
  alerts: 'alerts',
  frailty: 'frailty',
  function: 'function',
  scores: 'other scores',
  people: 'people',
  aboutMe: 'about me',
  identity: 'where the resident is',
} as const satisfies Record<SectionName, string>;

type ReadSection = keyof typeof READ;

/**
 * Names the sections that the glance cannot know. It always has a place, because silence would read as "nothing new".
 */
export function notKnown({ view, lastDays }: GlanceQuestion): readonly GlanceLine[] {
  const names = (Object.keys(READ) as ReadSection[]).filter(
    // In the last days of life no score is shown, so an unread score section is no gap.
    (name) => !(lastDays && (name === 'news2' || name === 'weight' || name === 'scores')),
  );
  const unknown = names.flatMap((name) => {
    const why = whyUnknown(view.sections[name]);
    return why === null ? [] : [{ name, why }];
  });
  const [first] = unknown;
  if (first === undefined) return [];
  const reasons = (Object.keys(WHY) as WhyUnknown[]).flatMap((why) => {
    const some = unknown.filter((one) => one.why === why);
    if (some.length === 0) return [];
    const what =
      some.filter(({ name }) => name !== 'identity').length === names.length - 1
        ? 'this record'
        : listed(
            some.map(({ name }) => READ[name]),
            names.length,
          );
    return [`${what} (${WHY[why]})`];
  });
  return [
    {
      key: lineKey(
        'not-known',
        unknown.map(({ name, why }) => `${name}/${why}`),
      ),
      rule: 'not-known',
      section: first.name,
      urgency: 'quiet',
      shape: 'unknown',
      lead: 'Not known',
      rest: `: ${reasons.join('; ')}`,
      quote: null,
      on: null,
      canHide: false,
    },
  ];
}
