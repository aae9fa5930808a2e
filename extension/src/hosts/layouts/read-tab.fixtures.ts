import type { Adapter } from '../binding.ts';
import { fitOf, type Fit } from '../../content/fit.ts';
import { readBanner } from '../../content/read-banner.ts';
import type { OnScreen } from '../../messages/page.ts';
import { subjectOf, type Report } from '../../vault/subject.ts';

/** Reads a page with all its frames as the content scripts do, and joins what they say as the vault does. */
export function readTab(page: Document, adapter: Adapter): OnScreen | 'nobody' | 'ambiguous' {
  const reports = documentsOf(page).flatMap((document, at) => {
    const reading = readBanner(document, adapter, at === 0 ? 'top' : 'child');
    return reportOf(reading, String(at), adapter) ?? [];
  });
  const subject = subjectOf(reports);
  return subject.kind === 'person' ? subject.person : subject.kind;
}

function reportOf(reading: ReturnType<typeof readBanner>, id: string, adapter: Adapter): Report | null {
  switch (reading.kind) {
    case 'none':
      return null;
    case 'ambiguous':
      return { kind: 'ambiguous', id };
    case 'part':
      return { kind: 'part', id, adapter: adapter.id, person: reading.person, origin: 'https://a.example' };
    case 'person':
      return { kind: 'person', id, person: reading.person, origin: 'https://a.example' };
  }
}

/** The page first, and then the pages in its frames. */
export function documentsOf(page: Document): readonly Document[] {
  const frames = [...page.querySelectorAll<HTMLIFrameElement>('iframe, frame')];
  return [
    page,
    ...frames.flatMap(({ contentDocument }) => (contentDocument ? documentsOf(contentDocument) : [])),
  ];
}

/** What an adapter says of each frame in which it has something to read. */
export function fitTab(page: Document, adapter: Adapter): readonly (Fit & { readonly frame: string })[] {
  return documentsOf(page)
    .map((document, at) => ({
      frame: document.location.pathname,
      ...fitOf(document, adapter, at === 0 ? 'top' : 'child'),
    }))
    .filter(({ layouts }) => layouts.length > 0);
}
