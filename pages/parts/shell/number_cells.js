// A table in which numbers are typed: texts go to the server as they are, and come back as they were read.
const made = (tag, words, ...inside) => {
  const element = document.createElement(tag)
  if (words) element.textContent = words
  element.append(...inside)
  return element
}

class Cells {
  constructor(root) {
    this.root = root
    this.fields = new Map()
    this.unsent = new Map()
  }

  take(data, send) {
    this.data = data
    this.send = send
    const shape = JSON.stringify([data.about, data.rows, data.columns, data.label])
    if (shape !== this.shape) this.build(shape)
    for (const [key, cell] of Object.entries(data.cells)) this.show(this.fields.get(key), key, cell)
  }

  build(shape) {
    this.shape = shape
    this.fields.clear()
    this.unsent.clear()
    const { rows, columns, label } = this.data
    const heads = columns.map(([, words, , width]) => {
      const head = made("th", words)
      head.scope = "col"
      head.style.width = head.style.minWidth = `${width}px`
      return head
    })
    const lines = rows.map((name, row) => {
      const head = made("th", name)
      head.scope = "row"
      head.title = name
      return made("tr", "", head, ...columns.map((column, place) => this.cell(row, place, name, column)))
    })
    const corner = made("th", this.data.corner)
    corner.scope = "col"
    const table = made("table", "", made("caption", label), made("thead", "", made("tr", "", corner, ...heads)))
    table.append(made("tbody", "", ...lines))
    this.root.querySelector(".cells").replaceChildren(table)
  }

  cell(row, place, name, [column, words, typed]) {
    const key = `${row},${column}`
    if (!typed) {
      const shown = made("td")
      this.fields.set(key, shown)
      return shown
    }
    const field = made("input")
    Object.assign(field, { type: "text", inputMode: "decimal", autocomplete: "off", maxLength: 80 })
    field.setAttribute("aria-label", `${name}, ${words}`)
    field.onchange = () => this.changed([[row, column, field.value]])
    field.onfocus = () => field.select()
    field.onkeydown = (event) => this.pressed(event, row, column)
    field.onpaste = (event) => this.pasted(event, row, place)
    this.fields.set(key, field)
    return made("td", "", field)
  }

  show(field, key, [words, fault]) {
    if (field.tagName === "TD") {
      field.textContent = words
      return
    }
    const sent = this.unsent.get(key)
    if (sent !== undefined && sent !== this.data.heard[key]) return
    this.unsent.delete(key)
    const typing = field === this.root.activeElement || field === document.activeElement
    if (!typing || field.value === field.dataset.shown) field.value = words
    field.dataset.shown = words
    field.title = fault
    field.setAttribute("aria-invalid", fault ? "true" : "false")
    if (fault) field.setAttribute("aria-description", fault)
    else field.removeAttribute("aria-description")
  }

  changed(cells) {
    for (const [row, column, words] of cells) this.unsent.set(`${row},${column}`, words)
    this.send("typed", [...this.unsent].map(([key, words]) => {
      const [row, column] = key.split(",")
      return [this.data.rows[row], column, words]
    }))
  }

  pressed(event, row, column) {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Escape") event.target.value = event.target.dataset.shown
    if (!step) return
    event.preventDefault()
    const next = this.fields.get(`${row + step},${column}`)
    if (next) next.focus()
    else event.target.blur()
  }

  pasted(event, row, place) {
    const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/)
    if (lines.length === 1 && !lines[0].includes("\t")) return
    event.preventDefault()
    const typed = this.data.columns.slice(place).filter((column) => column[2])
    const cells = lines.flatMap((line, down) =>
      line.split("\t").slice(0, typed.length).map((words, right) => [row + down, typed[right][0], words]),
    ).filter(([at]) => at < this.data.rows.length)
    for (const [at, column, words] of cells) this.fields.get(`${at},${column}`).value = words
    this.changed(cells)
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component
  const host = parentElement.host ?? parentElement
  host._cells = host._cells ?? new Cells(parentElement)
  host._cells.take(data[0], setStateValue)
}
