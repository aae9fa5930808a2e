import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'styled.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // A closed shadow root keeps its words.
  { file: 'closed.html', reads: 'nobody' },
  { file: 'hidden-inside.html', reads: 'nobody' },
  { file: 'hidden-part.html', reads: 'nobody' },
  { file: 'covered.html', reads: 'nobody' },
  // Another element draws one more digit beside the number.
  { file: 'drawn-by-another.html', reads: 'nobody' },
  // The words stand in no shadow root.
  { file: 'outside.html', reads: 'nobody' },
  { file: 'two-banners.html', reads: 'ambiguous' },
];
