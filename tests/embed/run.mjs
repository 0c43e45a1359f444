// Embeds charts with the real programs. Each test is a row: a sentence and a function,
// which throws where it does not hold.
import {close} from './tools.mjs';
import {prepare} from './prepare.mjs';

const only = process.argv[2];
let passed = 0;
const failed = [];

prepare();
for (const name of ['similarity', 'valid', 'browser', 'pdf', 'documents', 'docs']) {
  if (only && name !== only) continue;
  const {rows} = await import(`./${name}.mjs`);
  for (const [sentence, test] of rows) {
    const start = Date.now();
    try {
      await test();
      passed++;
      console.log(`ok      ${sentence} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed.push(sentence);
      console.log(`FAILED  ${sentence}\n        ${error.message}`);
    }
  }
}
await close();
console.log(`embedding: ${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
