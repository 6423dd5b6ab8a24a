// What hands do on the chart: move the lines of its crosshair and its notes, click a bubble, zoom, close a card.
// Places are CSS pixels from the chart's top left corner; while something is moved, nothing is sent.
const REST = 700 // after the last key of a row of keys
const WHEEL = 250
const LEAST = 12 // pixels that a box must have to be zoomed into
const STILL = 4 // pixels within which a press is a click
const NEAR = 9 // half the width in which a line can be taken hold of
const TWICE = 400 // milliseconds between two presses that are one
const BIG = 10
const STEP = 8 // pixels by which a key moves a note
const CONTROLS =
  "button, a, input, textarea, select, label, summary, [role], [data-testid=stSidebar], [data-baseweb]"
const HEADER = 68 // what the head of the page covers
const LOWEST = 420 // pixels in which a card can be read
const PLACES = ["main", "region", "application"] // roles of what is no control

const between = (value, low, high) => Math.max(low, Math.min(high, value))
const made = (parent, name) => {
  const element = document.createElement("div")
  element.className = name
  parent.append(element)
  return element
}
const put = (element, left, top, width, height) => {
  const sides = { left, top, width, height }
  for (const [side, length] of Object.entries(sides)) {
    if (length !== undefined) element.style[side] = `${length}px`
  }
}

// One line of the crosshair: a slider that moves by pointer and by key.
class Line {
  constructor(hands, axis) {
    this.hands = hands
    this.across = axis === "satisfaction"
    this.element = made(hands.root, `line ${this.across ? "across" : "up"}`)
    this.element.tabIndex = 0
    this.element.setAttribute("role", "slider")
    this.element.setAttribute("aria-orientation", this.across ? "horizontal" : "vertical")
    this.pieces = made(this.element, "pieces")
    this.stroke = made(this.element, "stroke")
    this.grip = made(this.element, "grip")
    this.element.onpointerdown = (event) => this.taken(event)
    this.element.onpointermove = (event) => this.dragged(event)
    this.element.onpointerup = () => this.let_go()
    this.element.onpointercancel = () => this.back()
    this.element.onkeydown = (event) => this.pressed(event)
    this.element.onfocus = () => (this.before = this.hands.data.crosshair)
    this.element.onblur = () => (this.unsent ? this.send() : this.still())
  }

  take(line) {
    this.line = line
    if (this.held) return
    clearTimeout(this.later)
    this.unsent = false
    this.at = null
    this.element.classList.toggle("locked", this.hands.data.locked !== "")
    this.element.setAttribute("aria-label", this.hands.data.words[line.axis])
    this.element.setAttribute("aria-disabled", String(this.hands.data.locked !== ""))
    this.element.title = this.hands.data.words.line
    this.element.setAttribute("aria-valuemin", line.stops[0] ?? line.value)
    this.element.setAttribute("aria-valuemax", line.stops.at(-1) ?? line.value)
    this.say(line.value, line.words)
    this.lay(line.at)
    this.cut()
    this.element.classList.remove("moving")
  }

  // The line can be taken between bubbles; on a bubble, the bubble is meant. Its grip is always free.
  cut() {
    const [left, top, width, height] = this.hands.data.plot
    const [low, high] = this.across ? [top, top + height] : [left, left + width]
    const gaps = this.hands.data.discs
      .map(([x, y, radius]) => {
        const [aside, along] = this.across ? [x, y] : [y, x]
        const far = Math.abs(aside - this.line.at) - NEAR
        const reach = Math.max(radius, NEAR)
        const half = far <= 0 ? reach : far < reach ? Math.sqrt(reach * reach - far * far) : 0
        return [along - half, along + half]
      })
      .filter(([from, to]) => to > from)
      .sort((one, other) => one[0] - other[0])
    const pieces = []
    let from = low
    for (const gap of [...gaps, [high, high]]) {
      if (gap[0] - from > 2) pieces.push([from, Math.min(gap[0], high)])
      from = Math.max(from, gap[1])
    }
    this.pieces.replaceChildren()
    for (const [begin, end] of pieces) {
      const piece = made(this.pieces, "piece")
      if (this.across) put(piece, -NEAR, begin - low, 2 * NEAR, end - begin)
      else put(piece, begin - low, -NEAR, end - begin, 2 * NEAR)
    }
  }

  lay(at) {
    const [left, top, width, height] = this.hands.data.plot
    if (this.across) {
      put(this.element, at, top, 0, height)
      put(this.stroke, -1, 0, 2, height)
      put(this.grip, -7, height - 16)
    } else {
      put(this.element, left, at, width, 0)
      put(this.stroke, 0, -1, width, 2)
      put(this.grip, width - 16, -7)
    }
  }

  say(value, words, counts) {
    const names = this.hands.data.names
    const told = counts ? [words, ...names.map((name, place) => `${name} ${counts[place]}`)] : [words]
    this.element.setAttribute("aria-valuenow", value)
    this.element.setAttribute("aria-valuetext", told.join(", "))
  }

  taken(event) {
    if (event.button > 0 || !event.isPrimary) return
    event.preventDefault()
    this.element.focus({ preventScroll: true })
    if (this.hands.data.locked) return this.hands.refuse(this)
    this.element.setPointerCapture(event.pointerId)
    this.held = true
    this.from = this.hands.place(event)
  }

  dragged(event) {
    if (!this.held) return
    const [x, y] = this.hands.place(event)
    if (this.at === null && Math.hypot(x - this.from[0], y - this.from[1]) < STILL) return
    const wanted = this.across ? x : y
    const places = this.line.places
    let nearest = 0
    for (let place = 1; place < places.length; place += 1) {
      if (Math.abs(places[place] - wanted) < Math.abs(places[nearest] - wanted)) nearest = place
    }
    this.move(nearest)
  }

  move(stop) {
    if (this.line.stops.length === 0) return
    this.at = between(stop, 0, this.line.stops.length - 1)
    this.element.classList.add("moving")
    const place = this.line.places[this.at]
    this.lay(place)
    const counts = this.line.counts[this.at]
    this.say(this.line.stops[this.at], this.line.told[this.at], counts)
    this.hands.tell(this, place, this.line.told[this.at], counts)
  }

  let_go() {
    if (!this.held) return
    this.held = false
    if (this.at === null) this.still()
    else this.send()
  }

  pressed(event) {
    if (event.key === "Escape" && this.back()) {
      event.stopPropagation()
      event.preventDefault()
      return
    }
    const up = this.across ? ["ArrowRight", "ArrowUp"] : ["ArrowUp", "ArrowRight"]
    const down = ["ArrowLeft", "ArrowDown"]
    const by = up.includes(event.key) ? 1 : down.includes(event.key) ? -1 : 0
    const end = { Home: 0, End: this.line.stops.length - 1 }[event.key]
    if (event.key === "Enter" && this.unsent) return this.send()
    if (by === 0 && end === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (this.hands.data.locked) return this.hands.refuse(this)
    this.unsent = true
    this.move(end ?? this.next(by) + by * (event.shiftKey ? BIG - 1 : 0))
    clearTimeout(this.later)
    this.later = setTimeout(() => this.send(), REST)
  }

  // The stop that follows: a mean lies between two of them.
  next(by) {
    if (this.at !== null) return this.at + by
    const stops = this.line.stops
    const above = stops.findIndex((stop) => stop > this.line.value + 1e-9)
    if (by > 0) return above < 0 ? stops.length - 1 : above
    const equal = stops.findLastIndex((stop) => stop < this.line.value - 1e-9)
    return Math.max(equal, 0)
  }

  send() {
    clearTimeout(this.later)
    this.unsent = false
    const value = this.at === null ? null : this.line.stops[this.at]
    this.hands.untell()
    if (value === null || value === this.line.value) return this.still()
    this.sent = true
    this.hands.send("line", { axis: this.line.axis, value })
  }

  // Escape: what is being moved stands where it stood; what was moved since it has the focus is put back.
  back() {
    clearTimeout(this.later)
    const moving = this.held || this.unsent
    this.held = this.unsent = false
    this.still()
    if (!moving && this.sent && this.before) {
      this.sent = false
      this.hands.send("back", this.before)
      return true
    }
    return moving
  }

  still() {
    this.at = null
    this.element.classList.remove("moving")
    this.hands.untell()
    this.lay(this.line.at)
    this.say(this.line.value, this.line.words)
  }
}

// A note: moved by pointer and by key, opened by a click, Enter or the space bar, taken away by Delete.
class Note {
  constructor(hands, note) {
    this.hands = hands
    this.element = made(hands.root, "note")
    this.element.tabIndex = 0
    this.element.setAttribute("role", "button")
    this.element.onpointerdown = (event) => this.taken(event)
    this.element.onpointermove = (event) => this.dragged(event)
    this.element.onpointerup = () => this.let_go()
    this.element.onpointercancel = () => this.back()
    this.element.onkeydown = (event) => this.pressed(event)
    this.element.onblur = () => this.unsent && this.send()
    this.by = [0, 0]
    this.take(note)
  }

  take(note) {
    this.note = note
    if (this.held) return
    this.by = [0, 0]
    this.unsent = false
    clearTimeout(this.later)
    this.element.title = this.hands.data.words.note
    this.element.setAttribute("aria-label", `${note.words}. ${this.hands.data.words.note}`)
    this.lay()
  }

  lay() {
    const [left, top, width, height] = this.note.box
    put(this.element, left + this.by[0], top + this.by[1], width, height)
    this.element.classList.toggle("moving", this.by.some(Boolean))
  }

  taken(event) {
    if (event.button > 0 || !event.isPrimary) return
    event.preventDefault()
    this.element.focus({ preventScroll: true })
    this.element.setPointerCapture(event.pointerId)
    this.held = true
    this.from = this.hands.place(event)
  }

  dragged(event) {
    if (!this.held) return
    const [x, y] = this.hands.place(event)
    const far = Math.hypot(x - this.from[0], y - this.from[1])
    if (far < STILL && !this.by.some(Boolean)) return
    this.move(x - this.from[0], y - this.from[1])
  }

  move(right, down) {
    const [left, top, width, height] = this.hands.data.plot
    const [x, y] = this.note.point
    this.by = [between(x + right, left, left + width) - x, between(y + down, top, top + height) - y]
    this.lay()
  }

  let_go() {
    if (!this.held) return
    this.held = false
    if (this.by.some(Boolean)) this.send()
    else this.hands.send("note", { id: this.note.id, open: true })
  }

  pressed(event) {
    const step = STEP * (event.shiftKey ? BIG / 2 : 1)
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const way = ways[event.key]
    if (way) {
      this.move(this.by[0] + way[0] * step, this.by[1] + way[1] * step)
      this.unsent = true
      clearTimeout(this.later)
      this.later = setTimeout(() => this.send(), REST)
    } else if (event.key === "Enter" || event.key === " ") {
      if (this.unsent) this.send()
      else this.hands.send("note", { id: this.note.id, open: true })
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.hands.send("note", { id: this.note.id, gone: true })
    } else if (event.key !== "Escape" || !this.back()) return
    event.preventDefault()
    event.stopPropagation()
  }

  send() {
    clearTimeout(this.later)
    this.unsent = false
    const [x, y] = this.note.point
    this.hands.send("note", { id: this.note.id, x: x + this.by[0], y: y + this.by[1] })
  }

  back() {
    const moving = this.held || this.unsent
    clearTimeout(this.later)
    this.held = this.unsent = false
    this.by = [0, 0]
    this.lay()
    return moving
  }
}

// The part of the plot to look at: a box drawn while that is switched on, the wheel with Ctrl, two fingers.
class Zoom {
  constructor(hands) {
    this.hands = hands
    this.sheet = made(hands.root, "sheet")
    this.frame = made(hands.root, "frame")
    this.sheet.onpointerdown = (event) => {
      if (event.button > 0) return
      this.sheet.setPointerCapture(event.pointerId)
      this.from = this.hands.place(event)
    }
    this.sheet.onpointermove = (event) => this.from && this.draw(this.from, this.hands.place(event))
    this.sheet.onpointerup = () => this.done()
    this.sheet.onpointercancel = () => this.leave()
    this.wheel = (event) => this.turned(event)
    this.fingers = (event) => this.spread(event)
    this.lifted = () => this.pinch && this.released()
  }

  take() {
    this.sheet.classList.toggle("shown", this.hands.data.zooming)
    put(this.sheet, ...this.hands.data.plot)
    this.sheet.title = this.hands.data.words.box
    this.leave()
  }

  draw(one, other) {
    const [left, top, width, height] = this.hands.data.plot
    const xs = [one[0], other[0]].map((x) => between(x, left, left + width))
    const ys = [one[1], other[1]].map((y) => between(y, top, top + height))
    this.box = { x: xs, y: ys }
    this.frame.classList.add("shown")
    put(this.frame, Math.min(...xs), Math.min(...ys), Math.abs(xs[1] - xs[0]), Math.abs(ys[1] - ys[0]))
  }

  done() {
    const box = this.box
    const large = box && Math.abs(box.x[1] - box.x[0]) > LEAST && Math.abs(box.y[1] - box.y[0]) > LEAST
    this.leave()
    if (large) this.hands.send("zoom", box)
  }

  leave() {
    this.from = this.box = this.pinch = null
    this.share = 1
    this.frame.classList.remove("shown")
  }

  // A share of the plot around a place that stays where it is on the screen.
  around([x, y], share) {
    const [left, top, width, height] = this.hands.data.plot
    const from = [x - (x - left) * share, y - (y - top) * share]
    this.draw(from, [from[0] + width * share, from[1] + height * share])
  }

  turned(event) {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const turn = event.deltaMode === 0 ? event.deltaY : event.deltaY * 40
    this.share = between(this.share * Math.exp(turn / 400), 0.05, 4)
    if (this.share < 1) this.around(this.hands.place(event), this.share)
    else this.frame.classList.remove("shown")
    clearTimeout(this.later)
    this.later = setTimeout(() => this.settled(), WHEEL)
  }

  settled() {
    const share = this.share
    if (share < 0.95) return this.done()
    this.leave()
    if (share > 1.1 && this.hands.data.zoomed) this.hands.send("zoom", { out: true })
  }

  spread(event) {
    if (event.touches.length !== 2) return
    event.preventDefault()
    const [one, other] = [...event.touches].map((touch) => this.hands.place(touch))
    const far = Math.hypot(one[0] - other[0], one[1] - other[1])
    this.pinch = this.pinch ?? { far, at: [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2] }
    this.share = between(this.pinch.far / Math.max(far, 1), 0.05, 4)
    if (this.share < 1) this.around(this.pinch.at, this.share)
  }

  released() {
    this.pinch = null
    this.settled()
  }
}

class Hands {
  constructor(root, host) {
    this.root = made(root, "layer")
    this.host = host
    this.zoom = new Zoom(this)
    this.lines = {}
    this.notes = new Map()
    this.counts = [0, 1, 2, 3].map(() => made(this.root, "count"))
    this.said = made(this.root, "said")
    this.said.setAttribute("role", "status")
    this.pressed = (event) => this.hook(event)
    this.clicked = (event) => this.elsewhere(event)
    this.keyed = (event) => this.key(event)
    this.settle = () => {
      this.fit()
      this.place_card()
    }
  }

  take(data, send) {
    this.data = data
    this.send = send
    this.begin()
    this.fit()
    for (const line of data.lines) {
      this.lines[line.axis] = this.lines[line.axis] ?? new Line(this, line.axis)
      this.lines[line.axis].take(line)
    }
    for (const [axis, line] of Object.entries(this.lines)) {
      if (data.lines.some((one) => one.axis === axis)) continue
      line.element.remove()
      delete this.lines[axis]
    }
    this.take_notes()
    this.zoom.take()
    this.place_card()
  }

  take_notes() {
    for (const note of this.data.notes) {
      if (this.notes.has(note.id)) this.notes.get(note.id).take(note)
      else this.notes.set(note.id, new Note(this, note))
    }
    for (const [id, note] of this.notes) {
      if (this.data.notes.some((one) => one.id === id)) continue
      note.element.remove()
      this.notes.delete(id)
    }
  }

  begin() {
    const board = this.host.closest(`.st-key-${this.data.board}`)
    if (this.board === board) return
    this.end()
    this.board = board
    document.addEventListener("pointerdown", this.pressed, true)
    document.addEventListener("click", this.clicked)
    document.addEventListener("keydown", this.keyed)
    window.addEventListener("resize", this.settle)
    board.addEventListener("wheel", this.zoom.wheel, { passive: false })
    board.addEventListener("touchmove", this.zoom.fingers, { passive: false })
    board.addEventListener("touchend", this.zoom.lifted)
    this.watch = new MutationObserver(this.settle)
    this.watch.observe(board, { childList: true, subtree: true })
  }

  end() {
    document.removeEventListener("pointerdown", this.pressed, true)
    document.removeEventListener("click", this.clicked)
    document.removeEventListener("keydown", this.keyed)
    window.removeEventListener("resize", this.settle)
    this.board?.removeEventListener("wheel", this.zoom.wheel)
    this.board?.removeEventListener("touchmove", this.zoom.fingers)
    this.board?.removeEventListener("touchend", this.zoom.lifted)
    this.watch?.disconnect()
    this.board = undefined
  }

  // A window that is narrower than any picture shrinks it, and what lies over it shrinks along.
  fit() {
    const drawn = this.board?.querySelector(".js-plotly-plot .main-svg")?.getBoundingClientRect()
    const sides = drawn?.width > 0 ? [drawn.width, drawn.height] : this.data.size
    this.shrunk = sides.map((side, axis) => side / this.data.size[axis])
    this.root.style.transform = `scale(${this.shrunk.join()})`
  }

  place(event) {
    const box = this.host.getBoundingClientRect()
    return [(event.clientX - box.left) / this.shrunk[0], (event.clientY - box.top) / this.shrunk[1]]
  }

  // The value beside the line that moves, and what each quadrant would hold.
  tell(line, at, words, counts) {
    const [left, top, width, height] = this.data.plot
    this.said.textContent = words
    this.said.className = "said shown"
    if (line.across) put(this.said, at, top - 10)
    else put(this.said, left + width + this.said.offsetWidth / 2 + 4, at)
    if (!counts) return
    this.counts.forEach((chip, place) => {
      const corner = this.data.corners[place]
      chip.textContent = counts[place]
      chip.classList.toggle("shown", corner[2] > 0)
      const half = chip.offsetWidth / 2 + 6
      put(chip, place % 2 ? corner[0] - half : corner[0] + corner[2] + half, corner[1] + corner[3] / 2)
    })
  }

  untell() {
    this.said.className = "said"
    for (const chip of this.counts) chip.classList.remove("shown")
  }

  refuse(line) {
    const [left, top, width, height] = this.data.plot
    this.said.textContent = this.data.locked
    this.said.className = "said shown refusing"
    put(this.said, line.across ? line.line.at : left + width / 2, line.across ? top + height / 2 : line.line.at)
    clearTimeout(this.refused)
    this.refused = setTimeout(() => this.untell(), 4000)
  }

  // The chart is drawn anew often: it is listened to when the pointer goes down on it.
  hook(event) {
    const chart = event.target.closest?.(`.st-key-${this.data.chart} .js-plotly-plot`)
    if (!chart?.on) return
    this.pressed_twice(event)
    chart._tellClick = (told) => {
      const id = told.points?.[0]?.customdata
      if (id === undefined) return
      this.told = true
      this.by_hand = true
      this.send("point", Array.isArray(id) ? id[0] : id)
    }
    if (chart._hooked) return
    chart._hooked = true
    chart.on("plotly_click", (told) => chart._tellClick(told))
  }

  card() {
    return this.board?.querySelector(`.st-key-${this.data.card_key}`)
  }

  // A click beside the card closes it; one on a control of the page is meant for that.
  elsewhere(event) {
    const path = event.composedPath().filter((one) => one instanceof Element)
    const inside = path.includes(this.card())
    const chart = path.some((one) => one.classList.contains("js-plotly-plot"))
    const control = !chart && path.some((one) => this.is_control(one))
    setTimeout(() => {
      if (!this.told && this.data.card && !inside && !control) this.send("close", true)
      this.told = false
    }, 0)
  }

  is_control(element) {
    return element.matches(CONTROLS) && !PLACES.includes(element.getAttribute("role"))
  }

  key(event) {
    if (event.key !== "Escape" || !this.data.card || event.defaultPrevented) return
    if (document.querySelector("[role=dialog], [data-baseweb=popover]")) return
    if (this.card()?.contains(document.activeElement)) {
      document.querySelector(`.st-key-${this.data.tools} input`)?.focus({ preventScroll: true })
    }
    this.send("close", true)
  }

  // The library swallows the browser's own double click.
  pressed_twice(event) {
    const [x, y] = this.place(event)
    const last = this.last
    this.last = { x, y, time: event.timeStamp }
    if (!last || event.timeStamp - last.time > TWICE || Math.hypot(x - last.x, y - last.y) > 2 * STILL) return
    this.last = null
    this.double(event)
  }

  double(event) {
    const [x, y] = this.place(event)
    const [left, top, width, height] = this.data.plot
    const inside = x >= left && x <= left + width && y >= top && y <= top + height
    const on = this.data.discs.some((disc) => Math.hypot(x - disc[0], y - disc[1]) <= Math.max(disc[2], NEAR))
    if (inside && !on) this.send("note", { x, y, open: true })
  }

  // Beside its bubble where there is room at one side, else below the chart; inside the window.
  place_card() {
    const card = this.card()
    if (!card || !this.data.card) return
    const [x, radius] = [this.data.card[0] * this.shrunk[0], this.data.card[2] * this.shrunk[0]]
    const y = this.data.card[1] * this.shrunk[1]
    const chart = this.host.getBoundingClientRect()
    const wide = card.offsetWidth
    const right = x + radius + 12
    const left = x - radius - 12 - wide
    const page = (this.board.closest("[data-testid=stMain]") ?? document.body).getBoundingClientRect()
    const fits = chart.left + right + wide <= page.right - 12
    const beside = fits || chart.left + left >= page.left + 12
    card.classList.toggle("cx-below", !beside)
    card.style.left = beside ? `${fits ? right : left}px` : ""
    const free = Math.max(HEADER, chart.top - 4) // below the title, where that leaves enough
    const low = window.innerHeight - free < LOWEST ? HEADER : free
    card.style.maxHeight = beside ? `${window.innerHeight - 12 - low}px` : ""
    const high = window.innerHeight - 12 - card.offsetHeight
    const middle = chart.top + y - card.offsetHeight / 2
    card.style.top = beside ? `${Math.max(low, Math.min(middle, high)) - chart.top}px` : ""
    card.style.visibility = "visible"
    if (this.by_hand && this.focused !== this.data.card_of) {
      this.focused = this.data.card_of
      card.querySelector("button")?.focus({ preventScroll: true, focusVisible: false })
    }
    this.by_hand = false
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const host = parentElement.host ?? parentElement
  host._hands = host._hands ?? new Hands(parentElement, host)
  host._hands.take(data, setTriggerValue)
  const turn = (host._turn = (host._turn ?? 0) + 1) // one that lets go late ends nothing that began since
  return () => host._turn === turn && host._hands.end()
}
