import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  // Hyphens that do not break, and an age in words.
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'particles.html',
    reads: { nhsNumber: '9990000042', born: '1962-10-31', family: 'van der Berg', given: 'Jan' },
  },
  { file: 'not-bound-yet.html', reads: 'nobody' },
  { file: 'no-chips.html', reads: 'nobody' },
  // The label goes on, and says something else.
  { file: 'longer-label.html', reads: 'nobody' },
  { file: 'two-numbers.html', reads: 'ambiguous' },
  { file: 'two-people.html', reads: 'ambiguous' },
];
