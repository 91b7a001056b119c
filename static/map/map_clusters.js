/* Which members stand together at a zoom, and the ring that is drawn for them.
 *
 * Clusters are found anew for every zoom in pixels of the whole world, so that they stay as they are while the map is
 * moved, and so that no two rings or pins touch. A few thousand members take some milliseconds.
 */
(() => {
  "use strict";

  const SHAPES = [
    "M12 6.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z",
    "M12 5.5L18.5 17.5H5.5Z",
    "M7 7H17V17H7Z",
    "M12 5L19 12L12 19L5 12Z",
    "M12 5.4L18.7 10.3L16.1 18H7.9L5.3 10.3Z",
  ];
  const REACH = 22;
  const AIR = 0;
  const PIN_RADIUS = 9;
  const STROKE = 5;
  const SMALLEST_SHARE = 0.05;
  const SEAM = 0.012;
  const FAN_RADIUS = 30;

  /* The ring grows gently: 2 members 26 px across, 10 members 32 px, 100 members 40 px, 400 members 44 px. */
  function radiusOf(count) {
    return count === 1 ? PIN_RADIUS : 11 + 1.75 * Math.log2(count) ** 0.85;
  }

  /* A grid of cells so wide that whatever touches a disc stands in the cells around it. */
  class Grid {
    constructor(width) {
      this.width = width;
      this.cells = new Map();
    }

    key(x, y) {
      return Math.floor(x / this.width) * 1e6 + Math.floor(y / this.width);
    }

    add(item) {
      const key = this.key(item.x, item.y);
      const cell = this.cells.get(key);
      if (cell) cell.push(item); else this.cells.set(key, [item]);
    }

    remove(item) {
      const cell = this.cells.get(this.key(item.x, item.y));
      cell.splice(cell.indexOf(item), 1);
    }

    * around({ x, y }) {
      const column = Math.floor(x / this.width), row = Math.floor(y / this.width);
      for (let i = column - 1; i <= column + 1; i += 1) {
        for (let j = row - 1; j <= row + 1; j += 1) yield* this.cells.get(i * 1e6 + j) ?? [];
      }
    }
  }

  /* Every member takes those within reach that nobody has taken yet. `scale`: pixels per world; `alone`: one id. */
  function gather(members, scale, alone) {
    const grid = new Grid(REACH);
    const points = members.map((member) => ({ member, x: member.x * scale, y: member.y * scale, taken: false }));
    for (const point of points) if (point.member.id !== alone) grid.add(point);
    const found = [];
    for (const point of points) {
      if (point.taken) continue;
      const near = point.member.id === alone ? [point] : [...grid.around(point)].filter((other) =>
        !other.taken && (other.x - point.x) ** 2 + (other.y - point.y) ** 2 <= REACH ** 2);
      for (const each of near) each.taken = true;
      found.push(bundle(near.map(({ member }) => member), scale, point.member.id === alone));
    }
    return found;
  }

  function bundle(members, scale, alone = false) {
    let x = 0, y = 0;
    for (const member of members) { x += member.x; y += member.y; }
    x *= scale / members.length;
    y *= scale / members.length;
    return { members, x, y, alone, radius: radiusOf(members.length) };
  }

  /* Discs that touch become one, until none do. The chosen member stays by itself. */
  function merge(bundles, scale) {
    const grid = new Grid(2 * radiusOf(10000) + AIR);
    const queue = [...bundles].sort((a, b) => b.members.length - a.members.length);
    const kept = new Set();
    for (let i = 0; i < queue.length; i += 1) {
      const each = queue[i];
      const other = each.alone ? null : touching(each, grid);
      if (!other) {
        kept.add(each);
        grid.add(each);
        continue;
      }
      grid.remove(other);
      kept.delete(other);
      queue.push(bundle([...other.members, ...each.members], scale));
    }
    return [...kept];
  }

  function touching(each, grid) {
    let nearest = null, least = Infinity;
    for (const other of grid.around(each)) {
      const gap = Math.hypot(other.x - each.x, other.y - each.y) - other.radius - each.radius;
      if (gap < AIR && gap < least && !other.alone) [nearest, least] = [other, gap];
    }
    return nearest;
  }

  /* What the chosen member would cover steps aside. */
  function makeRoom(bundles, aloneRadius) {
    const chosen = bundles.find(({ alone }) => alone);
    if (!chosen) return;
    chosen.radius = aloneRadius;
    for (const other of bundles) {
      const far = Math.hypot(other.x - chosen.x, other.y - chosen.y), needed = other.radius + chosen.radius + AIR;
      if (other === chosen || far >= needed) continue;
      const [dx, dy] = far ? [(other.x - chosen.x) / far, (other.y - chosen.y) / far] : [1, 0];
      other.x = chosen.x + dx * needed;
      other.y = chosen.y + dy * needed;
    }
  }

  /* At the deepest zoom nothing is left to zoom into: members in one place stand in a circle round it. */
  function fan({ members, x, y }) {
    const radius = Math.max(FAN_RADIUS, members.length * 4.5);
    return members.map((member, i) => {
      const turn = (2 * Math.PI * i) / members.length - Math.PI / 2;
      return { members: [member], x: x + radius * Math.cos(turn), y: y + radius * Math.sin(turn), radius: PIN_RADIUS };
    });
  }

  /* What to draw: discs with their members, in pixels of the world at this zoom. */
  function find(members, { zoom, deepest, alone, aloneRadius }) {
    const scale = 256 * 2 ** zoom;
    const bundles = merge(gather(members, scale, alone), scale);
    makeRoom(bundles, aloneRadius);
    return deepest ? bundles.flatMap((each) => (each.members.length > 1 ? fan(each) : [each])) : bundles;
  }

  function countRegions(members) {
    const counts = [0, 0, 0, 0, 0];
    for (const { region } of members) counts[region] += 1;
    return counts;
  }

  /* The member nearest to the middle, after which a cluster is named. */
  function middle(members) {
    const { x, y } = bundle(members, 1);
    const far = (member) => (member.x - x) ** 2 + (member.y - y) ** 2;
    return members.reduce((best, member) => (far(member) < far(best) ? member : best));
  }

  /* Shares of the ring; the smallest is drawn large enough to be seen, the others make room for it. */
  function shares(counts) {
    const whole = counts.reduce((sum, count) => sum + count, 0);
    const drawn = counts.map((count) => (count ? Math.max(count / whole, SMALLEST_SHARE) : 0));
    const sum = drawn.reduce((total, share) => total + share, 0);
    return drawn.map((share) => share / sum);
  }

  /* One arc per region; forced colours add the shape that the region's pins have, since colours say nothing there. */
  function ring(counts, radius) {
    const line = radius - STROKE / 2 - 1;
    const several = counts.filter(Boolean).length > 1;
    let start = 0, arcs = "", shapes = "";
    shares(counts).forEach((share, region) => {
      if (!share) return;
      const length = several ? share - SEAM : share;
      arcs += `<circle class="arc region-${region}" r="${line}" pathLength="1" stroke-dasharray="${length} ${1 - length}" stroke-dashoffset="${-start}"/>`;
      const turn = 2 * Math.PI * (start + share / 2) - Math.PI / 2;
      shapes += `<path class="arc-shape" d="${SHAPES[region]}" transform="translate(${line * Math.cos(turn)} ${line * Math.sin(turn)}) scale(0.62) translate(-12 -12)"/>`;
      start += share;
    });
    return `<svg viewBox="${-radius} ${-radius} ${2 * radius} ${2 * radius}" aria-hidden="true">` +
      `<circle class="disc" r="${radius - 0.5}"/><g transform="rotate(-90)">${arcs}</g>${shapes}</svg>`;
  }

  window.atlasClusters = { SHAPES, find, countRegions, middle, ring };
})();
