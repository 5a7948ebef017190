// One view of a release's figures: this indicator, in this period, for this group. No drawing.

const stores = new Map()

// Fetch a file once for the page, whatever number of maps asks for it.
export function fetchOnce(address) {
  if (!stores.has(address)) {
    const promise = fetch(address).then(answer => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`)
      return answer.json()
    })
    promise.catch(() => stores.delete(address))
    stores.set(address, promise)
  }
  return stores.get(address)
}

export class Figures {
  constructor(file, { indicator, year, group }) {
    this.words = file.words
    this.names = file.provinces
    this.indicator = file.indicators[indicator]
    this.years = Object.keys(this.indicator?.periods ?? {})
    this.year = this.years.includes(year) ? year : this.years.at(-1)
    this.yearWords = file.periods
    this.period = this.indicator?.periods[this.year] ?? { v: {}, r: {}, n: 0, s: {}, line: "" }
    const codes = file.groups[group]
    this.members = codes ? new Set(codes) : null
  }

  isMember(code) { return !this.members || this.members.has(code) }

  // 0 (lowest) to 4; a value on a break belongs to the upper class; undefined: no data
  classOf(code) {
    const value = this.period.v[code]
    return value === undefined ? undefined : this.indicator.breaks.filter(edge => value >= edge).length
  }

  valueWords(code) {
    const value = this.period.v[code]
    if (value === undefined) return this.words.missing
    const [whole, part] = Math.abs(value).toFixed(this.indicator.decimals).split(".")
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, this.words.thousands)
    return (value < 0 ? "−" : "") + grouped + (part ? this.words.decimal + part : "")
  }

  // with its unit: "0,7292 điểm"
  measured(code) {
    return this.period.v[code] === undefined ? this.words.missing : this.valueWords(code) + this.indicator.suffix
  }

  rankWords(code) {
    const rank = this.period.r[code]
    return rank === undefined ? "" : fill(this.words.rank, { rank, n: this.period.n })
  }

  // places in the whole list give those in a group exactly: one more than the members ahead
  groupRankWords(code) {
    const rank = this.period.r[code]
    if (rank === undefined || !this.members?.has(code)) return ""
    const ranks = [...this.members].map(member => this.period.r[member]).filter(other => other !== undefined)
    return fill(this.words.groupRank, { rank: 1 + ranks.filter(other => other < rank).length, n: ranks.length })
  }

  sentence(code) {
    return [this.names[code], this.measured(code), this.rankWords(code), this.groupRankWords(code)].filter(Boolean).join(", ")
  }

  label() {
    return fill(this.words.label, { indicator: this.indicator.name, period: this.yearWords[this.year] })
  }
}

export function fill(template, blanks) {
  return template.replace(/\{(\w+)\}/g, (_, name) => blanks[name])
}
