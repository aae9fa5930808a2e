export const BROWSER_TESTS: string[];
export const PURE_TESTS: string[];
export const NODE_TESTS: string[];
export const STARTS_BROWSER: string[];
export const HOUSE_TESTS: string[];
export const STEP_TESTS: Readonly<
  Record<
    | 'walk'
    | 'play'
    | 'packed'
    | 'extension'
    | 'extensionWalk'
    | 'roundTrip'
    | 'profile'
    | 'device'
    | 'deviceWhole',
    string[]
  >
>;
