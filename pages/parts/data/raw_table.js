// The raw cells of a sheet: only what is in sight is drawn, and only a window of cells is ever sent.
const ROW = 28
const GUTTER = 56
const LATER = 90
const TALLEST = 12_000_000 // browsers draw no box that is much taller
const AROUND = 3
const SHORT = 12 // signs that any column is wide enough for

const made = (tag, name, words) => {
  const element = document.createElement(tag)
  if (name) element.className = name
  if (words !== undefined) element.textContent = words
  return element
}
const letterOf = (column) => {
  let letters = ""
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
const columnOf = (letters) => [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
const between = (value, low, high) => Math.max(low, Math.min(high, value))

class Table {
  constructor(root) {
    this.scroller = made("div", "scroller")
    this.scroller.tabIndex = 0
    this.scroller.setAttribute("role", "grid")
    this.head = made("div", "head")
    this.head.setAttribute("role", "row")
    this.head.setAttribute("aria-rowindex", "1")
    this.body = made("div", "body")
    this.body.setAttribute("role", "rowgroup")
    this.scroller.append(this.head, this.body)
    this.strip = made("div", "strip")
    root.append(this.scroller, this.strip)
    this.active = null
    this.pending = new Map()
    this.scroller.onscroll = () => this.soon()
    this.scroller.onkeydown = (event) => this.pressed(event)
    this.scroller.oncopy = (event) => this.copied(event)
    this.scroller.onpaste = (event) => this.pasted(event)
    this.body.onmousedown = (event) => this.pointed(event)
    this.follow = (event) => this.followed(event)
  }

  begin() {
    if (this.watch) return
    document.addEventListener("click", this.follow, true)
    this.watch = new ResizeObserver(() => this.soon())
    this.watch.observe(this.scroller)
  }

  end() {
    document.removeEventListener("click", this.follow, true)
    this.watch?.disconnect()
    this.watch = undefined
  }

  take(data, ask, tell) {
    this.begin()
    this.ask = ask
    this.tell = tell
    const moved = this.data?.place !== data.place
    if (this.data?.state !== data.state) this.pending.clear()
    this.data = data
    this.marks = new Map(data.marks.map((mark) => [`${mark[0]},${mark[1]}`, mark]))
    this.lefts = [GUTTER]
    data.widths.forEach((width) => this.lefts.push(this.lefts.at(-1) + width))
    this.body.style.width = this.head.style.width = `${this.lefts.at(-1)}px`
    this.body.style.height = `${Math.min(TALLEST, data.rows * ROW)}px`
    this.scroller.setAttribute("aria-label", data.words.label)
    this.scroller.setAttribute("aria-rowcount", data.rows + 1)
    this.scroller.setAttribute("aria-colcount", data.widths.length + 1)
    if (moved) {
      this.active = null
      this.asked = ""
      this.scroller.scrollLeft = 0
      this.scroller.scrollTop = 0
    }
    this.drawn = ""
    this.drawHead()
    this.draw()
    if (data.target && data.target.turn !== this.turn) {
      this.turn = data.target.turn
      this.jump(data.target.row, data.target.column)
    }
  }

  // --- what is in sight

  get stretch() {
    const room = this.room
    const whole = this.data.rows * ROW
    return whole > TALLEST ? (whole - room) / (TALLEST - room) : 1
  }

  get room() {
    return Math.max(ROW, this.scroller.clientHeight - this.head.offsetHeight)
  }

  soon() {
    if (this.waiting) return
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0
      if (this.data) this.draw()
    })
  }

  sight() {
    const offset = this.scroller.scrollTop * this.stretch
    const first = Math.max(0, Math.floor(offset / ROW) - AROUND)
    const last = Math.min(this.data.rows - 1, Math.ceil((offset + this.room) / ROW) + AROUND)
    const left = this.scroller.scrollLeft
    const count = this.data.widths.length
    let from = 0
    while (from < count - 1 && this.lefts[from + 1] < left + GUTTER) from += 1
    let to = from
    while (to < count - 1 && this.lefts[to + 1] < left + this.scroller.clientWidth) to += 1
    return { offset, first, last, from, to }
  }

  draw() {
    if (!this.scroller.clientWidth) return
    const seen = this.sight()
    const now = JSON.stringify([seen.first, seen.last, seen.from, seen.to, this.stretch > 1 && seen.offset])
    if (now !== this.drawn) {
      this.drawn = now
      const rows = []
      for (let place = seen.first; place <= seen.last; place += 1) rows.push(this.row(place, seen))
      if (this.box) rows.push(this.box)
      this.body.replaceChildren(...rows)
      this.drawStrip()
    }
    this.need(seen)
  }

  need(seen) {
    const { top, left, cells } = this.data
    const wide = cells[0]?.length ?? 0
    const there =
      seen.first + 1 >= top && seen.last + 1 < top + cells.length && seen.from >= left && seen.to < left + wide
    const beyond = seen.last + 1 >= top + cells.length || seen.first + 1 < top
    if (there || (!beyond && wide === 0)) return
    const wanted = { row: seen.first + 1, column: seen.from, place: this.data.place }
    clearTimeout(this.later)
    this.later = setTimeout(() => {
      const name = JSON.stringify(wanted)
      if (name === this.asked) return
      this.asked = name
      this.ask("window", wanted)
    }, LATER)
  }

  cell(row, column) {
    const changed = this.pending.get(`${row},${column}`)
    if (changed !== undefined) return [changed, "t"]
    const line = this.data.cells[row - this.data.top]
    const place = column - this.data.left
    if (line === undefined || place < 0 || place >= line.length) return ["", "?"]
    return [line[place], this.data.kinds[row - this.data.top][place]]
  }

  // --- drawing

  drawHead() {
    const focused = this.head.getRootNode().activeElement?.dataset?.letter
    const corner = made("div", "corner")
    corner.setAttribute("role", "columnheader")
    corner.append(made("span", "", this.data.words.row))
    const { left, cells } = this.data
    const heads = (cells[0] ?? []).map((_, place) => this.headCell(left + place, left))
    this.head.replaceChildren(corner, ...heads)
    if (focused) this.head.querySelector(`select[data-letter="${focused}"]`)?.focus({ preventScroll: true })
  }

  headCell(column, from) {
    const letter = letterOf(column)
    const about = this.data.columns[letter]
    const cell = made("div", about ? "title" : "title outside")
    cell.setAttribute("role", "columnheader")
    cell.setAttribute("aria-colindex", column + 2)
    this.place(cell, column, from)
    const top = made("div", "top")
    top.append(made("span", "letter", letter))
    if (!about) {
      cell.append(top)
      return cell
    }
    const name = made("span", "name", about.header)
    name.title = about.header
    top.append(name)
    if (about.unsure) {
      const sign = made("span", "unsure", "?")
      sign.title = about.why
      sign.setAttribute("aria-hidden", "true")
      top.append(sign)
    }
    cell.append(top, this.roleBox(letter, about))
    return cell
  }

  roleBox(letter, about) {
    const box = made("select", about.role === "ignore" ? "role unused" : "role")
    box.dataset.letter = letter
    box.setAttribute("aria-label", `${this.data.words.role} ${letter}: ${about.header}`)
    box.title = about.why
    for (const [group, roles] of this.data.roles) {
      const part = made("optgroup")
      part.label = group
      for (const [role, label] of roles) {
        const option = made("option", "", label)
        option.value = role
        option.selected = role === about.role
        part.append(option)
      }
      box.append(part)
    }
    box.onchange = () => this.tell("sent", { kind: "role", letter, role: box.value, place: this.data.place })
    box.onkeydown = (event) => event.stopPropagation()
    return box
  }

  place(cell, column, from) {
    cell.style.width = `${this.data.widths[column]}px`
    if (column === from) cell.style.marginLeft = `${this.lefts[from] - GUTTER}px`
  }

  row(place, seen) {
    const row = place + 1
    const line = made("div", `row ${this.look(row)}`)
    line.setAttribute("role", "row")
    line.setAttribute("aria-rowindex", row + 1)
    line.style.transform = `translateY(${this.scroller.scrollTop + place * ROW - seen.offset}px)`
    line.style.width = `${this.lefts.at(-1)}px`
    const number = made("div", "number", row)
    number.setAttribute("role", "rowheader")
    number.dataset.row = row
    const mark = this.marks.get(`${row},-1`)
    if (mark) {
      number.classList.add(mark[2])
      number.title = mark[3]
    }
    if (this.data.hidden.includes(row)) number.title = this.data.words.hidden
    if (this.active?.row === row && this.active.column < 0) number.classList.add("active")
    line.append(number)
    for (let column = seen.from; column <= seen.to; column += 1) line.append(this.drawnCell(row, column, seen))
    return line
  }

  look(row) {
    const { header, first, last, hidden } = this.data
    const names = []
    if (header.includes(row)) names.push("header")
    else if (first && (row < first || row > last)) names.push("beyond")
    if (hidden.includes(row)) names.push("hidden")
    return names.join(" ")
  }

  drawnCell(row, column, seen) {
    const [words, kind] = this.cell(row, column)
    const letter = letterOf(column)
    const cell = made("div", `cell ${kind === "n" ? "right" : ""}`, kind === "?" ? "…" : words)
    cell.setAttribute("role", "gridcell")
    if (words?.length > SHORT) cell.title = words
    cell.setAttribute("aria-colindex", column + 2)
    cell.dataset.row = row
    cell.dataset.column = column
    this.place(cell, column, seen.from)
    const about = this.data.columns[letter]
    if (!about) cell.classList.add("outside")
    if (about?.role === "ignore") cell.classList.add("unused")
    const inside = this.data.first && row >= this.data.first && row <= this.data.last
    if (inside && about?.away.includes(words)) {
      cell.classList.add("away")
      cell.title = this.data.words.away
    } else if (inside && about?.means[words] !== undefined) {
      cell.append(made("span", "means", about.means[words]))
    }
    if (this.data.edited.includes(`${letter}${row}`)) cell.classList.add("edited")
    const mark = this.marks.get(`${row},${column}`)
    if (mark) {
      cell.classList.add("mark", mark[2])
      cell.title = mark[3]
    }
    if (this.active?.row === row && this.active.column === column) {
      cell.classList.add("active")
      cell.id = "cx-active"
      this.scroller.setAttribute("aria-activedescendant", "cx-active")
    }
    return cell
  }

  drawStrip() {
    const parts = []
    const { words } = this.data
    const marks = this.data.marks
    if (marks.length) {
      const at = this.active
        ? marks.findIndex((mark) => mark[0] === this.active.row && mark[1] === this.active.column)
        : -1
      const count = words.problem.replace("{n}", marks.length).replace("{i}", at < 0 ? "–" : at + 1)
      parts.push(this.stepper("‹", words.before, () => this.step(-1)))
      parts.push(made("span", "count", count))
      parts.push(this.stepper("›", words.after, () => this.step(1)))
    }
    parts.push(made("span", "said", this.said()))
    this.strip.replaceChildren(...parts)
  }

  stepper(sign, label, act) {
    const button = made("button", "", sign)
    button.type = "button"
    button.title = label
    button.setAttribute("aria-label", label)
    button.onclick = act
    return button
  }

  said() {
    if (!this.active) return this.data.words.hint
    const { row, column } = this.active
    const mark = this.marks.get(`${row},${column}`)
    if (mark) return mark[3]
    if (column < 0) return this.data.words.empty.replace("{row}", row)
    const letter = letterOf(column)
    const about = this.data.columns[letter]
    const value = this.cell(row, column)[0]
    return [`${letter}${row}`, value, about && `${about.label}: ${about.why}`].filter(Boolean).join(" · ")
  }

  // --- moving about

  select(row, column) {
    this.close(true)
    this.active = {
      row: between(row, 1, this.data.rows),
      column: between(column, -1, this.data.widths.length - 1),
    }
    this.drawn = ""
    this.draw()
  }

  show(row, column, middle) {
    const offset = (row - 1) * ROW
    const now = this.scroller.scrollTop * this.stretch
    if (middle || offset < now || offset + ROW > now + this.room) {
      const wanted = middle ? offset - this.room / 2 : offset < now ? offset : offset + ROW - this.room
      this.scroller.scrollTop = Math.max(0, wanted / this.stretch)
    }
    if (column < 0) return
    const left = this.lefts[column] - GUTTER
    const right = this.lefts[column + 1]
    const view = this.scroller
    if (left < view.scrollLeft) view.scrollLeft = left
    else if (right > view.scrollLeft + view.clientWidth) view.scrollLeft = right - view.clientWidth
  }

  jump(row, column) {
    const host = this.scroller.getRootNode().host ?? this.scroller
    const box = host.getBoundingClientRect()
    if (box.top < 60 || box.bottom > window.innerHeight) host.scrollIntoView({ block: "center" })
    this.show(row, column, true)
    this.select(row, column)
    this.scroller.focus({ preventScroll: true })
  }

  step(by) {
    const { marks } = this.data
    const { row, column } = this.active ?? { row: 0, column: -1 }
    const order = [...marks].sort((one, other) => one[0] - other[0] || one[1] - other[1])
    const later = order.filter((mark) => (mark[0] - row || mark[1] - column) > 0)
    const earlier = order.filter((mark) => (mark[0] - row || mark[1] - column) < 0)
    const next = by > 0 ? (later[0] ?? order[0]) : (earlier.at(-1) ?? order.at(-1))
    this.jump(next[0], next[1])
  }

  followed(event) {
    const link = event.composedPath().find((part) => part.tagName === "A" && part.hash?.startsWith("#cell-"))
    if (!link) return
    event.preventDefault()
    event.stopPropagation()
    const [, place, row, column] = link.hash.match(/^#cell-([\d.]+)-(\d+)-(-?\d+)$/) ?? []
    if (place === undefined) return
    if (place === this.data.place) this.jump(Number(row), Number(column))
    else this.tell("sent", { kind: "go", to: place, row: Number(row), column: Number(column) })
  }

  pointed(event) {
    const cell = event.target.closest("[data-row]")
    if (!cell || event.target === this.box) return
    event.preventDefault()
    const column = cell.dataset.column === undefined ? -1 : Number(cell.dataset.column)
    this.select(Number(cell.dataset.row), column)
    this.scroller.focus({ preventScroll: true })
    if (event.detail > 1) this.edit() // the cell is drawn anew on each press, so that no dblclick comes
  }

  pressed(event) {
    if (event.target !== this.scroller || event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = this.active ?? { row: this.data.first || 1, column: 0 }
    const page = Math.max(1, Math.floor(this.room / ROW) - 1)
    const moves = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, Math.max(0, column - 1)],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [row, 0],
      End: [row, this.data.widths.length - 1],
    }
    if (moves[event.key]) {
      event.preventDefault()
      this.go(...moves[event.key])
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault()
      this.clear()
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault()
      this.edit()
    } else if (event.key.length === 1 && this.active?.column >= 0) {
      event.preventDefault()
      this.edit(event.key)
    }
  }

  go(row, column) {
    const to = [between(row, 1, this.data.rows), between(column, 0, this.data.widths.length - 1)]
    this.show(...to, false)
    this.select(...to)
  }

  // --- changing cells

  edit(typed) {
    if (!this.active || this.active.column < 0) return
    const { row, column } = this.active
    const [words, kind] = this.cell(row, column)
    if (kind === "?") return
    this.box = made("input", "box")
    this.box.value = typed ?? words
    this.box.setAttribute("aria-label", `${letterOf(column)}${row}`)
    this.box.style.left = `${this.lefts[column]}px`
    this.box.style.width = `${this.data.widths[column]}px`
    this.box.style.transform = this.lineOf(row)
    this.box.onkeydown = (event) => this.typing(event)
    this.box.onblur = () => this.close(true)
    this.body.append(this.box)
    this.box.focus({ preventScroll: true })
    if (typed === undefined) this.box.select()
  }

  lineOf(row) {
    const offset = this.scroller.scrollTop * this.stretch
    return `translateY(${this.scroller.scrollTop + (row - 1) * ROW - offset}px)`
  }

  typing(event) {
    event.stopPropagation()
    const { row, column } = this.active
    if (event.key === "Escape") this.close(false)
    else if (event.key === "Enter") this.close(true, [row + 1, column])
    else if (event.key === "Tab") this.close(true, [row, column + (event.shiftKey ? -1 : 1)])
    else return
    event.preventDefault()
    this.scroller.focus({ preventScroll: true })
  }

  close(keep, next) {
    const box = this.box
    if (!box) return
    this.box = undefined
    const { row, column } = this.active
    const changed = keep && box.value !== this.cell(row, column)[0]
    box.onblur = null
    box.remove()
    if (next) this.go(...next)
    if (changed) this.change([[row, column, box.value]])
  }

  clear() {
    if (!this.active) return
    const { row, column } = this.active
    const columns = column < 0 ? Object.keys(this.data.columns).map(columnOf) : [column]
    this.change(columns.map((one) => [row, one, ""]))
  }

  change(cells) {
    cells.forEach(([row, column, words]) => this.pending.set(`${row},${column}`, words))
    this.drawn = ""
    this.draw()
    const sent = cells.map(([row, column, words]) => [row, letterOf(column), words])
    this.tell("sent", { kind: "edit", cells: sent, place: this.data.place })
  }

  copied(event) {
    if (event.target !== this.scroller || !this.active) return
    const { row, column } = this.active
    const columns = column < 0 ? this.data.widths.map((_, place) => place) : [column]
    event.clipboardData.setData("text/plain", columns.map((one) => this.cell(row, one)[0]).join("\t"))
    event.preventDefault()
  }

  pasted(event) {
    if (event.target !== this.scroller || !this.active) return
    event.preventDefault()
    const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/)
    const left = Math.max(0, this.active.column)
    const cells = lines.flatMap((line, down) =>
      line.split("\t").map((words, right) => [this.active.row + down, left + right, words]),
    )
    this.change(cells)
  }
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  const host = parentElement.host ?? parentElement
  host._table = host._table ?? new Table(parentElement)
  host._table.take(data, setStateValue, setTriggerValue)
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => host._turn === turn && host._table.end()
}
