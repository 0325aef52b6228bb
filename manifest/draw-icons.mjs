// Draws color.png and outline.png: a speech bubble with a key in it. `node manifest/draw-icons.mjs` after a change here.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const white = [255, 255, 255];
const ground = [0x1f, 0x4e, 0x5f];
/** Each pixel is asked this many times a side, so that edges are smooth. */
const fineness = 6;

/** Distances below zero are inside. Coordinates run from 0 to 1, y downwards. */
const circle = (x, y, cx, cy, r) => Math.hypot(x - cx, y - cy) - r;
const box = (x, y, cx, cy, w, h, r) => {
  const dx = Math.abs(x - cx) - w / 2 + r;
  const dy = Math.abs(y - cy) - h / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};
const tail = (x, y, left, top, size) => Math.max(left - x, top - y, x - left + (y - top) * 0.9 - size);

const bubble = (x, y) => Math.min(box(x, y, 0.5, 0.45, 0.92, 0.66, 0.17), tail(x, y, 0.22, 0.7, 0.26));
const key = (x, y) =>
  Math.min(
    Math.max(circle(x, y, 0.33, 0.45, 0.135), -circle(x, y, 0.33, 0.45, 0.062)),
    box(x, y, 0.61, 0.45, 0.32, 0.075, 0.01),
    box(x, y, 0.63, 0.505, 0.06, 0.13, 0.01),
    box(x, y, 0.74, 0.505, 0.06, 0.13, 0.01),
  );
const boldKey = (x, y) =>
  Math.min(
    Math.max(circle(x, y, 0.32, 0.45, 0.15), -circle(x, y, 0.32, 0.45, 0.055)),
    box(x, y, 0.61, 0.45, 0.34, 0.1, 0),
    box(x, y, 0.65, 0.53, 0.09, 0.16, 0),
    box(x, y, 0.77, 0.53, 0.09, 0.16, 0),
  );

/** The mark fills the middle five eighths: Teams may cut the corners round. */
function colour(x, y) {
  const [u, v] = [(x - 0.5) / 0.64 + 0.5, (y - 0.5) / 0.64 + 0.5 - 0.03];
  if (key(u, v) < 0) return [...ground, 255];
  return bubble(u, v) < 0 ? [...white, 255] : [...ground, 255];
}

/** White on nothing, as Teams asks: the bubble filled and the key left open. */
function outline(x, y) {
  return bubble(x, y) < 0 && boldKey(x, y) > 0 ? [...white, 255] : [...white, 0];
}

function draw(size, paint) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) rows.set(pixel(size, paint, column, row), row * (size * 4 + 1) + 1 + column * 4);
  }
  return rows;
}

function pixel(size, paint, column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < fineness ** 2; i++) {
    const x = (column + ((i % fineness) + 0.5) / fineness) / size;
    const y = (row + (Math.floor(i / fineness) + 0.5) / fineness) / size;
    paint(x, y).forEach((value, channel) => (sum[channel] += value));
  }
  return sum.map((value) => Math.round(value / fineness ** 2));
}

function png(size, paint) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(draw(size, paint), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

writeFileSync(path.join(import.meta.dirname, 'color.png'), png(192, colour));
writeFileSync(path.join(import.meta.dirname, 'outline.png'), png(32, outline));
