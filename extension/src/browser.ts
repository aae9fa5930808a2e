// The one door to the browser's extension API. The polyfill steps aside where `browser` is native.
import browser from 'webextension-polyfill';

export { browser };
