// The sealed store where there is no browser, for long runs of other packages.
import 'fake-indexeddb/auto';

export { newName, openInSession } from './opened.ts';
