import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'disabled.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'date-input.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'set-by-script.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'labelled-by.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // Anybody may type somebody else.
  { file: 'editable.html', reads: 'nobody' },
  {
    file: 'editable-date.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'password.html', reads: 'nobody' },
  { file: 'hidden-input.html', reads: 'nobody' },
  // Nobody sees all of the number.
  { file: 'too-narrow.html', reads: 'nobody' },
  { file: 'placeholder.html', reads: 'nobody' },
  { file: 'empty.html', reads: 'nobody' },
  { file: 'two-labelled.html', reads: 'ambiguous' },
];
