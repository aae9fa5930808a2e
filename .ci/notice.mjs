// Runs before a package is packed. Its licence, NOTICE and the licences of its dependencies have to travel with it.
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { THIRD_PARTY_FILE, thirdPartyOf, thirdPartyText } from './third-party.ts';

for (const file of ['LICENSE', 'NOTICE']) copyFileSync(new URL(`../${file}`, import.meta.url), file);
writeFileSync(THIRD_PARTY_FILE, thirdPartyText(thirdPartyOf(`packages/${basename(process.cwd())}`)));
