// A table that is read: sorted by its heads, searched, its names always in view.
const AT_ONCE = 200
const MOST_PINNED = 0.5
const LONG = 20
const SIGN = 6.6
const WIDEST = 280
const VERY_LONG = 32

const made = (tag, kind, ...inside) => {
  const element = document.createElement(tag)
  if (kind) element.className = kind
  element.append(...inside)
  return element
}
const WIDE = 640 // pixels: on a phone nothing is set smaller
const NEARLY = 1.25 // times the room: what can be set closer
const STEPS = ["close", "closer"]

class Table {
  constructor(root, host) {
    this.place = root.querySelector(".table")
    this.sorted = [-1, 1]
    this.asked = ""
    this.more = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.fill(this.drawn + AT_ONCE))
    this.watch = new ResizeObserver(() => this.pin())
    this.watch.observe(host)
    this.whole = () => this.fill(Infinity)
    window.addEventListener("beforeprint", this.whole)
  }

  leave() {
    this.watch.disconnect()
    this.more.disconnect()
    window.removeEventListener("beforeprint", this.whole)
  }

  take(data, send) {
    this.send = send
    const whole = JSON.stringify(data)
    if (whole === this.known) return
    const heads = JSON.stringify([data.columns, data.label, data.search])
    this.known = whole
    this.data = data
    if (heads !== this.heads) this.build(heads)
    this.list()
  }

  build(heads) {
    this.heads = heads
    this.sorted = [-1, 1]
    const { columns, label, search, height, picked } = this.data
    this.head = made("tr", "", ...columns.map((column) => this.headOf(column)))
    for (const [at, head] of [...this.head.children].entries()) head.firstChild.onclick = () => this.sort(at)
    this.body = made("tbody", "")
    this.table = made("table", picked ? "picked" : "", made("caption", "", label), made("thead", "", this.head), this.body)
    this.frame = made("div", "frame", this.table)
    if (height) this.frame.style.maxHeight = `${height}px`
    this.frame.addEventListener("click", (event) => picked && this.pick(event))
    this.asked = ""
    const field = made("input", "search")
    Object.assign(field, { type: "search", placeholder: search, ariaLabel: `${search}: ${label}` })
    field.oninput = () => {
      this.asked = field.value.trim().toLocaleLowerCase()
      this.list()
    }
    this.place.replaceChildren(...(search ? [field] : []), this.frame)
  }

  sort(at) {
    const [place, way] = this.sorted
    this.sorted = place !== at ? [at, 1] : way > 0 ? [at, -1] : [-1, 1]
    this.list()
  }

  headOf([, label, kind, help]) {
    const press = made("button", "", label)
    press.type = "button"
    const head = made("th", kind === "bar" ? "number bar" : kind, press)
    head.scope = "col"
    head.title = help || label
    return head
  }

  list() {
    const { columns, rows, none } = this.data
    const [by, way] = this.sorted
    const words = (cell) => (Array.isArray(cell) ? cell[0] : typeof cell === "string" ? cell : "")
    const order = rows.map((row, at) => at).filter((at) => !this.asked
      || rows[at].some((cell) => words(cell).toLocaleLowerCase().includes(this.asked)))
    const worth = (at) => (Array.isArray(rows[at][by]) ? rows[at][by][1] : rows[at][by])
    const compared = (one, other) => (typeof one === "string" ? one.localeCompare(other, undefined, { numeric: true }) : one - other)
    if (by >= 0) {
      const blank = (at) => worth(at) === null || worth(at) === ""
      order.sort((one, other) => blank(one) - blank(other) || (blank(one) ? 0 : way * compared(worth(one), worth(other))))
    }
    this.order = order
    for (const [at, head] of [...this.head.children].entries()) {
      if (at === by) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending")
      else head.removeAttribute("aria-sort")
    }
    this.drawn = 0
    const nothing = made("td", "none", none)
    nothing.colSpan = columns.length
    this.body.replaceChildren(...(order.length || !this.asked ? [] : [made("tr", "", nothing)]))
    this.fill(AT_ONCE)
  }

  fill(until) {
    const { columns, rows } = this.data
    const first = columns.findIndex(([, , kind]) => kind === "name")
    const lines = this.order.slice(this.drawn, until).map((at) => {
      const line = made("tr", "", ...columns.map(([, , kind, , top], place) =>
        this.cell(rows[at][place], kind, top, place === Math.max(first, 0))))
      line.dataset.row = at
      return line
    })
    this.drawn = Math.min(until, this.order.length)
    this.body.append(...lines)
    this.more.disconnect()
    if (this.drawn < this.order.length) this.more.observe(this.body.lastElementChild)
    this.pin()
  }

  cell(value, kind, top, isName) {
    const words = Array.isArray(value) ? value[0] : kind === "tick" ? (value ? "✓" : "") : value
    const cell = made(isName ? "th" : "td", kind === "bar" ? "number bar" : kind, words)
    // Long words take two lines, very long ones three, and no column of single words.
    if (kind === "words" && words.length > LONG) {
      const lines = words.length > VERY_LONG ? 3 : 2
      cell.style.setProperty("--least", `${Math.min(WIDEST, (words.length * SIGN) / lines + 12)}px`)
    }
    if (isName) cell.scope = "row"
    if (kind === "bar" && value[1] !== null) {
      const bar = made("i", "")
      bar.style.setProperty("--share", `${Math.max(0, Math.min(100, (100 * value[1]) / top))}%`)
      cell.append(bar)
    }
    return cell
  }

  // A table that is a little too wide is set closer, and smaller; one that is too wide then as well stays as it was.
  tighten() {
    const room = this.frame.clientWidth
    if (this.table.dataset.room === `${room}`) return
    this.table.dataset.room = room
    const set = (how) => STEPS.forEach((step) => this.table.classList.toggle(step, step === how))
    set("")
    if (room < WIDE || this.frame.scrollWidth > room * NEARLY) return
    for (const how of ["", ...STEPS, ""]) {
      set(how)
      if (this.frame.scrollWidth <= room + 1) return
    }
  }

  // The columns up to the name stay in view where all columns do not fit; of a narrow page only the name.
  pin() {
    const { columns } = this.data
    this.tighten()
    const scrolls = this.frame.scrollWidth > this.frame.clientWidth + 1
    if (scrolls) this.frame.tabIndex = 0
    else this.frame.removeAttribute("tabindex")
    const last = Math.max(columns.findIndex(([, , kind]) => kind === "name"), 0)
    const widths = [...this.head.children].map((one) => one.getBoundingClientRect().width)
    const together = widths.slice(0, last + 1).reduce((sum, width) => sum + width, 0)
    const from = together <= this.frame.clientWidth * MOST_PINNED ? 0 : last
    let left = 0
    const lefts = widths.map((width, at) => {
      if (!scrolls || at < from || at > last) return null
      left += width
      return left - width
    })
    const seen = JSON.stringify(lefts)
    for (const line of [this.head, ...this.body.children]) {
      if (line.dataset.pinned === seen) continue
      line.dataset.pinned = seen
      for (const [at, cell] of [...line.children].entries()) {
        cell.classList.toggle("pinned", typeof lefts[at] === "number")
        cell.style.left = typeof lefts[at] === "number" ? `${lefts[at]}px` : ""
      }
    }
  }

  pick(event) {
    const cell = event.target.closest("td, th")
    const row = cell?.parentElement.dataset.row
    if (row !== undefined) this.send("picked", [Number(row), this.data.columns[cell.cellIndex][0], Date.now()])
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component
  const host = parentElement.host ?? parentElement
  host._table = host._table ?? new Table(parentElement, host)
  host._table.take(data[0], setStateValue)
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => {
    if (host._turn !== turn) return
    host._table?.leave()
    host._table = undefined
  }
}
