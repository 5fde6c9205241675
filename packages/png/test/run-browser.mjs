/**
 * Lets a browser without a window draw the pictures of `pictures.ts` on a canvas and compares the pixels:
 * `node packages/png/test/run-browser.mjs [chromium]`. Exits with 1 for failures.
 */
import { runPage } from '../../../scripts/browser.ts';
import { samples } from './pictures.ts';

const PAGE = `<!doctype html><script type="module">
import { comparePictures, decodeByCanvas } from '/browser-page.mjs';
let report;
try {
  const pictures = await (await fetch('/pictures.json')).json();
  for (const picture of pictures) picture.bytes = Uint8Array.from(picture.bytes);
  const { count, wrong } = await comparePictures(pictures, decodeByCanvas);
  report = [...wrong, count + ' pictures, ' + wrong.length + ' failures'].join('\\n');
} catch (error) {
  report = 'FAILED ' + error.stack;
}
await fetch('/done', { method: 'POST', body: report });
</script>`;

const pictures = samples().map((one) => ({ ...one, bytes: [...one.bytes], rgba: [...one.rgba] }));
const report = await runPage({
  page: PAGE,
  made: { '/pictures.json': JSON.stringify(pictures) },
  root: new URL('.', import.meta.url),
  browser: process.argv[2],
});
console.log(report);
process.exitCode = /^\d+ pictures, 0 failures$/.test(report) ? 0 : 1;
