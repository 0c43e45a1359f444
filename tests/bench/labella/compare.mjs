// Our labels against those of labella (https://github.com/twitter/labella.js): the same
// boxes at the same moments of an axis of the same width.
//   node compare.mjs PROGRAM EVENTS.yaml
// Events become points at the first day of their dates. Our boxes, as wrapped, are handed
// to labella, which gets its best over its own options: once on one side of the axis, as
// it works, and once with the labels dealt out to both sides, which it does not do. The
// gap between its rows is the least with which its leaders keep our rule: 2 pt between
// any two that do not begin together. Exit 1 where labella, as it works, is below ours.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import labella from 'labella';

const [program, events] = process.argv.slice(2);
// Points. The first two are what our layout keeps.
const TEXT_GAP = 6.5, LEAST_ROW_GAP = 9, NEAR = 2, MOST_ROW_GAP = 400;

const run = (...args) =>
  execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});

function pointsYaml(weight, scale, width) {
  const listed = JSON.parse(run('list', events, '--format', 'json')).events
    .filter(event => event.weight >= weight && event.start.min && !event.ongoing);
  const lines = listed.map(event => JSON.stringify(
    {id: event.id, title: event.title, date: event.start.min.slice(0, 10)}));
  return `timeline: {title: Points}\nevents:\n- ${lines.join('\n- ')}\n` +
    `charts:\n- {id: points, scale: ${scale}, show: [dates], ` +
    `page: {width: ${width}mm, height: auto}}\n`;
}

// Labels with their moments on the axis, and the axis.
function layOut(yaml) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const file = join(folder, 'points.yaml');
  writeFileSync(file, yaml);
  const scene = JSON.parse(run('render', file, '-f', 'json', '-o', '-'));
  rmSync(folder, {recursive: true});
  const items = scene.pages[0].items;
  const moments = new Map(items.filter(item => item.class === 'mark')
    .map(item => [item.event, item.at[0]]));
  const [, top, , height] = items.find(item => item.class === 'axis').box;
  const labels = items.filter(item => item.class === 'label')
    .map(({event, box: [x, y, width, tall]}) =>
      ({moment: moments.get(event), x, y, width, height: tall}));
  labels.sort((a, b) => a.moment - b.moment);
  const left = Math.min(...items.filter(item => item.class === 'tick').map(i => i.box[0]));
  return {labels, axis: {top, height, left, right: scene.width - left}};
}

// The mean distance from a moment, on the axis' middle, to its label, and the height of
// axis and labels.
function judge(labels, axis) {
  const middle = axis.top + axis.height / 2;
  const distances = labels.map(label => Math.hypot(
    Math.max(label.x - label.moment, label.moment - label.x - label.width, 0),
    Math.max(label.y - middle, middle - label.y - label.height, 0)));
  const top = Math.min(axis.top, ...labels.map(label => label.y));
  const bottom = Math.max(axis.top + axis.height, ...labels.map(l => l.y + l.height));
  return {distance: distances.reduce((a, b) => a + b, 0) / labels.length,
    height: bottom - top};
}

function fits(layer, axis) {
  const nodes = [...layer].sort((a, b) => a.currentPos - b.currentPos);
  return nodes.every((node, i) => node.currentLeft() > axis.left - 1 &&
    node.currentRight() < axis.right + 1 &&
    (i === 0 || node.currentLeft() - nodes[i - 1].currentRight() > -0.5));
}

// From where it was, in the row before or on the axis, to where it is in this row.
const link = node =>
  [node.parent ? node.parent.currentPos : node.idealPos, node.currentPos];

function fromPoint(x, y, [from, to], gap) {
  const dx = to - from, share = ((x - from) * dx + y * gap) / (dx * dx + gap * gap);
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(from + at * dx - x, at * gap - y);
}

const keepApart = (a, b, gap) => Math.min(
  fromPoint(a[0], 0, b, gap), fromPoint(a[1], gap, b, gap),
  fromPoint(b[0], 0, a, gap), fromPoint(b[1], gap, a, gap)) >= NEAR;

// Infinity where leaders cross, or end too near, whatever the gap.
function leastGap(layer) {
  const links = layer.map(link).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let gap = LEAST_ROW_GAP;
  for (let i = 1; i < links.length; i++) {
    const [a, b] = [links[i - 1], links[i]];
    if (a[1] > b[1])
      return Infinity;
    while (b[0] - a[0] > NEAR && gap <= MOST_ROW_GAP && !keepApart(a, b, gap))
      gap += 1;
  }
  return gap <= MOST_ROW_GAP ? gap : Infinity;
}

// One side of the axis by labella; null where its labels overlap or leave the page.
function force(labels, axis, options, outwards, stem) {
  const nodes = labels.map(label => new labella.Node(label.moment, label.width, label));
  const layers = new labella.Force({...options, minPos: axis.left, maxPos: axis.right,
    nodeSpacing: TEXT_GAP}).nodes(nodes).compute().getLayers();
  const gaps = layers.map(leastGap);
  if (!layers.every(layer => fits(layer, axis)) || gaps.includes(Infinity))
    return null;
  const placed = [];
  let at = 0;
  layers.forEach((layer, row) => {
    const labelled = layer.filter(node => !node.isStub());
    at += row === 0 ? Math.max(stem, gaps[0]) : gaps[row];
    for (const node of labelled)
      placed.push({...node.data, x: node.currentPos - node.width / 2,
        y: outwards < 0 ? axis.top - at - node.data.height : axis.top + axis.height + at});
    at += Math.max(0, ...labelled.map(node => node.data.height));
  });
  return placed;
}

const dealings = {
  'one side': [() => -1],
  'both sides': [i => (i % 2 ? 1 : -1), i => (i % 4 < 2 ? 1 : -1)],
};

function* optionSets() {
  for (const algorithm of ['overlap', 'simple', 'none'])
    for (let density = 0.4; density < 1.001; density += 0.025)
      for (const stubWidth of [1, 5])
        for (const lineSpacing of [2, 5])
          yield {algorithm, density, stubWidth, lineSpacing};
}

function tryAll(labels, axis, stem, dealing) {
  const results = [];
  for (const sideOf of dealings[dealing])
    for (const options of optionSets()) {
      const halves = [-1, 1].map(half => force(
        labels.filter((_, i) => sideOf(i) === half), axis, options, half, stem));
      if (halves.every(half => half !== null))
        results.push({...options, ...judge(halves.flat(), axis)});
    }
  return results;
}

const least = (results, key) => results.reduce((a, b) => (b[key] < a[key] ? b : a));
const tell = ({distance, height}) =>
  `${distance.toFixed(1)} pt from moment to label, ${height.toFixed(0)} pt high`;
const tellOptions = ({algorithm, density, stubWidth, lineSpacing}) =>
  `${algorithm}, density ${density.toFixed(3)}, stubs ${stubWidth}, lines ${lineSpacing}`;

// Whether ours are below labella's best in both.
function compareSides(labels, axis, stem, ours, dealing) {
  const results = tryAll(labels, axis, stem, dealing);
  if (results.length === 0) {
    console.log(`  labella, ${dealing}: no options keep labels and leaders apart`);
    return true;
  }
  const ratios = ['distance', 'height'].map(key => {
    const best = least(results, key);
    console.log(`  labella, ${dealing}, least ${key}: ${tell(best)} (${tellOptions(best)})`);
    return ours[key] / best[key];
  });
  console.log(`    ours to labella's least: distance ${ratios[0].toFixed(2)}, ` +
    `height ${ratios[1].toFixed(2)}`);
  return ratios.every(ratio => ratio < 1);
}

function compare(name, yaml) {
  const {labels, axis} = layOut(yaml);
  const ours = judge(labels, axis);
  const stem = Math.min(...labels.map(label => (label.y < axis.top
    ? axis.top - label.y - label.height : label.y - axis.top - axis.height)));
  console.log(`${name}: ${labels.length} labels\n  ours: ${tell(ours)}`);
  const [asItWorks] = Object.keys(dealings).map(dealing =>
    compareSides(labels, axis, stem, ours, dealing));
  return asItWorks;
}

const cases = [[4, 'auto', 297], [4, 'linear', 297], [1, 'auto', 297], [1, 'auto', 420]];
const won = cases.map(([weight, scale, width]) =>
  compare(`weight ${weight} and more, scale ${scale}, ${width} mm wide`,
    pointsYaml(weight, scale, width)));
process.exit(won.every(Boolean) ? 0 : 1);
