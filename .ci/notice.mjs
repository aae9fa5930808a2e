// Before a package is packed: the licence and the acknowledgements travel with it.
import { copyFileSync } from 'node:fs';

for (const file of ['LICENSE', 'NOTICE']) copyFileSync(new URL(`../${file}`, import.meta.url), file);
