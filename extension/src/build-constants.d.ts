/* oxlint-disable no-underscore-dangle -- the build replaces these constants with their values */
/** True in the demo builds, which may also speak http with `*.localhost`. */
declare const __DEMO__: boolean;

/**
 * False only in the build that proves the check. That build does not compare context ids, and a test must then fail.
 */
declare const __CONTEXT_CHECK__: boolean;
