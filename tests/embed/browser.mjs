// Charts in web pages.
import {readFileSync} from 'node:fs';
import * as tools from './tools.mjs';

const {expect, text, url} = tools;
const SIZE = {width: 1200, height: 840};
const inline = name => text(name).replace(/^<\?xml.*\n/, '');
const at = (x, y, svg) => `<div style="position:absolute;left:${x}px;top:${y}px">${svg}</div>`;
const document = body => `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>T</title>
<style>body{margin:0}</style><body>${body}`;

async function open(name, body, options = {}) {
  const page = await tools.page({viewport: SIZE, ...options});
  tools.save(name, document(body));
  await page.goto(url(name));
  return page;
}

const bytes = (page, x, y, width = SIZE.width, height = SIZE.height) =>
  page.screenshot({clip: {x, y, width, height}, fullPage: true});

async function withPage(promise, use) {
  const page = await promise;
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

// A chart of its own on a page, and the size that it has there.
const alone = name => withPage(open('alone.html', at(0, 0, inline(name))), page => bytes(page, 0, 0));

// Each at the top once: Chromium smooths edges by where on the page they are.
async function twoInline(upper, lower) {
  const both = at(0, 0, inline(upper)) + at(0, 1024, inline(lower));
  await withPage(open('both.html', both), async page => {
    const doubled = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(doubled.length === 0, `ids twice: ${doubled}`);
    expect((await alone(upper)).equals(await bytes(page, 0, 0)), `${upper} is another than alone`);
  });
}

// What a page around it hands down to letters.
async function hostile(name) {
  const around = `<style>div{direction:rtl;font:italic 900 40px/3 fantasy;letter-spacing:1em;
    word-spacing:2em;text-transform:uppercase;text-align:right;color:red}</style>`;
  const there = await withPage(open('hostile.html', around + at(0, 0, inline(name))),
    page => bytes(page, 0, 0));
  expect(there.equals(await alone(name)), 'the chart is another there');
}

async function asImage() {
  const image = await withPage(open('image.html', '<img src="figure.svg" style="display:block">'),
    page => bytes(page, 0, 0));
  const [one, other] = [image, await alone('figure.svg')].map((png, i) =>
    tools.picture(tools.save(`image-${i}.png`, png)));
  const score = tools.similarity(one, other, true);
  expect(score > 0.999, `it scores ${score}`);
}

async function responsive() {
  await withPage(open('wide.html', `<div style="width:500px">${inline('wide.svg')}</div>`), async page => {
    const [width, height] = await page.evaluate(() => {
      const box = document.querySelector('svg').getBoundingClientRect();
      return [box.width, box.height];
    });
    expect(Math.abs(width - 500) < 1 && Math.abs(height - 500 * 630 / 900) < 1, `${width} x ${height}`);
  });
}

const events = () => JSON.parse(tools.run(tools.DATELINE, 'list', '--format', 'json',
  `${process.cwd()}/events/diplomacy.yaml`)).events;

function drawnTitles() {
  const drawn = new Set(text('figure.svg').match(/(?<=data-event=")[^"]*/g));
  return events().filter(event => drawn.has(event.id)).map(event => event.title);
}

async function findTitles() {
  const titles = drawnTitles();
  expect(titles.length > 15, `only ${titles.length} titles`);
  await withPage(open('find.html', inline('figure.svg')), async page => {
    for (const title of titles)
      expect(await page.evaluate(words => {
        getSelection().removeAllRanges();
        return window.find(words, true, false, true);
      }, title), `"${title}" is not found`);
  });
}

async function copyInOrder() {
  await withPage(open('copy.html', inline('figure.svg')), async page => {
    await page.keyboard.press('Control+A');
    const copied = (await page.evaluate(() => getSelection().toString())).replace(/\s+/g, ' ');
    const places = drawnTitles().map(title => [copied.indexOf(title), title]);
    for (const [place, title] of places)
      expect(place >= 0, `"${title}" is not copied`);
    const doubled = places.filter(([place, title]) => copied.indexOf(title, place + 1) >= 0);
    expect(doubled.length === 0, `copied twice: ${doubled[0]?.[1]}`);
    const starts = await page.evaluate(() => [...document.querySelectorAll('.panel .event')]
      .map(event => event.dataset.start).filter(Boolean));
    const wrong = starts.findIndex((start, i) => i > 0 && start < starts[i - 1]);
    expect(wrong < 0, `${starts[wrong - 1]} is copied before ${starts[wrong]}`);
  });
}

async function axe(name) {
  await withPage(tools.page({viewport: SIZE}), async page => {
    await page.goto(url(name));
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
    await page.evaluate(readFileSync(tools.modules.resolve('axe-core/axe.min.js'), 'utf8'));
    const {violations} = await page.evaluate(() => window.axe.run());
    expect(violations.length === 0, violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 90)}`).join('; '));
  });
}

async function spoken() {
  await withPage(tools.page(), async page => {
    await page.goto(url('figure.svg'));
    const session = await page.context().newCDPSession(page);
    const {nodes} = await session.send('Accessibility.getFullAXTree');
    const named = nodes.filter(node => !node.ignored).map(node => node.name?.value ?? '');
    const chart = nodes.find(node => node.role?.value.startsWith('graphics-document'));
    expect(chart?.name.value.startsWith('From armistice to rostrum'), 'the chart has no name');
    expect(/3 September 2025/.test(chart.description?.value ?? ''), 'it has no description');
    for (const title of drawnTitles())
      expect(named.some(name => name.includes(title)), `"${title}" is not told`);
  });
}

async function keyboard() {
  await withPage(tools.page({viewport: SIZE}), async page => {
    await page.goto(url('figure.html'));
    const reached = new Set();
    const all = await page.evaluate(() => document.querySelectorAll('.event').length);
    for (let i = 0; i < all * 3; i++) {
      await page.keyboard.press('Tab');
      const [event, outline] = await page.evaluate(() => {
        const element = document.activeElement;
        return [element.dataset.event, getComputedStyle(element).outlineStyle];
      });
      if (!event) continue;
      expect(outline === 'solid', `the focus on ${event} is not seen`);
      reached.add(event);
    }
    expect(reached.size === all, `${reached.size} of ${all} events are reached`);
  });
}

async function network() {
  await withPage(tools.page(), async page => {
    const asked = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(url('figure.html'));
    const outside = asked.filter(address => !/^(file|data):/.test(address));
    expect(asked.filter(address => address.startsWith('file:')).length === 1 && !outside.length,
      `it asks for ${asked}`);
  });
}

// The least contrast of a text to what lies below it: WCAG 2.1.
function leastContrast() {
  const number = color => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = color => number(color).slice(0, 3).map(c => c / 255)
    .map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const opaque = element => /^(path|rect)$/.test(element.tagName) && !element.closest('[aria-hidden]') &&
    /^rgb\(/.test(getComputedStyle(element).fill) && getComputedStyle(element).fillOpacity === '1';
  let least = [99, ''];
  for (const twin of document.querySelectorAll('svg text')) {
    const box = twin.getBoundingClientRect();
    const below = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2).find(opaque);
    const letters = twin.previousElementSibling;
    const runs = [letters, ...letters.querySelectorAll('g')];
    for (const run of runs.filter(run => run.hasAttribute('fill'))) {
      const value = contrast(getComputedStyle(run).fill, getComputedStyle(below).fill);
      if (value < least[0]) least = [value, twin.textContent];
    }
  }
  return least;
}

async function dark(name, flips) {
  for (const scheme of ['light', 'dark'])
    await withPage(tools.page({viewport: SIZE, colorScheme: scheme}), async page => {
      await page.goto(url(name));
      const paper = await page.evaluate(() => getComputedStyle(document.querySelector('svg > rect, rect')).fill);
      const isDark = Number(paper.match(/\d+/)[0]) < 60;
      expect(isDark === (flips && scheme === 'dark'), `on a ${scheme} screen the paper is ${paper}`);
      const [contrast, words] = await page.evaluate(leastContrast);
      expect(contrast >= 4.5, `on a ${scheme} screen "${words}" has a contrast of ${contrast.toFixed(2)}`);
      await page.emulateMedia({media: 'print', colorScheme: 'dark'});
      const printed = await page.evaluate(() => getComputedStyle(document.querySelector('rect')).fill);
      expect(printed === 'rgb(255, 255, 255)', `printed, the paper is ${printed}`);
    });
}

async function markup() {
  for (const name of ['scripts.html', 'scripts.svg'])
    await withPage(tools.page(), async page => {
      await page.goto(url(name));
      const [hit, links] = await page.evaluate(() => [window.hit,
        [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))]);
      expect(hit === undefined, `a script ran in ${name}`);
      expect(links.length > 0 && links.every(link => /^https:\/\/example\.org\/[\w%./-]*$/.test(link)),
        `${name} links to ${links}`);
      const shown = await page.evaluate(() => document.documentElement.textContent);
      expect(shown.includes("<img src=x onerror='window.hit=1'>"), `${name} does not show the title`);
    });
}

export const rows = [
  ['two charts inline share no id, and one is drawn as alone', () => twoInline('figure.svg', 'scripts.svg')],
  ['and so is the other', () => twoInline('scripts.svg', 'figure.svg')],
  ['outlines do not change with the page around them', () => hostile('figure.svg')],
  ['live text does not either', () => hostile('live.svg')],
  ['a chart is the same as a picture and inline', asImage],
  ['a responsive chart is as wide as its place', responsive],
  ['every title is found', findTitles],
  ['all is copied once, in the order of time', copyInOrder],
  ['axe finds nothing wrong with the figure', () => axe('figure.html')],
  ['nor with one of many scripts', () => axe('scripts.html')],
  ['title, description and events are spoken', spoken],
  ['the keyboard reaches every event', keyboard],
  ['the figure asks for no other file', network],
  ['a dark screen has a dark chart, paper a white one', () => dark('figure.svg', true)],
  ['the figure too', () => dark('figure.html', true)],
  ['--no-dark has none', () => dark('light.svg', false)],
  ['markup in a text is text', markup],
];
