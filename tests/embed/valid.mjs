// The files alone: markup, sizes, what must not be in them.
import {made, modules, ours, render, run, save, expect, text} from './tools.mjs';
import {dirname, join} from 'node:path';
import {statSync} from 'node:fs';

const jar = join(dirname(modules.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

function check(...args) {
  run('java', '-jar', jar, '--errors-only', ...args);
}

const size = name => statSync(made(name)).size;

function smaller(name, most) {
  expect(size(name) < most, `${name} has ${size(name)} bytes`);
}

function refuse(link) {
  const file = save('refused.yaml',
    `timeline: {title: T}\nevents: [{title: E, date: 2025, link: "${link}"}]\n`);
  let refused = false;
  try {
    render(file, '-f', 'svg', '-o', made(''));
  } catch (error) {
    refused = /error:/.test(error.message);
  }
  expect(refused, `a link to ${link} is drawn`);
}

function twice(format) {
  const args = [ours('scripts.yaml'), '-f', format, '-o'];
  render(...args, made(`once.${format}`));
  render(...args, made(`again.${format}`));
  run('cmp', made(`once.${format}`), made(`again.${format}`));
}

export const rows = [
  ['every SVG is valid', () => check('--svg', ...['figure.svg', 'live.svg', 'fonts.svg', 'wide.svg',
    'scripts.svg'].map(made))],
  ['the HTML figure is valid', () => check(made('figure.html'), made('scripts.html'))],
  ['no SVG holds what does not embed', () => {
    for (const name of ['figure.svg', 'live.svg', 'fonts.svg', 'scripts.svg'])
      expect(!/<(script|foreignObject|iframe)|(href|src)="http|url\(http/.test(
        text(name).replace(/<a href="[^"]*">/g, '')), name);
  }],
  ['an SVG with outlines is below 200 kB', () => smaller('figure.svg', 200e3)],
  ['one with live text below 60 kB', () => smaller('live.svg', 60e3)],
  ['a PDF is below 100 kB', () => smaller('figure.pdf', 100e3)],
  ...['javascript:alert(1)', 'data:text/html,x', 'JavaScript:alert(1)', 'vbscript:x', 'file:///etc'].map(
    link => [`a link to ${link} is refused`, () => refuse(link)]),
  ...['svg', 'pdf', 'png', 'eps', 'html'].map(
    format => [`two runs make the same ${format}`, () => twice(format)]),
];
