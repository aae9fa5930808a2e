import { choice, group, several } from './fields.ts';

/** Section 6. */
export const environment = /* @__PURE__ */ group(
  'environment',
  'Environment',
  choice('room', 'Room', { right: 'Suits them', change: 'Something should change' }),
  choice('bell', 'Call bell', { uses: 'In reach, uses it', reach: 'Not in reach', cannot: 'Cannot use it' }),
  choice('rails', 'Bed rails', {
    none: 'None',
    assessed: 'Used, and assessed',
    unassessed: 'Used, not assessed',
  }),
  several('sensor', 'Sensors', {
    none: 'None',
    bed: 'Bed',
    chair: 'Chair',
    floor: 'Floor mat',
    door: 'Door',
    other: 'Other',
  }),
  choice(
    'infection',
    'Infection',
    {
      none: 'None known',
      carrier: 'Known carrier',
      active: 'Active infection',
      outbreak: 'Outbreak in the home',
    },
    { fresh: true },
  ),
);
