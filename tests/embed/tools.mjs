// What the tests share: files, programs, pictures, and the one browser.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

// The folder of the build: npm's modules are there, and all that is made.
export const FOLDER = resolve(process.env.EMBED);
export const DATELINE = resolve(process.env.DATELINE);
export const modules = createRequire(join(FOLDER, 'package.json'));
const {PNG} = modules('pngjs');
const {ssim} = modules('ssim.js');

export const made = name => join(FOLDER, 'made', name);
export const text = name => readFileSync(made(name), 'utf8');
export const url = name => pathToFileURL(made(name)).href;
export const ours = name => resolve('tests/embed', name);
mkdirSync(made(''), {recursive: true});

// Runs a program; what it prints is what is returned. A failure tells all it printed.
export function run(program, ...args) {
  try {
    return execFileSync(program, args, {
      cwd: made(''), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120000,
      env: {...process.env, DATELINE},
    });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}: ${error.stderr || error.message}`);
  }
}

export const render = (...args) => run(DATELINE, 'render', ...args);

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

export function save(name, contents) {
  writeFileSync(made(name), contents);
  return made(name);
}

// ---- Pictures: {width, height, data}, on white.

export function picture(path) {
  const png = PNG.sync.read(readFileSync(path));
  for (let i = 0; i < png.data.length; i += 4) {
    const alpha = png.data[i + 3] / 255;
    for (let j = 0; j < 3; j++)
      png.data[i + j] = Math.round(png.data[i + j] * alpha + 255 * (1 - alpha));
    png.data[i + 3] = 255;
  }
  return png;
}

export function crop(from, x, y, width, height) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * from.width + x) * 4;
    data.set(from.data.subarray(start, start + width * 4), row * width * 4);
  }
  return {width, height, data};
}

// Wang and others, 2004. A page is first made smaller, as they tell to; a part is not.
export const similarity = (a, b, whole) =>
  ssim(a, b, {downsample: whole ? 'original' : false}).mssim;

export function darkest(from) {
  let least = 255;
  for (let i = 0; i < from.data.length; i += 4) least = Math.min(least, from.data[i]);
  return least;
}

// The box of all that is not nearly white.
export function inked(from) {
  let left = from.width, top = from.height, right = 0, bottom = 0;
  for (let y = 0; y < from.height; y++)
    for (let x = 0; x < from.width; x++) {
      const i = (y * from.width + x) * 4;
      if (from.data[i] + from.data[i + 1] + from.data[i + 2] > 690) continue;
      left = Math.min(left, x), right = Math.max(right, x);
      top = Math.min(top, y), bottom = Math.max(bottom, y);
    }
  return {x: left, y: top, width: right - left + 1, height: bottom - top + 1};
}

// ---- The browser

let browser;

export async function page(options = {}) {
  browser ??= await modules('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
      '--disable-component-update', '--font-render-hinting=none'],
  });
  return browser.newPage(options);
}

export async function close() {
  await browser?.close();
}
