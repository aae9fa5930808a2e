// The lists of enabled sites that stand below each state of the side panel.
import type { SitesTold } from '../../extension/src/messages/side-state.ts';

/** None, and as many kinds as there are, with settings that are refused. */
export const siteLists: Record<string, { readonly told: SitesTold; readonly says: readonly RegExp[] }> = {
  none: {
    told: { kind: 'sites', sites: [], refused: [] },
    says: [/Enabled sites: 0/, /No page is read\./],
  },
  'of every kind, and settings that are refused': {
    told: {
      kind: 'sites',
      sites: [
        {
          origin: 'https://record.practice.example.nhs.uk:8443',
          title: 'Fernhill Record',
          from: 'managed',
          canBeRevoked: true,
        },
        {
          origin: 'https://app.careplanner.example',
          title: 'Hearthside Diary',
          from: 'bound',
          canBeRevoked: true,
        },
        {
          origin: 'https://own.example',
          title: 'Taught by pointing at a page',
          from: 'taught',
          canBeRevoked: true,
          taught: {
            state: 'confirmed',
            adapter:
              '{\n  "id": "taught",\n  "match": [{ "origin": "https://own.example", "pathPrefix": "/" }]\n}',
          },
        },
        {
          origin: 'https://new.example',
          title: 'Taught by pointing at a page',
          from: 'taught',
          canBeRevoked: true,
          taught: { state: 'draft', adapter: '{\n  "id": "taught"\n}' },
        },
        { origin: 'http://gp.localhost', title: 'Fernhill Record', from: 'built-in', canBeRevoked: false },
      ],
      refused: [
        'Managed adapter 2 is not used: match, number 1, pathPrefix: a path begins with "/", and holds no "//", "..", "*" or "?".',
      ],
    },
    says: [
      /Enabled sites: 4, and 1 draft/,
      /record\.practice\.example\.nhs\.uk:8443, read as Fernhill Record, given by your organisation\./,
      /app\.careplanner\.example, read as Hearthside Diary, enabled in this browser\./,
      /own\.example, read as Taught by pointing at a page, taught in this browser\./,
      /new\.example, a draft, which reads nobody, taught in this browser\./,
      /For an administrator/,
      /Copy the adapter/,
      /gp\.localhost, read as Fernhill Record, came with this extension\./,
      /Settings that are not used: 1/,
      /For the administrator of this browser:/,
      /Managed adapter 2 is not used/,
    ],
  },
};
