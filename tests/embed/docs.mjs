// The documentation has the documents that are tested, and pictures of them.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {expect, ours} from './tools.mjs';

const docs = readFileSync('docs/embedding.md', 'utf8');

function document(name) {
  const text = readFileSync(ours(`documents/${name}`), 'utf8');
  expect(docs.includes(`\n${text}\`\`\``) || docs.includes(`\n${text}~~~~`), `${name} is not in it`);
}

function pictures() {
  for (const [, path] of docs.matchAll(/!\[[^\]]*\]\((embedding\/[^)]*)\)/g))
    expect(existsSync(`docs/${path}`), `there is no docs/${path} (UPDATE=1 make test-embed makes it)`);
}

export const rows = [
  ...readdirSync(ours('documents')).map(name => [`the documentation has ${name}`, () => document(name)]),
  ['and its pictures', pictures],
];
