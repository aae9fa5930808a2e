import { fourAt } from './4at/4at.ts';
import { cfs } from './cfs/cfs.ts';
import { efi } from './efi/efi.ts';
import { news2 } from './news2/news2.ts';

/** Every instrument. A new one is a folder beside these and a line here; nothing else changes. */
export const instruments = [fourAt, cfs, efi, news2] as const;
