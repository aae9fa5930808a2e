import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'other-words.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'in-groups.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'without-number.html', reads: 'nobody' },
  { file: 'not-known.html', reads: 'nobody' },
  { file: 'another-label.html', reads: 'nobody' },
  // Nobody sees what the number is.
  { file: 'hidden-label.html', reads: 'nobody' },
  { file: 'label-elsewhere.html', reads: 'nobody' },
  { file: 'two-descriptions.html', reads: 'ambiguous' },
  { file: 'two-terms.html', reads: 'ambiguous' },
];
