import { raisedBy } from './raised-by.ts';

/** [P] Pain that is not controlled; or Abbey from 8 (moderate, Abbey 2004); or PAINAD from 4 (moderate, Warden 2003). */
export const pain = /* @__PURE__ */ raisedBy('pain', 'Pain', {
  'pain-control': 'partly|poor',
  abbey: 8,
  painad: 4,
});
