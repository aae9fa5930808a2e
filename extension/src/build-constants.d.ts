/* oxlint-disable no-underscore-dangle -- constants of the build, replaced by their values */
/** True in the demo builds, which may also speak http with `*.localhost`. */
declare const __DEMO__: boolean;

/**
 * False only in the build that proves the check: context ids are then not compared, and a test has to go red.
 */
declare const __CONTEXT_CHECK__: boolean;
