// Labels that do not collide: the most important first, each where it fits, else not at all.
// The same rule as charts/map/labels.py, with widths measured by the browser.

const LEADING = 1.18, PADDING = 2, STRAY = 1.5
const SHIFTS = [[0, 0], [0, -.5], [0, .5], [-.2, 0], [.2, 0], [0, -1.05], [0, 1.05], [-.35, .3]]
const pen = document.createElement("canvas").getContext("2d")

export function widthOf(words, size, family) {
  pen.font = `600 ${size}px ${family}`
  return pen.measureText(words).width
}

// candidates: {code, x, y, box, wordings, must}, most important first; gives {code, x, y, lines}
export function place(candidates, { width, height, size, family, taken }) {
  const boxes = [...taken], placed = []
  for (const candidate of candidates) {
    const options = candidate.wordings.flatMap(lines => optionsOf(candidate, lines, { width, height, size, family }))
    const free = options.find(option => !boxes.some(box => overlap(box, option.box)))
    const found = free ?? (candidate.must ? options.at(-1) : undefined)
    if (!found) continue
    boxes.push(found.box)
    placed.push(found)
  }
  return placed
}

function optionsOf(candidate, lines, { width, height, size, family }) {
  const w = Math.max(...lines.map(line => widthOf(line, size, family))) + 2 * PADDING
  const h = lines.length * size * LEADING + PADDING
  return SHIFTS.map(([right, down]) => {
    const x = Math.min(Math.max(candidate.x + right * w, w / 2), width - w / 2)
    const y = Math.min(Math.max(candidate.y + down * h, h / 2), height - h / 2)
    return { code: candidate.code, x, y, lines, box: [x - w / 2, y - h / 2, x + w / 2, y + h / 2] }
  }).filter(option => candidate.must || belongs(candidate, option, w))
}

function belongs({ box: [left, top, right, bottom] }, { x, y }, width) {
  return left <= x && x <= right && top <= y && y <= bottom && width <= STRAY * (right - left)
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

export { LEADING }
