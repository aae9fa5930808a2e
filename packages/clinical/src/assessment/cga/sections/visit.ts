import { choice, day, group, PAST, several, SNOMED, askedWhen, words } from './fields.ts';

const FRESH = { fresh: true } as const;

/** Section 0. The day the person was seen is the draft's own `assessedAt`: a second one here could say otherwise. */
export const visit = group(
  'visit',
  'This assessment',
  choice(
    'reason',
    'Why now',
    'new=New resident|returned=Back from hospital|annual=Yearly|change=After a change',
    FRESH,
  ),
  choice(
    'place',
    'Where seen',
    'home=In the care home|hospital=In hospital|clinic=Surgery or clinic|remote=By phone or video',
    FRESH,
  ),
  several('seen-with', 'Seen with', 'Resident|Family|staff=Care home staff', FRESH),
  words('assessor-role', 'Role of the assessor', { maxLength: 60, optional: true, ...FRESH }),
  askedWhen(
    'seen-with',
    'family|staff',
    words('contributors', 'Roles of others who took part', {
      maxLength: 60,
      repeats: true,
      optional: true,
      ...FRESH,
    }),
  ),
  // Mental Capacity Act 2005: about one decision at one time, so neither is ever brought over from the last one.
  choice(
    'capacity',
    'Capacity for this assessment and plan',
    'has=Has capacity|lacks=Lacks capacity|varies=Comes and goes',
    { ...FRESH, hint: 'For this decision only, never in general.' },
  ),
  choice(
    'consent',
    'On what basis',
    'agrees=They agree|attorney=Attorney or deputy agrees|best-interest=Best interests|declined=They declined',
    FRESH,
  ),
  // What kind of home it is, nobody has to say again each year.
  askedWhen('reason', 'new|returned', {
    ...choice(
      'residence',
      'Kind of home',
      'nursing=Nursing home|residential=Residential home|home=Care home',
    ),
    options: [
      { value: 'nursing', text: 'Nursing home', code: { system: SNOMED, code: '160734000' } },
      { value: 'residential', text: 'Residential home', code: { system: SNOMED, code: '394923006' } },
      { value: 'home', text: 'Care home', code: { system: SNOMED, code: '248171000000108' } },
    ],
  }),
  day('admitted', 'Came to live here on', { ...PAST, fact: 'lives-here-since' }),
  askedWhen(
    'reason',
    'new',
    choice('from', 'Came from', 'own=Own home|Hospital|other=Another care home|Elsewhere'),
  ),
  askedWhen(
    'reason',
    'new',
    choice('stay', 'Intended stay', 'Permanent|Respite|recovery=For recovery|Not known'),
  ),
);
