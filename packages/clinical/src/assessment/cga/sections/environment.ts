import { choice, group, several } from './fields.ts';

/** Section 6. */
export const environment = group(
  'environment',
  'Environment',
  choice('room', 'Room', 'right=Suits them|change=Something should change'),
  choice('bell', 'Call bell', 'uses=In reach, uses it|reach=Not in reach|cannot=Cannot use it'),
  choice('rails', 'Bed rails', 'None|assessed=Used, and assessed|unassessed=Used, not assessed'),
  several('sensor', 'Sensors', 'None|Bed|Chair|floor=Floor mat|Door|Other', { optional: true }),
  choice(
    'infection',
    'Infection',
    'none=None known|carrier=Known carrier|active=Active infection|outbreak=Outbreak in the home',
    { fresh: true },
  ),
);
