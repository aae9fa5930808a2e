// Every file takes the browser's extension API from here. Where `browser` is native, the polyfill does nothing.
import browser from 'webextension-polyfill';

export { browser };
