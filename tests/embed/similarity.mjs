// The same chart through every program, against Cairo's PNG.
import {readFileSync, writeFileSync} from 'node:fs';
import {RESOLUTION} from './prepare.mjs';
import * as tools from './tools.mjs';

const {made, run} = tools;
const SCALE = RESOLUTION / 96;
const DOCS = 'docs/embedding.md';
const scores = [];

async function throughChromium() {
  const page = await tools.page({deviceScaleFactor: SCALE, viewport: {width: 1200, height: 840}});
  await page.goto(tools.url('figure.svg'));
  await page.screenshot({path: made('chromium.png')});
  await page.close();
}

function throughResvg() {
  const {Resvg} = tools.modules('@resvg/resvg-js');
  const options = {fitTo: {mode: 'zoom', value: SCALE}, font: {loadSystemFonts: false}};
  tools.save('resvg.png', new Resvg(tools.text('figure.svg'), options).render().asPng());
}

function throughLibreOffice() {
  const size = (name, value) => `"${name}":{"type":"long","value":"${value}"}`;
  const pixels = `${size('PixelWidth', 3600)},${size('PixelHeight', 2520)}`;
  run('cp', 'figure.svg', 'libreoffice.svg');
  run('soffice', '--headless', `-env:UserInstallation=file://${made('profile')}`, '--convert-to',
    `png:draw_png_Export:{${pixels}}`, 'libreoffice.svg');
}

// LibreOffice rounds all places, and the page, to 1/100 mm. Splash, which pdftoppm draws
// with, puts the baselines of letters on the whole pixel before.
const programs = [
  ['Chromium', 'chromium', throughChromium],
  ['librsvg', 'librsvg', () => run('rsvg-convert', '-d', RESOLUTION, '-p', RESOLUTION,
    'figure.svg', '-o', 'librsvg.png')],
  ['resvg', 'resvg', throughResvg],
  ['Inkscape', 'inkscape', () => run('inkscape', 'figure.svg', '--export-type=png',
    `--export-dpi=${RESOLUTION}`, '--export-filename=inkscape.png')],
  ['LibreOffice', 'libreoffice', throughLibreOffice, {slack: 1}],
  ['PDF, Poppler', 'poppler', () => run('pdftocairo', '-r', RESOLUTION, '-png', '-singlefile',
    'figure.pdf', 'poppler')],
  ['PDF, Poppler’s Splash', 'splash', () => run('pdftoppm', '-r', RESOLUTION, '-png', '-singlefile',
    'figure.pdf', 'splash'), {slack: 1}],
  ['PDF, MuPDF', 'mupdf', () => run('mutool', 'draw', '-q', '-r', RESOLUTION, '-o', 'mupdf.png',
    'figure.pdf')],
];

function labels() {
  const {pages} = JSON.parse(tools.text('figure.json'));
  return pages[0].items.filter(item => item.class === 'label' && item.box);
}

// The best score of a label, which may stand so many pixels from where it should.
function scoreLabel(cairo, drawn, label, slack) {
  const [x, y, width, height] = label.box.map(value => Math.round(value * RESOLUTION / 72));
  const box = (dx, dy) => [x - 2 + dx, y - 2 + dy, width + 4, height + 4];
  const wanted = tools.crop(cairo, ...box(0, 0));
  let best = 0;
  for (let dx = -slack; dx <= slack; dx++)
    for (let dy = -slack; dy <= slack; dy++)
      best = Math.max(best, tools.similarity(wanted, tools.crop(drawn, ...box(dx, dy)), false));
  return best;
}

async function compare(name, file, draw, {slack = 0} = {}) {
  const [leastPage, leastLabel] = [0.98, 0.9];
  await draw();
  const cairo = tools.picture(made('figure.png'));
  const drawn = tools.picture(made(`${file}.png`));
  tools.expect(Math.abs(drawn.width - cairo.width) < 2 && Math.abs(drawn.height - cairo.height) < 2,
    `it is ${drawn.width} x ${drawn.height} pixels`);
  const same = tools.crop(drawn, 0, 0, cairo.width, cairo.height);
  const page = tools.similarity(cairo, same, true);
  const each = labels().map(label => [scoreLabel(cairo, same, label, slack), label.event]);
  const [least, event] = each.reduce((a, b) => (b[0] < a[0] ? b : a));
  scores.push(`| ${name} | ${page.toFixed(3)} | ${least.toFixed(2)} |`);
  tools.expect(page >= leastPage, `the page scores ${page}`);
  tools.expect(least >= leastLabel, `the label of ${event} scores ${least}`);
}

// UPDATE=1 writes the table into the documentation; else it has to be there already,
// or nearly: what a label scores depends on where it stands.
function compareTable() {
  const docs = readFileSync(DOCS, 'utf8');
  const [before, table, after] = docs.split(/(?<=\|--:\|--:\|\n)((?:\|.*\n)+)/);
  if (process.env.UPDATE === '1')
    return writeFileSync(DOCS, `${before}${scores.join('\n')}\n${after}`);
  const cells = text => text.trim().split('\n').map(line => line.split('|').slice(1, -1));
  cells(scores.join('\n')).forEach(([name, page, label], i) => {
    const [said, saidPage, saidLabel] = cells(table)[i] ?? [];
    tools.expect(said === name && Math.abs(saidPage - page) < 0.005 &&
      Math.abs(saidLabel - label) < 0.04, `${DOCS} says otherwise of ${name}: ${page}, ${label}`);
  });
}

export const rows = [
  ...programs.map(row => [`${row[0]} draws the chart as Cairo does`, () => compare(...row)]),
  ['the documentation has these scores', compareTable],
];
