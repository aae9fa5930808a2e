import puppeteer from 'puppeteer-core';
import { startPlay } from './play/serve.ts';
import fs from 'node:fs';
const out='/work/trees/escalation/node_modules/.mine/shots'; fs.mkdirSync(out,{recursive:true});
const { url, server } = await startPlay(8231);
const browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
const wanted = JSON.parse(process.argv[2]);
for (const [state, width, q, forced] of wanted) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 568 });
  page.on('pageerror', (e) => console.log(state, e.message));
  if (forced) { const s = await page.createCDPSession(); await s.send('Emulation.setEmulatedMedia',{features:[{name:'forced-colors',value:'active'}]}); }
  await page.goto(`${url}state.html?component=escalation-button&state=${state}${q??''}`);
  await page.waitForSelector('html[data-ready=yes]', { timeout: 60000 });
  await page.screenshot({ path: `${out}/${state}-${width}${(q??'').replaceAll(/[&=]/g,'')}${forced?'-forced':''}.png`, fullPage: true });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(state, width, q ?? '', 'overflow', over);
  await page.close();
}
await browser.close(); await server.close();
