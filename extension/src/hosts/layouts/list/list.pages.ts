import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  // A table of one patient, with each value below its head.
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'list.html', reads: 'nobody' },
  // A list with one row is still a list.
  { file: 'list-of-one.html', reads: 'nobody' },
  { file: 'preview.html', reads: 'nobody' },
  { file: 'empty-list.html', reads: 'nobody' },
  { file: 'no-rows.html', reads: 'nobody' },
  // A wide cell moves the cells after it away from their heads.
  { file: 'wide-cell.html', reads: 'nobody' },
  { file: 'no-table.html', reads: 'nobody' },
  { file: 'two-rows.html', reads: 'ambiguous' },
  { file: 'two-bodies.html', reads: 'ambiguous' },
];
