// Before a package is packed: its licence, the acknowledgements and the licences of what it needs travel with it.
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { THIRD_PARTY_FILE, thirdPartyOf, thirdPartyText } from './third-party.ts';

for (const file of ['LICENSE', 'NOTICE']) copyFileSync(new URL(`../${file}`, import.meta.url), file);
writeFileSync(THIRD_PARTY_FILE, thirdPartyText(thirdPartyOf(`packages/${basename(process.cwd())}`)));
