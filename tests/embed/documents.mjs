// The chart in documents: each is made by the program that its reader would use, drawn
// again, and compared with the chart.
import {copyFileSync, mkdirSync, readdirSync} from 'node:fs';
import * as tools from './tools.mjs';

const {expect, made, run, text} = tools;
const LEAST = 0.9;

for (const name of readdirSync(tools.ours('documents')))
  copyFileSync(tools.ours(`documents/${name}`), made(name));

const part = (picture, box) => tools.crop(picture, box.x, box.y, box.width, box.height);

// Upright pages have their number at the foot.
const withoutFoot = page => tools.crop(page, 0, 0, page.width,
  Math.round(page.height * (page.height > page.width ? 0.85 : 1)));

// Draws a page of a PDF so that what is on it is as wide as in the chart. What is measured
// in few pixels is not exact: it is measured again in as many as are wanted.
function drawPage(pdf, width) {
  const draw = resolution => {
    run('pdftocairo', '-r', resolution, '-png', '-singlefile', pdf, 'document');
    const picture = withoutFoot(tools.picture(made('document.png')));
    return part(picture, tools.inked(picture));
  };
  const near = 144 * width / draw(144).width;
  return draw(near * width / draw(near).width);
}

function compare(drawn) {
  const whole = tools.picture(made('small.png'));
  const chart = part(whole, tools.inked(whole));
  const one = drawn(chart.width);
  const [width, height] = [Math.min(one.width, chart.width), Math.min(one.height, chart.height)];
  expect(Math.abs(one.height - chart.height) <= 3, `it is ${one.width} x ${one.height}, not ` +
    `${chart.width} x ${chart.height}`);
  const score = tools.similarity(tools.crop(one, 0, 0, width, height), tools.crop(chart, 0, 0, width, height), true);
  expect(score >= LEAST, `it scores ${score}`);
}

// Those that the documentation shows.
const SHOWN = ['html', 'pandoc-docx', 'filter-pdf', 'article', 'article-svg', 'typst', 'asciidoc'];

function show(name, pdf) {
  if (process.env.UPDATE !== '1' || !SHOWN.includes(name)) return;
  mkdirSync('docs/embedding', {recursive: true});
  run('pdftocairo', '-scale-to-x', 400, '-scale-to-y', -1, '-png', '-singlefile', pdf,
    `${process.cwd()}/docs/embedding/${name}`);
}

function inPdf(name, pdf) {
  show(name, pdf);
  compare(width => drawPage(pdf, width));
}

function throughOffice(document) {
  run('soffice', '--headless', `-env:UserInstallation=file://${made('profile')}`, '--convert-to', 'pdf',
    document);
}

function latex(name, ...options) {
  run('pdflatex', '-interaction=nonstopmode', ...options, `${name}.tex`);
  inPdf(name, `${name}.pdf`);
}

function pandocOffice(extension) {
  const document = `report.${extension}`;
  run('pandoc', 'report.md', '--default-image-extension=svg', '-o', document);
  expect(/\.svg$/m.test(run('unzip', '-Z1', document)), 'the picture is not in it as SVG');
  throughOffice(document);
  inPdf(`pandoc-${extension}`, 'report.pdf');
}

function pandocPdf() {
  run('pandoc', 'report.md', '--default-image-extension=pdf', '-o', 'report.pdf');
  inPdf('pandoc-pdf', 'report.pdf');
  expect(run('pdftotext', 'report.pdf', '-').includes('Korean War armistice'), 'its text is lost');
}

function typst() {
  const {NodeCompiler} = tools.modules('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({workspace: made('')});
  tools.save('paper.pdf', compiler.pdf({mainFilePath: made('paper.typ')}));
  inPdf('typst', 'paper.pdf');
}

async function inPage(name, file) {
  const page = await tools.page({viewport: {width: 1200, height: 840}});
  await page.goto(tools.url(file));
  await page.addStyleTag({content: 'body{margin:0!important;max-width:none!important;padding:0!important}'});
  const asPdf = await page.evaluate(() => document.querySelector('svg, img').getBoundingClientRect().width);
  expect(asPdf > 100, `the chart is ${asPdf} pixels wide`);
  await page.pdf({path: made(`${name}.pdf`), width: '1200px', height: '1100px', pageRanges: '1'});
  await page.close();
  inPdf(name, `${name}.pdf`);
}

async function pandocHtml() {
  run('pandoc', 'report.md', '--default-image-extension=svg', '-s', '--metadata', 'title= ', '-o',
    'report.html');
  await inPage('pandoc-html', 'report.html');
}

async function asciidoc() {
  run('asciidoctor', '-a', 'stylesheet!', '-a', 'nofooter', 'page.adoc', '-o', 'page-adoc.html');
  expect(text('page-adoc.html').includes('<title id="'), 'the chart is not inline');
  await inPage('asciidoc', 'page-adoc.html');
}

const filter = `${process.cwd()}/share/dateline.lua`;

function filterHtml() {
  run('pandoc', '-L', filter, 'block.md', '-o', 'block.html');
  const html = text('block.html');
  expect(html.includes('<a href="https://example.org/1953">'), 'the link is lost');
  expect(html.includes('<figcaption>From armistice to parade</figcaption>'), 'it has no caption');
}

function filterPdf(extension, ...convert) {
  run('pandoc', '-L', filter, 'block.md', '-o', `block.${extension}`);
  if (convert.length) throughOffice(`block.${extension}`);
  show(`filter-${extension}`, 'block.pdf');
  const words = run('pdftotext', 'block.pdf', '-');
  expect(words.includes('From armistice to parade'), `it reads: ${words}`);
}

const WRONG = `# Report

~~~timeline
timeline: {title: Right}
events: [{title: E, date: 1953}]
~~~

- > ~~~timeline
  > timeline: {title: Wrong}
  > events: [{titel: E}]
  > ~~~

~~~{.timeline chart=c}
timeline: {title: Without that chart}
events: [{title: E, date: 1953}]
~~~
`;

// All that is wrong is told, where it stands in the document, and nothing of this program.
function filterError() {
  tools.save('wrong.md', WRONG);
  let told = '';
  try {
    run('pandoc', '-L', filter, 'wrong.md', '-o', 'wrong.html');
  } catch (error) {
    told = error.message;
  }
  for (const part of ['\nwrong.md:10:11: error: unknown key `titel`',
    '\nwrong.md: no figure of timeline block 2, which begins `timeline: {title: Wrong}`\n',
    '\nwrong.md: no figure of timeline block 3, which begins `timeline: {title: Without that chart}`; ' +
    'the attribute `chart=ID` picks'])
    expect(told.includes(part), `it says: ${told}`);
  expect(!/traceback|\/dateline-/.test(told), `it tells of itself: ${told}`);
}

export const rows = [
  ['HTML shows the chart as a picture', () => inPage('html', 'page.html')],
  ['Pandoc puts it into HTML', pandocHtml],
  ['Pandoc puts it into Word, LibreOffice draws it', () => pandocOffice('docx')],
  ['Pandoc puts it into OpenDocument', () => pandocOffice('odt')],
  ['Pandoc puts it into PDF', pandocPdf],
  ['Pandoc’s filter draws a block in HTML', filterHtml],
  ['in PDF', () => filterPdf('pdf')],
  ['and in Word', () => filterPdf('docx', 'office')],
  ['what is wrong in a block is told', filterError],
  ['LaTeX includes the PDF', () => latex('article')],
  ['its package svg takes the SVG', () => latex('article-svg', '-shell-escape')],
  ['Typst shows the SVG', typst],
  ['AsciiDoc puts it inline', asciidoc],
];
