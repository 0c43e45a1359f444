// The PDF, through programs that read it.
import {expect, made, run, text} from './tools.mjs';

const squeeze = words => words.replace(/\s+/g, ' ');

// Poppler tells errors beside what it prints.
function quiet(program, ...args) {
  run('sh', '-c', '"$@" 2> told.txt', 'sh', program, ...args);
  const told = text('told.txt');
  expect(told === '', `${program}: ${told}`);
}

// Some of a title's words: Poppler puts marks of direction among those that run left.
// A line may end within a Korean word.
function extract() {
  const together = words => words.replaceAll(' ', '');
  const words = together(squeeze(run('pdftotext', 'scripts.pdf', '-')));
  for (const wanted of ['🎉🚀', '🇰🇷', '김정은 위원장이 베이징에 도착하다', 'Office of affluent fjords', 'عليكم',
    "<img src=x onerror='window.hit=1'>"])
    expect(words.includes(together(wanted)), `"${wanted}" is not in it`);
}

function extractTitles() {
  const words = squeeze(run('pdftotext', '-raw', 'figure.pdf', '-'));
  const {pages} = JSON.parse(text('figure.json'));
  const lines = pages[0].items.filter(item => item.class === 'label').flatMap(item => item.lines);
  expect(lines.length > 40, `only ${lines.length} lines`);
  for (const line of lines) {
    const plain = squeeze(line.text).replace(/\d(,\d)*$/, '');
    expect(words.includes(plain), `"${plain}" is not in it`);
  }
}

function links() {
  const listed = run('pdfinfo', '-url', 'scripts.pdf');
  expect(listed.includes('https://example.org/party'), listed);
  expect(listed.includes('https://example.org/a%29%3E%3E/S/JavaScript/JS%28app.alert%281%29'), listed);
  expect(/JavaScript: *no/.test(run('pdfinfo', 'scripts.pdf')), 'it holds a script');
}

function bookmarks() {
  const listed = run('mutool', 'show', 'figure.pdf', 'outline');
  expect(/\+\t"1953"\t#page=1.*\n\|\t\t"27 July 1953: Korean War armistice"/.test(listed), listed);
  expect(/-\t"since late 2011: Kim Jong-un in power".*\n\+\t\t"2011".*\n\|\t\t\t"late 2011: /.test(listed), listed);
}

function facts() {
  const told = run('pdfinfo', 'figure.pdf');
  for (const fact of [/Title: +From armistice to rostrum/, /Creator: +Dateline/, /Keywords: +North Korea/,
    /Tagged: +yes/, /Pages: +1/, /Page size: +900 x 630 pts/])
    expect(fact.test(told), `${fact}: ${told}`);
  expect(/\/Lang \(en\)/.test(run('mutool', 'show', 'figure.pdf', 'trailer/Root')), 'it has no language');
}

function fonts() {
  const faces = run('pdffonts', 'figure.pdf').trim().split('\n').slice(2);
  for (const face of faces)
    expect(/^[A-Z]{6}\+.* yes +yes +yes /.test(face), `not a subset, or without Unicode: ${face}`);
}

function structure() {
  const told = run('pdfinfo', '-struct-text', 'figure.pdf');
  expect(/^Document\n +Sect\n +H1 \(block\)\n +"From armistice to rostrum"/.test(told), told.slice(0, 200));
}

export const rows = [
  ['qpdf finds nothing wrong with a PDF', () => ['figure.pdf', 'scripts.pdf'].forEach(
    name => run('qpdf', '--check', made(name)))],
  ['nor does Poppler', () => ['pdfinfo', 'pdffonts', 'pdftotext'].forEach(
    program => quiet(program, 'figure.pdf'))],
  ['nor with its structure', () => quiet('pdfinfo', '-struct-text', 'figure.pdf')],
  ['nor does MuPDF', () => quiet('mutool', 'clean', 'figure.pdf', 'clean.pdf')],
  ['every line of every label is text', extractTitles],
  ['so are Korean, Arabic and ligatures', extract],
  ['links are listed, and are links alone', links],
  ['bookmarks nest by era and year', bookmarks],
  ['the document says what it is', facts],
  ['its fonts are subsets with Unicode', fonts],
  ['its text has a structure', structure],
];
